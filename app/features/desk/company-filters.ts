import { countries, regions } from '~/core/companies/country'
import { sectors } from '~/core/companies/sectors'

export const firmStates = ['published', 'validated', 'returned', 'suspended', 'unpublished'] as const

/** What the list of firms can be narrowed to. */
export const firmChoices = { state: firmStates, country: countries, sector: sectors, region: [...regions.PK, ...regions.KZ] } as const satisfies Record<string, readonly string[]>
/** What the list can show beside a firm's name and state; the reader chooses. */
export const firmColumns = ['place', 'sectors', 'completeness', 'suggested', 'introduced', 'connected', 'registration', 'published', 'confirmed'] as const
export type FirmColumn = (typeof firmColumns)[number]
export const usualColumns: readonly FirmColumn[] = ['place', 'sectors', 'completeness', 'suggested', 'introduced']

/** The columns an address asks for, in their usual order; the usual ones where it asks for none. */
export function readColumns(query: URLSearchParams): readonly FirmColumn[] {
  const asked = firmColumns.filter(column => query.getAll('column').includes(column))
  return asked.length ? asked : usualColumns
}
export type FirmFilter = keyof typeof firmChoices
export const firmFilterNames = Object.keys(firmChoices) as FirmFilter[]
export type FirmFilters = Partial<Record<FirmFilter, string>> & { search?: string; after?: string }

/** Reads an address's query; what it does not know is as though it were not there. */
export function readFirmFilters(query: URLSearchParams): FirmFilters {
  const filters: FirmFilters = {}
  for (const name of firmFilterNames) {
    const value = (firmChoices[name] as readonly string[]).find(choice => choice === query.get(name))
    if (value) filters[name] = value
  }
  const search = query.get('search')?.trim().slice(0, 100)
  if (search) filters.search = search
  const after = query.get('after')
  if (after && /^[0-9a-f-]{36}$/.test(after)) filters.after = after
  return filters
}

export function writeFirmFilters(filters: FirmFilters, columns: readonly FirmColumn[] = usualColumns): string {
  const query = new URLSearchParams()
  for (const name of [...firmFilterNames, 'search', 'after'] as const) if (filters[name]) query.set(name, filters[name])
  if (columns.join() !== usualColumns.join()) for (const column of columns) query.append('column', column)
  const text = query.toString()
  return text ? `?${text}` : ''
}
