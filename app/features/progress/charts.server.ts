import type { I18n } from '@lingui/core'

import type { Locale } from '~/core/locale'
import { gini } from '~/core/progress/gini'
import { BASELINE_USD, TARGET_USD } from '~/core/progress/trade'
import { figureKindName } from '~/features/desk/settings-views.server'
import type { Figure, FigureKind } from '~/features/desk/settings.store.server'
import { formatDate, formatNumber, formatUsd } from '~/i18n/format.server'
import { corridorName, corridorStatusName } from '~/i18n/words/companies'
import { seededText } from '~/i18n/words/seeded'
import { townName } from '~/i18n/words/towns'
import type { EvidenceLevel } from '~/i18n/words/matches'
import { barsPicture, type BarRow } from './bars.server'
import type { Chart } from './chart'
import { corridorPicture } from './corridor-map.server'
import { funnelSteps, type FunnelStep, type ProgressFacts } from './progress.store.server'

export type Reader = { i18n: I18n; locale: Locale; now: Date; forum: { floor: number; cap: number } }

const source = ({ i18n, locale, now }: Reader) => i18n._('Source: this desk’s own records, {date}', { date: formatDate(locale, now) })
const number = ({ locale }: Reader, value: number, digits = 0) => formatNumber(locale, value, digits)
const percent = (reader: Reader, value: number) => `${number(reader, value)} %`
const told = (rows: readonly BarRow[]) => rows.map(row => `${row.label}: ${row.shown}`).join('; ')

export const stepName = (i18n: I18n, step: FunnelStep): string =>
  ({
    suggested: i18n._('Suggested'), approved: i18n._('Approved'), sent: i18n._('Sent'), answered: i18n._('Answered'), connected: i18n._('Connected'), met: i18n._('Outcome reported'),
    agreed: i18n._('Agreed or signed'),
  })[step]

/** How far pairs come, from suggestion to agreement. */
export function funnelChart(reader: Reader, { funnel }: ProgressFacts): Chart {
  const { i18n } = reader
  const rows = funnelSteps.map((step): BarRow => ({ label: stepName(i18n, step), shown: number(reader, funnel[step]), value: funnel[step] }))
  return {
    id: 'funnel', title: i18n._('Of {sent} introductions sent, {connected} opened contacts', { sent: number(reader, funnel.sent), connected: number(reader, funnel.connected) }),
    unit: i18n._('Pairs of this forum so far'), summary: told(rows), source: source(reader), head: [i18n._('Step'), i18n._('Pairs')], rows: rows.map(row => [row.label, row.shown]), picture: barsPicture(reader.locale, rows),
  }
}

/** How long a suggestion waits for its decision, week by week. */
export function hoursChart(reader: Reader, { weeks, hours }: ProgressFacts): Chart {
  const { i18n, locale } = reader
  const rows = weeks.map((week): BarRow & { decided: string } => ({ label: formatDate(locale, week.from), shown: number(reader, week.hours, 1), value: week.hours, tone: 'kz', decided: number(reader, week.decided) }))
  return {
    id: 'hours', title: hours === null ? i18n._('Nothing has been decided yet') : i18n._('Half of all decisions were made within {hours} hours', { hours: number(reader, hours, 1) }),
    unit: i18n._('Median hours from suggestion to decision, by the week of the decision'), summary: told(rows), source: source(reader),
    head: [i18n._('Week from'), i18n._('Hours'), i18n._('Decisions')], rows: rows.map(row => [row.label, row.shown, row.decided]), picture: barsPicture(locale, rows),
  }
}

/** Whether a higher score is answered more often: the better half of the introductions beside the other. */
function scoreFinding(reader: Reader, bands: ProgressFacts['bands']): string {
  const { i18n } = reader
  const sent = bands.reduce((sum, band) => sum + band.sent, 0)
  if (sent < 10) return i18n._('Too few introductions yet to say whether the score means anything')
  const halves = [{ sent: 0, yes: 0 }, { sent: 0, yes: 0 }]
  for (const band of [...bands].sort((a, b) => b.from - a.from)) {
    const half = halves[halves[0]!.sent * 2 < sent ? 0 : 1]!
    half.sent += band.sent
    half.yes += band.yes
  }
  const [high, low] = halves.map(half => (half.sent ? (100 * half.yes) / half.sent : 0)) as [number, number]
  const shares = { high: number(reader, high), low: number(reader, low) }
  if (high > low + 5) return i18n._('High scores are answered with yes more often: {high} % beside {low} %', shares)
  if (low > high + 5) return i18n._('High scores are answered with yes less often: {high} % beside {low} %', shares)
  return i18n._('The score does not tell who says yes: {high} % beside {low} %', shares)
}

/** How often an introduction brought a yes, by its score. */
export function bandsChart(reader: Reader, { bands }: ProgressFacts): Chart {
  const { i18n } = reader
  const rows = bands.map(band => {
    const rate = (100 * band.yes) / Math.max(1, band.sent)
    return { label: `${band.from}–${Math.min(100, band.from + 9)}`, shown: percent(reader, rate), value: rate, sent: number(reader, band.sent), yes: number(reader, band.yes) }
  })
  return {
    id: 'bands', title: scoreFinding(reader, bands), unit: i18n._('Introductions with a yes from a side, per cent of those sent, by score'), summary: told(rows), source: source(reader),
    head: [i18n._('Score'), i18n._('Share'), i18n._('Sent'), i18n._('A yes from a side')], rows: rows.map(row => [row.label, row.shown, row.sent, row.yes]), picture: barsPicture(reader.locale, rows, 100),
  }
}

