import type { I18n } from '@lingui/core'

/** Why an organizer sends a profile back. The firm reads these; a message may be added. */
export const returnReasons = ['listings_unclear', 'volumes_missing', 'documents_missing', 'number_unclear', 'not_a_firm', 'duplicate', 'other'] as const
export type ReturnReason = (typeof returnReasons)[number]

export const returnReasonName = (i18n: I18n, reason: ReturnReason): string =>
  ({
    listings_unclear: i18n._('Say more exactly what you bring or seek.'),
    volumes_missing: i18n._('Add volumes: how much, and how often.'),
    documents_missing: i18n._('Name the certificates you hold.'),
    number_unclear: i18n._('Check the registration number.'),
    not_a_firm: i18n._('We could not find this firm; tell us where it is registered.'),
    duplicate: i18n._('Your firm seems to be registered already; ask to join it.'),
    other: i18n._('See the organiser’s message.'),
  })[reason]

export const isReturnReason = (value: string): value is ReturnReason => (returnReasons as readonly string[]).includes(value)
