import type { I18n } from '@lingui/core'

import type { Locale } from '~/core/locale'
import { toCsv, type Cell } from '~/features/desk/csv'
import type { Chart } from '~/features/progress/chart'
import { corridorPicture } from '~/features/progress/corridor-map.server'
import { formatDate, formatNumber } from '~/i18n/format.server'
import { corridorName, corridorStatusName, sectorName } from '~/i18n/words/companies'
import { seededText } from '~/i18n/words/seeded'
import { townName } from '~/i18n/words/towns'
import { heatMapOf, type Meeting } from './meeting-points'
import type { OpenTable } from './open-table.server'
import type { Corridor } from './teaser'
import { funnelView } from './views.server'

type Reader = { i18n: I18n; locale: Locale }

/** The corridors on the borderless map, by their state. How much each is used stays with the desk. */
export function roadsChart({ i18n, locale }: Reader, corridors: readonly Corridor[], today: Date): Chart {
  const number = (value: number) => formatNumber(locale, value)
  const open = corridors.filter(corridor => corridor.status === 'open').length
  const rows = corridors.map(({ id, status, asOf, source }, i) => [
    `${number(i + 1)}. ${corridorName(i18n, id)}`, corridorStatusName(i18n, status), formatDate(locale, asOf), seededText(i18n, source),
  ])
  return {
    id: 'corridors',
    title: i18n._('{open} of {all} corridors are open without restriction', { open: number(open), all: number(corridors.length) }),
    unit: i18n._('State of each corridor as its source gave it; a whole line is open, a broken one restricted, a dotted one closed'),
    summary: rows.map(([name, status]) => `${name}: ${status}`).join('; '),
    source: i18n._('Source: this desk’s own records, {date}', { date: formatDate(locale, today) }),
    head: [i18n._('Corridor'), i18n._('State'), i18n._('As of'), i18n._('Source')],
    rows,
    picture: corridorPicture(corridors.map(corridor => ({ ...corridor, pairs: null })), number, town => townName(i18n, town[0]!.toUpperCase() + town.slice(1))),
  }
}

type Table = { head: string[]; rows: Cell[][] }

/** Every meeting of two sectors, not only those that fit on the heat map. */
function meetingsTable({ i18n }: Reader, meetings: readonly Meeting[]): Table {
  const map = heatMapOf(meetings, { rows: Infinity, columns: Infinity })
  const rows = map.rows.flatMap(row => map.columns.map((column): Cell[] => [sectorName(i18n, row), sectorName(i18n, column), map.cells.get(`${row} ${column}`) ?? 0]))
  return { head: [i18n._('Brought from Pakistan'), i18n._('Sought in Kazakhstan by'), i18n._('Pairs of listings')], rows: rows.filter(row => row[2] !== 0) }
}

export const progressFiles = ['introductions', 'trade', 'meetings', 'corridors'] as const
export type ProgressFile = (typeof progressFiles)[number]

/** The figures behind a chart of the public page, as CSV: amounts in US dollars, counts as plain numbers. */
export function progressCsv(reader: Reader, file: ProgressFile, table: OpenTable, today: Date): string {
  const { i18n } = reader
  const { counts } = table
  const tables: Record<ProgressFile, () => Table> = {
    introductions: () => ({
      head: [i18n._('Step'), i18n._('Introductions')],
      rows: funnelView(reader, counts).map((step, i) => [step.name, [counts.introductions, counts.answered, counts.connected, counts.met][i] ?? 0]),
    }),
    trade: () => ({
      head: [i18n._('Evidence'), i18n._('US dollars')],
      rows: [[i18n._('Customs-verified'), counts.usd.verified], [i18n._('Documented'), counts.usd.documented], [i18n._('Claimed'), counts.usd.claimed]],
    }),
    meetings: () => meetingsTable(reader, table.meetings.PK),
    corridors: () => roadsChart(reader, table.corridors, today),
  }
  const { head, rows } = tables[file]()
  return toCsv(head, rows)
}
