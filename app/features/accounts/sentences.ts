import type { I18n } from '@lingui/core'

import type { CodeRefusal } from './accounts.store.server'
import type { CodeTrouble } from './sign-in.server'

/** Why no code went out, and what to do. */
export const sendingTrouble = (i18n: I18n, trouble: CodeRefusal): string =>
  ({
    too_often: i18n._('Too many codes were asked for. Wait a minute, then ask once more; the latest code you received still works.'),
    not_sent: i18n._('We could not send the e-mail just now. Nothing is lost: try again in a minute.'),
  })[trouble]

/** Why a code did not open the door, and what to do. */
export const codeTrouble = (i18n: I18n, trouble: CodeTrouble): string =>
  ({
    wrong: i18n._('This code is not right. Check the digits; only the code of the latest e-mail works.'),
    expired: i18n._('This code has expired: a code is good for ten minutes. Ask for a new one below.'),
    too_often: i18n._('Too many tries. Wait a minute, then enter the code again.'),
  })[trouble]
