import type { I18n } from '@lingui/core'

import type { Locale } from '~/core/locale'
import { formatDate, formatNumber } from '~/i18n/format.server'
import { sectorName } from '~/i18n/words/companies'
import { introductionStateName } from '~/i18n/words/matches'
import { barsPicture, type BarRow } from './bars.server'
import type { Chart } from './chart'
import type { Closing, Memorandum } from './memoranda.store.server'
import type { Area } from './memorandum.schema'

type Reader = { i18n: I18n; locale: Locale; now: Date }
export const standings = ['in_force', 'ending', 'expired', 'closed'] as const
export type Standing = (typeof standings)[number]

const DAY_MS = 86_400_000
/** A memorandum that ends within two months wants a word with both parties. */
const ENDING_WITHIN_DAYS = 60

export const areaName = (i18n: I18n, area: Area): string => (area === 'customs' ? i18n._('Customs') : area === 'other' ? i18n._('Other') : sectorName(i18n, area))
export const standingName = (i18n: I18n, standing: Standing): string =>
  ({ in_force: i18n._('In force'), ending: i18n._('Ends within 60 days'), expired: i18n._('Past its end, not closed'), closed: i18n._('Closed') })[standing]
export const closingName = (i18n: I18n, closing: Closing): string => ({ fulfilled: i18n._('Fulfilled'), expired: i18n._('Expired'), abandoned: i18n._('Abandoned') })[closing]

/** Where a memorandum stands on a day. */
export function standingOf({ closedAs, expiresOn }: Pick<Memorandum, 'closedAs' | 'expiresOn'>, now: Date): Standing {
  if (closedAs) return 'closed'
  if (!expiresOn) return 'in_force'
  const daysLeft = (Date.parse(expiresOn) - now.getTime()) / DAY_MS
  return daysLeft < 0 ? 'expired' : daysLeft <= ENDING_WITHIN_DAYS ? 'ending' : 'in_force'
}

/** The memoranda as their page lists them. */
export function memorandaView({ i18n, locale, now }: Reader, memoranda: readonly Memorandum[]) {
  return memoranda.map(one => ({
    id: one.id, title: one.title, area: areaName(i18n, one.area), pkParty: one.pkParty, kzParty: one.kzParty, source: one.source, note: one.note,
    signed: formatDate(locale, one.signedOn), expires: one.expiresOn ? formatDate(locale, one.expiresOn) : null, standing: standingOf(one, now),
    standingName: one.closedAs ? closingName(i18n, one.closedAs) : standingName(i18n, standingOf(one, now)),
    milestones: one.milestones.map(step => ({
      what: step.what, done: step.doneOn !== null, late: step.doneOn === null && step.dueOn !== null && Date.parse(step.dueOn) < now.getTime(),
      when: step.doneOn ? i18n._('done {date}', { date: formatDate(locale, step.doneOn) }) : step.dueOn ? i18n._('due {date}', { date: formatDate(locale, step.dueOn) }) : '',
    })),
    introductions: one.introductions.map(({ id, pk, kz, state }) => ({ id, pk, kz, state: introductionStateName(i18n, state) })),
  }))
}
export type MemorandumView = ReturnType<typeof memorandaView>[number]

/** How the memoranda stand, and how many of their milestones are reached. */
export function memorandaChart(reader: Reader, memoranda: readonly Memorandum[]): Chart {
  const { i18n, locale, now } = reader
  const number = (value: number) => formatNumber(locale, value)
  const steps = memoranda.flatMap(one => one.milestones)
  const rows = standings.map((standing): BarRow => {
    const count = memoranda.filter(one => standingOf(one, now) === standing).length
    return { label: standingName(i18n, standing), shown: number(count), value: count, tone: standing === 'in_force' ? 'pk' : standing === 'closed' ? 'ink' : 'sun' }
  })
  return {
    id: 'memoranda', title: i18n._('{done} of {all} promised milestones are reached', { done: number(steps.filter(step => step.doneOn).length), all: number(steps.length) }),
    unit: i18n._('Memoranda on record, by where they stand'), summary: rows.map(row => `${row.label}: ${row.shown}`).join('; '),
    source: i18n._('Source: this desk’s own records, {date}', { date: formatDate(locale, now) }), head: [i18n._('State'), i18n._('Memoranda')], rows: rows.map(row => [row.label, row.shown]), picture: barsPicture(locale, rows),
  }
}

/** The memoranda as a file's table. */
export function memorandaTable({ i18n, locale, now }: Reader, memoranda: readonly Memorandum[]) {
  return {
    head: [i18n._('Title'), i18n._('Area'), i18n._('Party in Pakistan'), i18n._('Party in Kazakhstan'), i18n._('Signed'), i18n._('Ends'), i18n._('State'), i18n._('Milestones reached'), i18n._('Milestones'), i18n._('Introductions'), i18n._('Source')],
    rows: memoranda.map(one => [
      one.title, areaName(i18n, one.area), one.pkParty, one.kzParty, formatDate(locale, one.signedOn), one.expiresOn ? formatDate(locale, one.expiresOn) : '',
      standingName(i18n, standingOf(one, now)), one.milestones.filter(step => step.doneOn).length, one.milestones.length, one.introductions.length, one.source,
    ]),
  }
}
