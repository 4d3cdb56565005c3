import type { I18n } from '@lingui/core'

import { isLocale, localeNames, type Locale } from '~/core/locale'
import { formatDate, formatNumber } from '~/i18n/format.server'
import { corridorName, corridorStatusName } from '~/i18n/words/companies'
import { seededText } from '~/i18n/words/seeded'
import type { ForumEntry } from './desk-facts'
import { historyOf } from './history.server'

type Reader = { i18n: I18n; locale: Locale }

/** What was changed at the forum, by whom and when, the newest first; for settings and corridors also from what to what. */
export const forumRecord = (reader: Reader, entries: readonly ForumEntry[]): { when: string; what: string; changes: string[] }[] =>
  historyOf(reader, entries).map((line, i) => ({ ...line, changes: changesOf(reader, entries[i]!) }))

function changesOf(reader: Reader, { action, subject, before, after }: ForumEntry): string[] {
  const { i18n } = reader
  if (!after) return []
  const change = (label: string, was: string | null, is: string) => (was === null ? `${label}: ${is}` : i18n._('{label}: {after} (before: {before})', { label, after: is, before: was }))
  if (action === 'corridor') return [change(corridorName(i18n, subject), before ? corridorStatusName(i18n, String(before.status)) : null, corridorStatusName(i18n, String(after.status)))]
  if (action === 'weights') return [i18n._('Version {version}', { version: formatNumber(reader.locale, Number(after.version)) })]
  if (action !== 'settings') return []
  return settingsIn(reader).flatMap(({ name, label, shown }) => {
    const [was, is] = [before?.[name], after[name]]
    return is === undefined || JSON.stringify(was) === JSON.stringify(is) ? [] : [change(label, was === undefined ? null : shown(was), shown(is))]
  })
}

function settingsIn({ i18n, locale }: Reader): { name: string; label: string; shown: (value: unknown) => string }[] {
  const number = (value: unknown) => formatNumber(locale, Number(value))
  const date = (value: unknown) => formatDate(locale, String(value))
  return [
    { name: 'name', label: i18n._('Name'), shown: value => seededText(i18n, String(value)) },
    { name: 'host_city', label: i18n._('Host city'), shown: String },
    { name: 'starts_on', label: i18n._('First day'), shown: date },
    { name: 'ends_on', label: i18n._('Last day'), shown: date },
    { name: 'languages', label: i18n._('Languages of the forum'), shown: value => (value as string[]).map(code => (isLocale(code) ? localeNames[code] : code)).join(', ') },
    { name: 'mode', label: i18n._('When contacts pass'), shown: value => (value === 'direct' ? i18n._('With the approval, where both firms consented to it') : i18n._('When both firms have said yes')) },
    { name: 'dual_key', label: i18n._('Two keys: one organiser of each country must approve'), shown: value => (value ? i18n._('switched on') : i18n._('switched off')) },
    { name: 'undo_minutes', label: i18n._('Undo window, minutes'), shown: number },
    { name: 'floor', label: i18n._('Floor'), shown: number },
    { name: 'cap', label: i18n._('Cap'), shown: number },
    { name: 'unanswered_cap', label: i18n._('Unanswered at once'), shown: number },
    { name: 'nudge_days', label: i18n._('Reminder after, days'), shown: number },
    { name: 'expire_days', label: i18n._('Expiry after, days'), shown: number },
  ]
}
