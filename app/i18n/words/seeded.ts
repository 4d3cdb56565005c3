import type { I18n } from '@lingui/core'

/**
 * Names and sources that come with the product, in the reader's language: the demonstration's forum, and who says in what state a corridor is.
 * What an organizer has typed instead is shown as typed.
 */
export function seededText(i18n: I18n, text: string): string {
  const known: Record<string, string> = {
    'Pakistan–Kazakhstan Business Forum 2026': i18n._('Pakistan–Kazakhstan Business Forum 2026'),
    'Joint statement, February 2026': i18n._('Joint statement, February 2026'),
    'Desk, to be confirmed with carriers': i18n._('Desk, to be confirmed with carriers'),
    'Quadrilateral Traffic in Transit Agreement': i18n._('Quadrilateral Traffic in Transit Agreement'),
    'Invented for the demonstration': i18n._('Invented for the demonstration'),
    'Airline schedules': i18n._('Airline schedules'),
  }
  return known[text] ?? text
}
