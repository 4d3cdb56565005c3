import type { I18n } from '@lingui/core'

/** Why an organizer returned a profile: known codes have words, anything else is the organizer's own text. */
export const reviewReasonName = (i18n: I18n, reason: string): string =>
  ({
    unclear_goods: i18n._('It is not clear what you bring or seek.'),
    missing_volumes: i18n._('Volumes are missing.'),
    registration_mismatch: i18n._('The registration number does not belong to this name.'),
    missing_certificates: i18n._('Certificates that these goods need are missing.'),
    not_a_company: i18n._('This does not look like a company that trades.'),
    thin_profile: i18n._('There is too little to introduce you by.'),
  })[reason] ?? reason
