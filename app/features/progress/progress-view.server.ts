import { scaleQuantize } from 'd3-scale'

import { sectors, type Sector } from '~/core/companies/sectors'
import { writeFilters } from '~/features/desk/queue-filters'
import type { Figure } from '~/features/desk/settings.store.server'
import { formatNumber, formatUsd } from '~/i18n/format.server'
import { sectorName, sectorShortName } from '~/i18n/words/companies'
import { evidenceLevels, evidenceName, outcomeKindName, outcomeKinds } from '~/i18n/words/matches'
import type { Chart, ChartId } from './chart'
import { bandsChart, corridorChart, exposureChart, funnelChart, hoursChart, ledgerChart, type Reader } from './charts.server'
import { goodsChart, type GoodFacts } from './goods-chart.server'
import { memorandaChart } from './memoranda-view.server'
import type { Memorandum } from './memoranda.store.server'
import type { ProgressFacts } from './progress.store.server'

/** Everything the figures are made from; `figures`: what trade is measured against, those reckoned with. */
export type ProgressMaterial = { facts: ProgressFacts; figures: Figure[]; goods: GoodFacts[]; memoranda: Memorandum[]; nameOf: (code: string) => string | null }

const isSector = (name: string | null): name is Sector => (sectors as readonly (string | null)[]).includes(name)

/** All charts, in the order of the page. */
export function chartsOf(reader: Reader, { facts, figures, goods, memoranda, nameOf }: ProgressMaterial): Chart[] {
  return [
    funnelChart(reader, facts), ledgerChart(reader, facts, figures), bandsChart(reader, facts), hoursChart(reader, facts), exposureChart(reader, facts), corridorChart(reader, facts),
    goodsChart(reader, goods, nameOf), memorandaChart(reader, memoranda),
  ]
}

/** Where sectors meet: a table whose cells lead to their pairs, and the fullest of them as a list. */
export function heatOf({ i18n, locale }: Reader, meetings: ProgressFacts['meetings']) {
  const used = (side: 'pk' | 'kz') => sectors.filter(sector => meetings.some(cell => cell[side] === sector))
  const shade = scaleQuantize<number>().domain([1, Math.max(2, ...meetings.map(cell => cell.pairs))]).range([1, 2, 3, 4, 5])
  const href = (pk: string, kz: string) => `/desk/queue${writeFilters({ pkSector: pk, kzSector: kz })}`
  const columns = used('kz')
  const best = [...meetings].filter(cell => isSector(cell.pk) && isSector(cell.kz)).sort((a, b) => b.pairs - a.pairs || a.pk.localeCompare(b.pk) || a.kz.localeCompare(b.kz))
  const name = (sector: string) => (isSector(sector) ? sectorShortName(i18n, sector) : sector)
  return {
    title: best[0] ? i18n._('{pk} from Pakistan and {kz} from Kazakhstan meet most often', { pk: name(best[0].pk), kz: name(best[0].kz) }) : i18n._('No sectors meet yet'),
    columns: columns.map(name),
    rows: used('pk').map(pk => ({
      label: name(pk),
      cells: columns.map(kz => {
        const cell = meetings.find(one => one.pk === pk && one.kz === kz)
        return cell ? { shown: formatNumber(locale, cell.pairs), shade: shade(cell.pairs), href: href(pk, kz) } : null
      }),
    })),
    top: best.slice(0, 8).map(cell => ({ pk: name(cell.pk), kz: name(cell.kz), shown: formatNumber(locale, cell.pairs), href: href(cell.pk, cell.kz) })),
  }
}

/** The ledger, outcome by outcome: count and value for each level of evidence. */
export function outcomesOf({ i18n, locale }: Reader, ledger: ProgressFacts['ledger']) {
  return {
    levels: evidenceLevels.map(level => evidenceName(i18n, level)),
    rows: outcomeKinds.map(kind => ({
      label: outcomeKindName(i18n, kind),
      cells: evidenceLevels.map(level => {
        const entry = ledger.find(one => one.kind === kind && one.evidence === level)
        return entry ? `${formatNumber(locale, entry.count)} · ${formatUsd(locale, Number(entry.usd))}` : '–'
      }),
    })),
  }
}

/** The figures of the forum as its page shows them. */
export function progressView(reader: Reader, material: ProgressMaterial) {
  const { facts } = material
  const charts = chartsOf(reader, material)
  return {
    charts: Object.fromEntries(charts.map(chart => [chart.id, chart])) as Record<ChartId, Chart>, heat: heatOf(reader, facts.meetings), outcomes: outcomesOf(reader, facts.ledger),
  }
}
export type ProgressView = ReturnType<typeof progressView>

/** The meeting points of sectors, for a spreadsheet. */
export function meetingsTable({ i18n }: Reader, { meetings }: ProgressFacts) {
  const name = (sector: string) => (isSector(sector) ? sectorName(i18n, sector) : sector)
  return { head: [i18n._('Sector in Pakistan'), i18n._('Sector in Kazakhstan'), i18n._('Pairs'), i18n._('Approved')], rows: meetings.map(cell => [name(cell.pk), name(cell.kz), cell.pairs, cell.approved]) }
}
