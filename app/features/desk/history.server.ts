import type { I18n } from '@lingui/core'

import type { Locale } from '~/core/locale'
import { formatDateTime } from '~/i18n/format.server'
import type { HistoryEntry } from './desk-facts'

/** The audit's entries as sentences, the newest first. */
export function historyOf({ i18n, locale }: { i18n: I18n; locale: Locale }, entries: readonly HistoryEntry[]): { when: string; what: string }[] {
  return entries.map(entry => ({ when: formatDateTime(locale, entry.at), what: sentence(i18n, entry) }))
}

function sentence(i18n: I18n, entry: HistoryEntry): string {
  const name = entry.by ?? { member: i18n._('The firm'), link: i18n._('The firm, by its link'), server: i18n._('The desk') }[entry.kind] ?? i18n._('Someone')
  const words: Record<string, string> = {
    approve: i18n._('{name} approved', { name }),
    approve_first: i18n._('{name} gave the first approval', { name }),
    reject: i18n._('{name} rejected', { name }),
    snooze: i18n._('{name} snoozed', { name }),
    undo: i18n._('{name} undid the decision', { name }),
    hold: i18n._('{name} held the e-mails', { name }),
    release: i18n._('{name} released the e-mails', { name }),
    edit_notes: i18n._('{name} edited the notes', { name }),
    withdraw: i18n._('{name} withdrew the introduction', { name }),
    validate: i18n._('{name} validated the profile', { name }),
    return: i18n._('{name} returned the profile', { name }),
    suspend: i18n._('{name} suspended the firm', { name }),
    reinstate: i18n._('{name} reinstated the firm', { name }),
    publish: i18n._('{name} published the profile', { name }),
    unpublish: i18n._('{name} took the profile back', { name }),
    begin: i18n._('{name} began a profile', { name }),
    import: i18n._('{name} took the firm in from a spreadsheet', { name }),
    undo_import: i18n._('{name} took an import back', { name }),
    invite_to_claim: i18n._('{name} invited the firm to claim its profile', { name }),
    merge: i18n._('{name} merged another profile into this one', { name }),
    keep_apart: i18n._('{name} said that it is not the same as another firm', { name }),
    enter: i18n._('{name} entered the firm on its behalf', { name }),
    edit_on_behalf: i18n._('{name} changed the profile on the firm’s behalf', { name }),
    outcome: i18n._('{name} reported an outcome', { name }),
    answer_yes: i18n._('{name} said yes', { name }),
    answer_no: i18n._('{name} said no', { name }),
    answer_not_now: i18n._('{name} said not now', { name }),
    settings: i18n._('{name} changed the settings', { name }),
    corridor: i18n._('{name} changed a corridor', { name }),
    weights: i18n._('{name} changed the weights', { name }),
    figure: i18n._('{name} changed what trade is measured against', { name }),
    round: i18n._('{name} applied a round', { name }),
    organizer_invited: i18n._('{name} invited somebody to the desk', { name }),
    invitation_withdrawn: i18n._('{name} withdrew an invitation to the desk', { name }),
    organizer_joined: i18n._('{name} joined the desk', { name }),
    organizer_role: i18n._('{name} changed a role at the desk', { name }),
    organizer_removed: i18n._('{name} removed somebody from the desk', { name }),
    memorandum_added: i18n._('{name} added a memorandum', { name }),
    memorandum_edited: i18n._('{name} edited a memorandum', { name }),
    memorandum_closed: i18n._('{name} closed a memorandum', { name }),
  }
  return words[entry.action] ?? `${name}: ${entry.action}`
}
