import { countries } from '~/core/companies/country'
import { formatDate, formatNumber } from '~/i18n/format.server'
import { countryName } from '~/i18n/words/companies'
import { seededText } from '~/i18n/words/seeded'
import type { Chart, ChartId } from './chart'
import type { Reader } from './charts.server'
import { memorandaView } from './memoranda-view.server'
import { chartsOf, heatOf, outcomesOf, type ProgressMaterial } from './progress-view.server'

/** Rows and columns of the heat map, and memoranda, that a page of A4 takes. */
const [SECTORS, MEMORANDA] = [8, 4]

/** What the report for the joint working group says. */
export function reportView(reader: Reader & { forum: { name: string } }, material: ProgressMaterial) {
  const { i18n, locale, now, forum } = reader
  const { facts, memoranda } = material
  const number = (value: number, digits = 0) => formatNumber(locale, value, digits)
  const fullest = (side: 'pk' | 'kz') => {
    const sums = new Map<string, number>()
    for (const cell of facts.meetings) sums.set(cell[side], (sums.get(cell[side]) ?? 0) + cell.pairs)
    return new Set([...sums].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).slice(0, SECTORS).map(([sector]) => sector))
  }
  const [pk, kz] = [fullest('pk'), fullest('kz')]
  const shown = memorandaView(reader, memoranda)
  return {
    forum: seededText(i18n, forum.name),
    charts: Object.fromEntries(chartsOf(reader, material).map(chart => [chart.id, chart])) as Record<ChartId, Chart>,
    lead: i18n._('{forum}. The desk’s own records, as of {date}. What firms claim, what papers show and what customs confirm stay apart.', { forum: seededText(i18n, forum.name), date: formatDate(locale, now) }),
    figures: [
      ...countries.map(country => ({ shown: number(facts.exposure.filter(firm => firm.country === country).length), label: i18n._('firms from {country}', { country: countryName(i18n, country) }) })),
      { shown: number(facts.funnel.sent), label: i18n._('introductions sent') },
      { shown: number(facts.funnel.connected), label: i18n._('pairs in contact') },
      { shown: facts.hours === null ? '–' : number(facts.hours, 1), label: i18n._('hours, median, to a decision') },
    ],
    heat: heatOf(reader, facts.meetings.filter(cell => pk.has(cell.pk) && kz.has(cell.kz))),
    outcomes: outcomesOf(reader, facts.ledger),
    memoranda: shown.slice(0, MEMORANDA).map(one => ({ id: one.id, title: one.title, parties: `${one.pkParty} – ${one.kzParty}`, signed: one.signed, expires: one.expires, state: one.standingName })),
    more: shown.length > MEMORANDA ? i18n._('{count, plural, one {and # more on the desk’s list} other {and # more on the desk’s list}}', { count: shown.length - MEMORANDA }) : null,
  }
}
export type ReportView = ReturnType<typeof reportView>
