import type { I18n } from '@lingui/core'

import type { Locale } from '~/core/locale'
import { formatDate, formatDateTime, formatNumber } from '~/i18n/format.server'
import { profileStateName } from '~/i18n/words/companies'
import { introductionStateName, matchStateName } from '~/i18n/words/matches'
import { regionName } from '~/i18n/words/regions'
import type { FirmFacts, FirmRow } from './companies.store.server'
import { usualColumns, writeFirmFilters, type FirmColumn, type FirmFilters } from './company-filters'
import { historyOf } from './history.server'
import { sectorWords } from './words'

type Reader = { i18n: I18n; locale: Locale }

/** The list of firms as its table shows it. */
export function firmsView({ i18n, locale }: Reader, page: { total: number; rows: FirmRow[] }, filters: FirmFilters, columns: readonly FirmColumn[] = usualColumns) {
  const last = page.rows.at(-1)
  return {
    filters, columns,
    query: writeFirmFilters({ ...filters, after: undefined }),
    first: writeFirmFilters({ ...filters, after: undefined }, columns),
    total: i18n._('{count, plural, one {# firm} other {# firms}}', { count: page.total }),
    next: last && page.rows.length === 50 ? writeFirmFilters({ ...filters, after: last.id }, columns) : null,
    rows: page.rows.map(row => ({
      id: row.id, country: row.country, native: row.native, latin: row.latin, locale: row.locale, isDemo: row.isDemo, state: row.state, stateName: profileStateName(i18n, row.state),
      cells: {
        place: [row.city, row.region ? regionName(i18n, row.region) : ''].filter(Boolean).join(', '), sectors: row.sectors.map(sector => sectorWords(i18n, sector)).join(', '),
        completeness: `${row.completeness}\u00a0%`, suggested: formatNumber(locale, row.suggested), introduced: formatNumber(locale, row.introduced), connected: formatNumber(locale, row.connected),
        registration: row.registrationNumber ?? '', published: row.publishedAt ? formatDate(locale, row.publishedAt) : '', confirmed: row.confirmedAt ? formatDate(locale, row.confirmedAt) : '',
      } satisfies Record<FirmColumn, string>,
    })),
  }
}
export type FirmsView = ReturnType<typeof firmsView>

/** What an organizer made of a profile. */
const decisionName = (i18n: I18n, decision: FirmFacts['reviews'][number]['decision']): string =>
  ({ validate: i18n._('Validated'), return: i18n._('Returned for changes'), suspend: i18n._('Suspended'), reinstate: i18n._('Reinstated') })[decision]

/** What a firm was shown and what was done for it; its profile comes from elsewhere. */
export function firmRecord({ i18n, locale }: Reader, facts: FirmFacts, returnReason: (code: string) => string) {
  return {
    figures: [
      { label: i18n._('Suggested'), value: formatNumber(locale, facts.figures.suggested) },
      { label: i18n._('Introduced'), value: formatNumber(locale, facts.figures.introduced) },
      { label: i18n._('Connected'), value: formatNumber(locale, facts.figures.connected) },
      { label: i18n._('Unanswered'), value: formatNumber(locale, facts.firm.unanswered) },
    ],
    reviews: facts.reviews.map(review => ({
      when: formatDateTime(locale, review.at), by: review.by, what: decisionName(i18n, review.decision), why: review.reasons.map(returnReason).join(', '), message: review.message,
    })),
    notes: facts.notes.map(note => ({ when: formatDateTime(locale, note.at), by: note.by, body: note.body })),
    pairs: facts.pairs.map(pair => ({ ...pair, stateName: matchStateName(i18n, pair.state) })),
    introductions: facts.introductions.map(one => ({ ...one, stateName: introductionStateName(i18n, one.state), when: formatDate(locale, one.at) })),
    history: historyOf({ i18n, locale }, facts.history),
  }
}
export type FirmRecord = ReturnType<typeof firmRecord>
