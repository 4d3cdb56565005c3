import { regions } from '~/core/companies/country'
import { sectors } from '~/core/companies/sectors'
import { DEAL_TYPES } from '~/core/taxonomy/deal-types'
import { flags } from './desk-facts'

export const tabs = ['waiting', 'snoozed', 'approved', 'rejected'] as const
export type Tab = (typeof tabs)[number]
export const sorts = ['best', 'weakest', 'newest', 'oldest'] as const
export type Sort = (typeof sorts)[number]
export const scoreSteps = ['90', '80', '70', '60', '50', '40'] as const
export const corridorIds = ['turkmenistan', 'uzbekistan', 'caspian', 'china', 'air'] as const

/** What each filter may say; anything else in an address is as though it were not there. */
const choices = {
  score: scoreSteps,
  sector: sectors,
  deal: DEAL_TYPES,
  corridor: corridorIds,
  region: [...regions.PK, ...regions.KZ],
  language: ['en', 'ru', 'kk', 'ur', 'zh', 'tr', 'fa', 'uz', 'pa', 'ps'],
  flag: flags,
  pkSector: sectors,
  kzSector: sectors,
} as const satisfies Record<string, readonly string[]>
export type FilterName = keyof typeof choices
export const filterNames = Object.keys(choices) as FilterName[]
export const filterChoices: Record<FilterName, readonly string[]> = choices

/** Which pairs the queue shows, as the address says it. */
export type QueueFilters = Partial<Record<FilterName, string>> & { tab: Tab; sort: Sort; search?: string; /** The last pair of the page before. */ after?: string }

const oneOf = <Value extends string>(list: readonly Value[], value: string | null): Value | undefined => list.find(item => item === value)

/** Reads an address's query. */
export function readFilters(query: URLSearchParams): QueueFilters {
  const filters: QueueFilters = { tab: oneOf(tabs, query.get('tab')) ?? 'waiting', sort: oneOf(sorts, query.get('sort')) ?? 'best' }
  for (const name of filterNames) {
    const value = oneOf(filterChoices[name], query.get(name))
    if (value) filters[name] = value
  }
  const search = query.get('search')?.trim().slice(0, 100)
  if (search) filters.search = search
  const after = query.get('after')
  if (after && /^[0-9a-f-]{36}$/.test(after)) filters.after = after
  return filters
}

/** The query of an address that reads back as these filters; what is usual is left out. */
export function writeFilters(filters: Partial<QueueFilters>): string {
  const query = new URLSearchParams()
  if (filters.tab && filters.tab !== 'waiting') query.set('tab', filters.tab)
  for (const name of filterNames) if (filters[name]) query.set(name, filters[name])
  if (filters.search) query.set('search', filters.search)
  if (filters.sort && filters.sort !== 'best') query.set('sort', filters.sort)
  if (filters.after) query.set('after', filters.after)
  const text = query.toString()
  return text ? `?${text}` : ''
}

/** The same pairs with one thing changed, from their first page. */
export const withFilter = (filters: QueueFilters, change: Partial<QueueFilters>): string => writeFilters({ ...filters, after: undefined, ...change })

/** Decided pairs come by when they were decided, sleeping ones by when they wake; only the waiting are sorted as asked. */
export function sortKey({ tab, sort }: QueueFilters): string {
  if (tab === 'approved' || tab === 'rejected') return 'decided'
  return tab === 'snoozed' ? 'waking' : sort
}
