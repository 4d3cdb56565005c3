import { acrossFrom, type Country } from '~/core/companies/country'
import type { Kind } from '~/core/companies/kinds'
import { prerequisitesOf, sectorOf, sectors, type Prerequisite, type Sector } from '~/core/companies/sectors'
import { dealFor } from '~/core/matching/deal-table'
import { headingOf } from '~/core/taxonomy/codes'
import { DEAL_TYPES, type DealType } from '~/core/taxonomy/deal-types'
import type { Transform } from '~/core/taxonomy/transforms'
import type { Teaser, VolumeBand } from './teaser'

/**
 * Where the two sides meet, from public teasers alone: what one country's firms bring beside what the other's seek. Two listings meet when they
 * mean the same heading, or two headings one step of a value chain apart, and their kinds can become a deal.
 */
export type Meeting = {
  brought: string
  sought: string
  broughtKind: Kind
  soughtKind: Kind
  deal: DealType
  /** The main sector of the firms that seek it. */
  seeker: Sector | null
  /** Pairs of listings that meet here. */
  pairs: number
}

type Heap = { code: string; kind: Kind; sector: Sector | null; listings: number }

function heaps(teasers: readonly Teaser[], country: Country, direction: 'brings' | 'seeks'): Heap[] {
  const found = new Map<string, Heap>()
  for (const teaser of teasers) {
    if (teaser.country !== country) continue
    for (const listing of teaser.listings) {
      if (listing.direction !== direction || !listing.code) continue
      const code = headingOf(listing.code)
      // Only who seeks is told apart by sector: it is the column of the heat map.
      const sector = direction === 'seeks' ? (teaser.sectors[0] ?? sectorOf(code)) : null
      const key = `${code} ${listing.kind} ${sector}`
      const heap = found.get(key) ?? { code, kind: listing.kind, sector, listings: 0 }
      heap.listings += 1
      found.set(key, heap)
    }
  }
  return [...found.values()]
}

/** Every meeting of what `bringing` brings with what the other country seeks, the most pairs first; ties by code and kind. */
export function meetingsOf(teasers: readonly Teaser[], edges: readonly Transform[], bringing: Country): Meeting[] {
  const neighbours = new Map<string, Set<string>>()
  const join = (a: string, b: string) => neighbours.set(a, (neighbours.get(a) ?? new Set()).add(b))
  for (const { from, to } of edges) {
    join(headingOf(from), headingOf(to))
    join(headingOf(to), headingOf(from))
  }
  const soughtByCode = new Map<string, Heap[]>()
  for (const heap of heaps(teasers, acrossFrom(bringing), 'seeks')) soughtByCode.set(heap.code, [...(soughtByCode.get(heap.code) ?? []), heap])
  const found: Meeting[] = []
  for (const brought of heaps(teasers, bringing, 'brings')) {
    for (const code of [brought.code, ...(neighbours.get(brought.code) ?? [])]) {
      for (const wish of soughtByCode.get(code) ?? []) {
        const deal = dealFor(brought.kind, wish.kind)?.deal
        if (!deal) continue
        found.push({ brought: brought.code, sought: wish.code, broughtKind: brought.kind, soughtKind: wish.kind, deal, seeker: wish.sector, pairs: brought.listings * wish.listings })
      }
    }
  }
  return found.sort((a, b) => b.pairs - a.pairs || compare(identity(a), identity(b)))
}

const identity = ({ brought, sought, broughtKind, soughtKind, seeker }: Meeting) => [brought, sought, broughtKind, soughtKind, seeker].join(' ')

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

export type HeatMap = { rows: Sector[]; columns: Sector[]; cells: ReadonlyMap<string, number>; most: number }
export const cellOf = (map: HeatMap, row: Sector, column: Sector): number => map.cells.get(`${row} ${column}`) ?? 0

