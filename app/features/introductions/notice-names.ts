import type { I18n } from '@lingui/core'

/** What kind of mail it is, for lists of mails. */
export const noticeName = (i18n: I18n, notice: string): string =>
  ({
    sign_in_code: i18n._('Sign-in code'),
    resume_registration: i18n._('Resume registration'),
    claim_profile: i18n._('Claim a profile'),
    team_invitation: i18n._('Team invitation'),
    join_request: i18n._('Request to join'),
    profile_validated: i18n._('Profile validated'),
    profile_returned: i18n._('Profile returned'),
    introduction: i18n._('Introduction'),
    passed_introduction: i18n._('Introduction, passed on'),
    introduction_reminder: i18n._('Reminder'),
    introduction_connected: i18n._('Both said yes'),
    introduction_declined: i18n._('Declined'),
    introduction_withdrawn: i18n._('Withdrawn'),
    outcome_check_in: i18n._('Check-in'),
    firm_digest: i18n._('Firm’s digest'),
    desk_digest: i18n._('Organiser’s digest'),
  })[notice] ?? notice
