import type { I18n } from '@lingui/core'

/** What became of a mail. */
export const mailStateName = (i18n: I18n, state: string): string =>
  ({
    queued: i18n._('Queued'), sending: i18n._('Being sent'), sent: i18n._('Sent'), delayed: i18n._('Delayed'), delivered: i18n._('Delivered'), bounced: i18n._('Bounced'),
    complained: i18n._('Reported as spam'), cancelled: i18n._('Cancelled'), suppressed: i18n._('Not sent: the address asked for silence'), unknown: i18n._('Unknown: a person decides'),
    dead: i18n._('Given up'),
  })[state] ?? state

/** Why a mail needs a person. */
export const alarmSentence = (i18n: I18n, alarm: string): string =>
  ({
    unknown_outcome: i18n._('It may or may not have left: ask the firm before sending again.'),
    tries_exhausted: i18n._('It was tried as often as it may be, in vain.'),
    refused: i18n._('The provider refused it.'),
    suppressed: i18n._('Its address is not written to.'),
    bounced: i18n._('It came back: the address does not take mail.'),
    complained: i18n._('Its reader reported it as spam; we write there no more.'),
    provider_failed: i18n._('The provider could not send it.'),
    two_provider_ids: i18n._('The provider took it twice under different numbers.'),
  })[alarm] ?? alarm
