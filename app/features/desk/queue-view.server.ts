import type { I18n } from '@lingui/core'

import type { Locale } from '~/core/locale'
import { isDealType } from '~/core/taxonomy/deal-types'
import { formatDate, formatNumber } from '~/i18n/format.server'
import { dealTypeName, rejectReasonName } from '~/i18n/words/matches'
import type { Flag, Names, QueuePage, SavedFilter } from './desk-facts'
import { withFilter, writeFilters, filterNames, type FilterName, type QueueFilters } from './queue-filters'
import { filterName, filterValueName, flagName, sectorWords, shortAge } from './words'

export type QueueItem = { id: string; score: number; position: number; pk: Names; kz: Names; subject: string; age: string; tags: { flag: Flag; name: string }[]; note: string | null; isNew: boolean; lookers: string }
export type QueueView = {
  filters: QueueFilters
  /** The address's query, to carry along. */
  query: string
  total: number
  totalShown: string
  items: QueueItem[]
  chips: { name: FilterName | 'search'; label: string; without: string }[]
  /** Filters the reader kept by name; `here` where they are those of this page. */
  saved: (SavedFilter & { here: boolean })[]
  /** This page's filters without their page: what is kept under a name. */
  keep: string
  /** The query of the next page, and of the first. */
  next: string | null
  first: string | null
}

const DAY_MS = 86_400_000
// One tag a row: what hinders most comes first.
const gravity: readonly Flag[] = ['suppressed', 'stale', 'already_met', 'corridor_closed', 'missing_certificate', 'no_shared_language', 'corridor_restricted', 'not_validated', 'thin_profile', 'old_profile']

/** A page of the queue as the list shows it. */
export function queueView({ i18n, locale, now }: { i18n: I18n; locale: Locale; now: Date }, page: QueuePage, filters: QueueFilters, saved: readonly SavedFilter[] = []): QueueView {
  const keep = writeFilters({ ...filters, after: undefined })
  const last = page.rows.at(-1)
  const more = page.before + page.rows.length < page.total
  return {
    filters,
    query: writeFilters(filters),
    total: page.total,
    totalShown: formatNumber(locale, page.total),
    items: page.rows.map((row, i) => ({
      id: row.id, score: row.score, position: page.before + i + 1, pk: row.pk, kz: row.kz,
      subject: sectorWords(i18n, row.sector) || (row.deal && isDealType(row.deal) ? dealTypeName(i18n, row.deal) : ''),
      age: shortAge(i18n, new Date(row.createdAt), now),
      tags: gravity.filter(flag => row.flags.includes(flag)).slice(0, 1).map(flag => ({ flag, name: flagName(i18n, flag) })),
      note: row.state === 'snoozed' && row.snoozedUntil ? i18n._('until {date}', { date: formatDate(locale, row.snoozedUntil) })
        : row.state === 'rejected' && row.rejectReason ? rejectReasonName(i18n, row.rejectReason)
          : row.state === 'approved_by_one' ? i18n._('1 of 2 approvals') : null,
      isNew: row.state === 'suggested' && now.getTime() - Date.parse(row.createdAt) < DAY_MS,
      lookers: row.lookers.join(', '),
    })),
    chips: [
      ...(filters.search ? [{ name: 'search' as const, label: `“${filters.search}”`, without: withFilter(filters, { search: undefined }) }] : []),
      ...filterNames.flatMap(name => (filters[name] ? [{ name, label: `${filterName(i18n, name)}: ${filterValueName(i18n, name, filters[name])}`, without: withFilter(filters, { [name]: undefined }) }] : [])),
    ],
    saved: saved.map(filter => ({ ...filter, here: filter.query === keep })),
    keep,
    next: more && last ? writeFilters({ ...filters, after: last.id }) : null,
    first: filters.after ? writeFilters({ ...filters, after: undefined }) : null,
  }
}
