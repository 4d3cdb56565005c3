import type { I18n } from '@lingui/core'
import { scaleLinear } from 'd3-scale'

import { sectorSlug } from '~/core/companies/sectors'
import { BASELINE_USD, TARGET_USD } from '~/core/progress/trade'
import type { Locale } from '~/core/locale'
import { formatDate, formatMonth, formatNumber, formatUsd } from '~/i18n/format.server'
import { corridorName, corridorStatusName, portName, sectorShortName } from '~/i18n/words/companies'
import { seededText } from '~/i18n/words/seeded'
import { townName } from '~/i18n/words/towns'
import { ports } from '~/core/companies/country'
import type { Formats } from './facts'
import type { FunnelView, LedgerPart, LedgerView } from './funnel'
import type { HeatView } from './heat-table'
import { cellOf, heatMapOf, type Meeting } from './meeting-points'
import type { RoadView } from './roads'
import type { Corridor, ForumCounts, Measures } from './teaser'

/** Turns what was read into what is printed: numbers, dates and names in the reader's language, on the server. */
export type Reader = { i18n: I18n; locale: Locale }

export const formatsOf = (locale: Locale): Formats => ({
  usd: dollars => formatUsd(locale, dollars),
  month: date => formatMonth(locale, date),
  number: (value, digits) => formatNumber(locale, value, digits),
})

const LEVELS = 5

/** The heat map of what Pakistan brings beside what Kazakhstan seeks. Colour by the share of the fullest cell, on a square root, so that small cells differ. */
export function heatView({ i18n, locale }: Reader, meetings: readonly Meeting[], demo: boolean): HeatView {
  const map = heatMapOf(meetings, { rows: 8, columns: 7 })
  const level = (count: number) => (count === 0 ? 0 : Math.min(LEVELS, Math.max(1, Math.ceil(Math.sqrt(count / map.most) * LEVELS))))
  const cells = map.rows.flatMap(row => map.columns.map(column => ({ row, column, count: cellOf(map, row, column) })))
  const href = (row: (typeof cells)[number]['row'], column: (typeof cells)[number]['column']) =>
    `/sectors/${sectorSlug(row)}?for=${sectorSlug(column)}#meets`
  return {
    columns: map.columns.map(column => sectorShortName(i18n, column)),
    rows: map.rows.map(row => ({
      name: sectorShortName(i18n, row),
      cells: map.columns.map(column => {
        const count = cellOf(map, row, column)
        return { count: formatNumber(locale, count), level: level(count), href: href(row, column) }
      }),
    })),
    top: cells
      .filter(cell => cell.count > 0)
      .sort((a, b) => b.count - a.count)
      .slice(0, 6)
      .map(({ row, column, count }) => ({
        row: sectorShortName(i18n, row), column: sectorShortName(i18n, column), count: formatNumber(locale, count), share: Math.round((count / map.most) * 100), href: href(row, column),
      })),
    demo,
  }
}

/** The corridors in the reader's words. */
export function roadViews({ i18n, locale }: Reader, corridors: readonly Corridor[]): RoadView[] {
  return corridors.map(({ id, legs, status, asOf, source }) => ({
    id,
    name: corridorName(i18n, id),
    stops: legs.map(leg => townName(i18n, leg)),
    status,
    statusName: corridorStatusName(i18n, status),
    source: i18n._('as of {date} · {source}', { date: formatDate(locale, asOf), source: seededText(i18n, source) }),
  }))
}

export const portNames = ({ i18n }: Reader): string => ports.map(port => portName(i18n, port)).join(' · ')

/** The funnel: each step against the introductions sent. */
export function funnelView({ i18n, locale }: Reader, counts: ForumCounts): FunnelView {
  const steps = [
    ['sent', i18n._('Introductions sent'), counts.introductions],
    ['answered', i18n._('Answered by both sides'), counts.answered],
    ['connected', i18n._('Both said yes'), counts.connected],
    ['met', i18n._('Meetings held'), counts.met],
  ] as const
  const share = scaleLinear().domain([0, Math.max(1, counts.introductions)]).range([0, 100]).clamp(true)
  return steps.map(([id, name, count]) => ({ id, name, count: formatNumber(locale, count), share: Math.round(share(count)) }))
}

/** The ledger: the trade there was (by the organizers' figure, else the prime minister's), then what introductions have added, the best proven first, in per cent of the target. */
export function ledgerView({ i18n, locale }: Reader, { usd }: ForumCounts, { baseline, target }: Measures, demo: boolean, today: Date): LedgerView {
  const [baselineUsd, targetUsd] = [baseline?.usd ?? BASELINE_USD, target?.usd ?? TARGET_USD]
  const scale = scaleLinear().domain([0, targetUsd]).range([0, 100]).clamp(true)
  const amounts = [
    ['baseline', baseline ? i18n._('Trade before ({who}, {when})', { who: baseline.saidBy, when: formatMonth(locale, baseline.saidOn) }) : i18n._('Trade before (prime minister’s figure)'), baselineUsd],
    ['verified', i18n._('Customs-verified'), usd.verified],
    ['documented', i18n._('Documented'), usd.documented],
    ['claimed', i18n._('Claimed'), usd.claimed],
  ] as const
  let reached = 0
  const parts = amounts.map(([id, name, amount]): LedgerPart => {
    const x = scale(reached)
    reached += amount
    // What is there is seen, be it a thousandth of the target.
    const width = amount > 0 ? Math.max(0.6, scale(reached) - x) : 0
    return { id, name, usd: formatUsd(locale, amount), x, width }
  })
  const [claimed, proven] = [formatUsd(locale, usd.claimed), formatUsd(locale, usd.documented + usd.verified)]
  return {
    title: usd.claimed + usd.documented + usd.verified > 0
      ? i18n._('{proven} proven, {claimed} claimed', { proven, claimed })
      : i18n._('{missing} a year still missing from the target', { missing: formatUsd(locale, Math.max(0, targetUsd - baselineUsd)) }),
    unit: i18n._('Contracts and shipments reported by companies we introduced, US dollars'),
    parts,
    target: formatUsd(locale, targetUsd),
    summary: i18n._('Of a target of {target} a year, {baseline} was there before; introductions have added {proven} that is proven and {claimed} that is claimed.', {
      target: formatUsd(locale, targetUsd), baseline: formatUsd(locale, baselineUsd), proven, claimed,
    }),
    source: i18n._('Source: reports to this desk, {date}', { date: formatDate(locale, today) }),
    demo,
  }
}