/** Meetings by sector: a row for what is brought, a column for the firms that seek it; the fullest `rows` and `columns` of them, in the sectors' own order. */
export function heatMapOf(meetings: readonly Meeting[], most: { rows: number; columns: number }): HeatMap {
  const cells = new Map<string, number>()
  const [rowSums, columnSums] = [new Map<Sector, number>(), new Map<Sector, number>()]
  for (const { brought, seeker: column, pairs } of meetings) {
    const row = sectorOf(brought)
    if (!row || !column) continue
    cells.set(`${row} ${column}`, (cells.get(`${row} ${column}`) ?? 0) + pairs)
    rowSums.set(row, (rowSums.get(row) ?? 0) + pairs)
    columnSums.set(column, (columnSums.get(column) ?? 0) + pairs)
  }
  const fullest = (sums: Map<Sector, number>, count: number) => {
    const kept = new Set([...sums].sort((a, b) => b[1] - a[1] || sectors.indexOf(a[0]) - sectors.indexOf(b[0])).slice(0, count).map(([sector]) => sector))
    return sectors.filter(sector => kept.has(sector))
  }
  const [rows, columns] = [fullest(rowSums, most.rows), fullest(columnSums, most.columns)]
  const shown = rows.flatMap(row => columns.map(column => cells.get(`${row} ${column}`) ?? 0))
  return { rows, columns, cells, most: Math.max(0, ...shown) }
}

/** One meaning on a sector's page: how many listings, of which kinds and volumes. */
export type SheetLine = { code: string; kinds: Kind[]; volumes: VolumeBand[]; listings: number }
export type SectorSheet = {
  sector: Sector
  firms: Record<Country, number>
  sides: Record<Country, Record<'brings' | 'seeks', SheetLine[]>>
  meetings: Record<Country, Meeting[]>
  deals: DealType[]
  prerequisites: Prerequisite[]
}

const bands: readonly VolumeBand[] = ['small', 'medium', 'large']

function linesOf(teasers: readonly Teaser[], country: Country, direction: 'brings' | 'seeks', sector: Sector): SheetLine[] {
  const found = new Map<string, SheetLine>()
  for (const teaser of teasers) {
    if (teaser.country !== country) continue
    for (const listing of teaser.listings) {
      if (listing.direction !== direction || !listing.code || sectorOf(listing.code) !== sector) continue
      const code = headingOf(listing.code)
      const line = found.get(code) ?? { code, kinds: [], volumes: [], listings: 0 }
      line.listings += 1
      if (!line.kinds.includes(listing.kind)) line.kinds.push(listing.kind)
      if (listing.volume && !line.volumes.includes(listing.volume)) line.volumes.push(listing.volume)
      found.set(code, line)
    }
  }
  for (const line of found.values()) line.volumes.sort((a, b) => bands.indexOf(a) - bands.indexOf(b))
  return [...found.values()].sort((a, b) => b.listings - a.listings || compare(a.code, b.code))
}

/** How many firms of each country have listings in a sector. A firm counts in each sector that its listings fall into. */
export function firmsIn(teasers: readonly Teaser[], sector: Sector): Record<Country, number> {
  const firms = { PK: 0, KZ: 0 }
  for (const { country, listings } of teasers) if (listings.some(({ code }) => code && sectorOf(code) === sector)) firms[country] += 1
  return firms
}

/** Everything a sector's page shows. */
export function sectorSheetOf(teasers: readonly Teaser[], all: Record<Country, Meeting[]>, sector: Sector): SectorSheet {
  const sides = (country: Country) => ({ brings: linesOf(teasers, country, 'brings', sector), seeks: linesOf(teasers, country, 'seeks', sector) })
  const touching = (country: Country) => all[country].filter(({ brought, sought }) => sectorOf(brought) === sector || sectorOf(sought) === sector)
  const meetings = { PK: touching('PK'), KZ: touching('KZ') }
  const codes = [...new Set((['PK', 'KZ'] as const).flatMap(country => [...sides(country).brings, ...sides(country).seeks].map(line => line.code)))]
  const deals = new Set([...meetings.PK, ...meetings.KZ].map(({ deal }) => deal))
  return {
    sector,
    firms: firmsIn(teasers, sector),
    sides: { PK: sides('PK'), KZ: sides('KZ') },
    meetings,
    deals: DEAL_TYPES.filter(deal => deals.has(deal)),
    prerequisites: [...new Set(codes.flatMap(prerequisitesOf))],
  }
}