/** How many firms are shown how many partners. */
export function exposureChart(reader: Reader, { exposure }: ProgressFacts): Chart {
  const { i18n, forum } = reader
  const shown = exposure.map(firm => firm.suggested + firm.introduced)
  const steps = [...new Set([0, 1, forum.floor, forum.floor + 3, Math.ceil((forum.floor + forum.cap) / 2), forum.cap + 1])].sort((a, b) => a - b)
  const rows = steps.map((from, i): BarRow => {
    const to = (steps[i + 1] ?? Infinity) - 1
    const firms = shown.filter(count => count >= from && count <= to).length
    return { label: to === from ? number(reader, from) : to === Infinity ? i18n._('{count} and more', { count: number(reader, from) }) : `${number(reader, from)}–${number(reader, to)}`, shown: number(reader, firms), value: firms, tone: from < forum.floor ? 'sun' : 'pk' }
  })
  const short = shown.filter(count => count < forum.floor).length
  return {
    id: 'exposure',
    title: i18n._('{short, plural, =0 {No firm is shown fewer than {floor} partners} one {# firm is shown fewer than {floor} partners} other {# firms are shown fewer than {floor} partners}}', { short, floor: number(reader, forum.floor) }),
    unit: i18n._('Firms by the partners they are shown; Gini {gini} (0: all alike, 1: one has all)', { gini: number(reader, gini(shown), 2) }), summary: told(rows), source: source(reader),
    head: [i18n._('Partners shown'), i18n._('Firms')], rows: rows.map(row => [row.label, row.shown]), picture: barsPicture(reader.locale, rows),
  }
}

const sumOf = ({ ledger }: ProgressFacts, level: EvidenceLevel) =>
  ledger.filter(entry => entry.evidence === level && (level === 'customs_verified' || entry.kind === 'contract' || entry.kind === 'shipped')).reduce((sum, entry) => sum + Number(entry.usd), 0)

/**
 * The way to the target: what was there before, and what introductions are said and proven to have added, each apart. What it is measured against is what the
 * organizers reckon with, with who said so; without a saying of theirs, the figures of the state visit.
 */
export function ledgerChart(reader: Reader, facts: ProgressFacts, figures: readonly Figure[]): Chart {
  const { i18n, locale } = reader
  const usd = (value: number) => formatUsd(locale, value)
  const figureOf = (kind: FigureKind) => figures.find(figure => figure.kind === kind)
  const [baseline, target, deadline] = [figureOf('baseline'), figureOf('target'), figureOf('deadline')]
  const [baselineUsd, targetUsd] = [baseline?.usd ?? BASELINE_USD, target?.usd ?? TARGET_USD]
  const [verified, documented, claimed] = (['customs_verified', 'documented', 'claimed'] as const).map(level => sumOf(facts, level)) as [number, number, number]
  const rows: BarRow[] = [
    { label: baseline ? i18n._('Trade before') : i18n._('Trade before (prime minister’s figure)'), shown: usd(baselineUsd), value: baselineUsd, tone: 'ink' },
    { label: i18n._('Customs-verified'), shown: usd(verified), value: verified },
    { label: i18n._('Documented'), shown: usd(documented), value: documented, tone: 'kz' },
    { label: i18n._('Claimed'), shown: usd(claimed), value: claimed, tone: 'sun' },
    { label: deadline?.on ? i18n._('Target, by {date}', { date: formatDate(locale, deadline.on) }) : i18n._('Target'), shown: usd(targetUsd), value: targetUsd, tone: 'ink' },
  ]
  const sayings = figures.map(({ kind, saidBy, saidOn }) => `${figureKindName(i18n, kind)}: ${i18n._('{who}, {when}', { who: saidBy, when: formatDate(locale, saidOn) })}`)
  return {
    id: 'ledger', title: i18n._('{proven} proven, {claimed} claimed, towards {target}', { proven: usd(verified + documented), claimed: usd(claimed), target: usd(targetUsd) }),
    unit: i18n._('Contracts and shipments that came of introductions, US dollars; the rows are never added together'), summary: told(rows),
    source: [i18n._('Source: reports to this desk, {date}', { date: formatDate(locale, reader.now) }), ...sayings].join('. '), head: [i18n._('Evidence'), i18n._('Value')],
    rows: rows.map(row => [row.label, row.shown]), picture: barsPicture(locale, rows, targetUsd),
  }
}

/** Which corridors the pairs would use. */
export function corridorChart(reader: Reader, { corridors }: ProgressFacts): Chart {
  const { i18n, locale } = reader
  const most = [...corridors].sort((a, b) => b.pairs - a.pairs)[0]
  const rows = corridors.map((corridor, i) => [
    `${number(reader, i + 1)}. ${corridorName(i18n, corridor.id)}`, number(reader, corridor.pairs), number(reader, corridor.introductions), corridorStatusName(i18n, corridor.status),
    i18n._('as of {date} · {source}', { date: formatDate(locale, corridor.asOf), source: seededText(i18n, corridor.source) }),
  ])
  return {
    id: 'corridors',
    title: most && most.pairs > 0 ? i18n._('Most pairs would go by {corridor}', { corridor: corridorName(i18n, most.id) }) : i18n._('No pair shares a corridor yet'),
    unit: i18n._('Pairs not rejected whose firms both use a corridor; a line is as thick as it is used'),
    summary: rows.map(([name, pairs, , status]) => `${name}: ${pairs}, ${status}`).join('; '), source: source(reader),
    head: [i18n._('Corridor'), i18n._('Pairs'), i18n._('Introductions'), i18n._('State'), i18n._('Source')], rows,
    picture: corridorPicture(corridors, value => number(reader, value), town => townName(i18n, town[0]!.toUpperCase() + town.slice(1))),
  }
}
