import type { I18n } from '@lingui/core'

import type { Locale } from '~/core/locale'
import { formatDate, formatDateTime, formatNumber } from '~/i18n/format.server'
import { countryName, profileStateName } from '~/i18n/words/companies'
import { introductionStateName, matchStateName } from '~/i18n/words/matches'
import { regionName } from '~/i18n/words/regions'
import type { FirmFacts, FirmRow } from './companies.store.server'
import { writeFirmFilters, type FirmFilters } from './company-filters'
import { historyOf } from './history.server'
import { sectorWords } from './words'

type Reader = { i18n: I18n; locale: Locale }

/** The list of firms as its table shows it. */
export function firmsView({ i18n, locale }: Reader, page: { total: number; rows: FirmRow[] }, filters: FirmFilters) {
  const last = page.rows.at(-1)
  return {
    filters,
    query: writeFirmFilters({ ...filters, after: undefined }),
    total: i18n._('{count, plural, one {# firm} other {# firms}}', { count: page.total }),
    next: last && page.rows.length === 50 ? writeFirmFilters({ ...filters, after: last.id }) : null,
    rows: page.rows.map(row => ({
      id: row.id, country: row.country, native: row.native, latin: row.latin, locale: row.locale, isDemo: row.isDemo, state: row.state,
      stateName: profileStateName(i18n, row.state),
      place: [row.city, row.region ? regionName(i18n, row.region) : ''].filter(Boolean).join(', '),
      sectors: row.sectors.map(sector => sectorWords(i18n, sector)).join(', '),
      completeness: `${row.completeness} %`, published: row.publishedAt ? formatDate(locale, row.publishedAt) : '',
      suggested: formatNumber(locale, row.suggested), introduced: formatNumber(locale, row.introduced), connected: formatNumber(locale, row.connected),
    })),
  }
}
export type FirmsView = ReturnType<typeof firmsView>

/** The same list for a spreadsheet: head and rows. */
export function firmsTable({ i18n, locale }: Reader, rows: readonly FirmRow[]) {
  const head = [
    i18n._('Country'), i18n._('Name'), i18n._('Name in Latin letters'), i18n._('Registration number'), i18n._('State'), i18n._('Region'), i18n._('City'), i18n._('Sectors'),
    i18n._('Complete, %'), i18n._('Published'), i18n._('Suggested'), i18n._('Introduced'), i18n._('Connected'),
  ]
  return {
    head,
    rows: rows.map(row => [
      countryName(i18n, row.country), row.native, row.latin, row.registrationNumber, profileStateName(i18n, row.state), row.region ? regionName(i18n, row.region) : '', row.city,
      row.sectors.map(sector => sectorWords(i18n, sector)).join('; '), row.completeness, row.publishedAt ? formatDate(locale, row.publishedAt) : '', row.suggested, row.introduced, row.connected,
    ]),
  }
}

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
