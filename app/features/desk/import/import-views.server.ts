import type { I18n } from '@lingui/core'

import { guessMapping, headingKey, importFields, neededFields, type Mapping } from '~/core/import/fields'
import { locales, type Locale } from '~/core/locale'
import { serverI18n } from '~/i18n/catalogues.server'
import { formatDateTime, formatNumber } from '~/i18n/format.server'
import { fieldName, outcomeName, problemSentence, twinSentence, verdictName } from './import-words'
import { isRunning } from './import-jobs.server'
import { outcomes, verdicts, type ImportFacts, type ImportRow, type ImportSum, type Outcome, type Verdict } from './import.store.server'

type Reader = { i18n: I18n; locale: Locale; now: Date }
const UNDO_MS = 24 * 60 * 60 * 1000
/** A batch takes a second or two; after so long without one the work has died with its process. */
const STOPPED_MS = 30_000

/** The headings of our own template, in the four languages. */
const ownHeadings = (): Record<string, string> => Object.fromEntries(locales.flatMap(locale => importFields.map(field => [headingKey(fieldName(serverI18n(locale), field)), field])))

export type RowKind = Verdict | Outcome
export const rowKinds: readonly RowKind[] = [...verdicts, ...outcomes]

/** The imports so far, the newest first. */
export function importsView({ i18n, locale }: Reader, imports: readonly ImportSum[]) {
  const count = (n = 0) => formatNumber(locale, n)
  return imports.map(one => ({
    id: one.id, fileName: one.fileName, when: formatDateTime(locale, one.createdAt), by: one.by, rows: count(one.total), wentIn: count(one.counts.applied),
    state: {
      uploaded: i18n._('Uploaded, not checked'), checking: i18n._('Being checked'), checked: i18n._('Checked, not applied'), applying: i18n._('Being applied'), applied: i18n._('Applied'),
      undoing: i18n._('Being undone'), undone: i18n._('The import was undone'),
    }[one.state],
  }))
}

/** One import: its columns with what they mean, how far it is, its sums, what can be done with it. */
export function importView({ i18n, locale, now }: Reader, facts: ImportFacts, chosen?: Mapping) {
  const count = (n = 0) => formatNumber(locale, n)
  const mapping = chosen ?? (Object.keys(facts.mapping).length ? facts.mapping : guessMapping(facts.headings, { ...ownHeadings(), ...facts.remembered }))
  const moving = ['checking', 'applying', 'undoing'].includes(facts.state) || isRunning(facts.id)
  const { counts } = facts
  const goesIn = (counts.new ?? 0) + (counts.updated ?? 0)
  const whole = facts.state === 'applying' ? goesIn : facts.state === 'undoing' ? (counts.applied ?? 0) : facts.total
  const undoUntil = facts.appliedAt ? new Date(Date.parse(facts.appliedAt) + UNDO_MS) : null
  return {
    id: facts.id, fileName: facts.fileName, state: facts.state, country: facts.country ?? '', moving,
    stopped: moving && !isRunning(facts.id) && now.getTime() - Date.parse(facts.movedAt) > STOPPED_MS,
    lead: [i18n._('{count, plural, one {# row} other {# rows}}', { count: facts.total }), formatDateTime(locale, facts.createdAt), facts.by].filter(Boolean).join(' · '),
    progress: moving ? { done: facts.done, of: Math.max(1, whole), words: i18n._('{done} of {of}', { done: count(facts.done), of: count(whole) }) } : null,
    columns: facts.headings.map((heading, column) => ({
      column, heading: heading || i18n._('Column {number}', { number: column + 1 }), samples: facts.samples.map(cells => cells[column] ?? '').filter(Boolean),
      field: importFields.find(field => mapping[field] === column) ?? '',
    })),
    fields: importFields.map(field => ({ value: field, label: neededFields.includes(field) ? i18n._('{field} (needed)', { field: fieldName(i18n, field) }) : fieldName(i18n, field) })),
    sums: verdicts.map(verdict => ({ kind: verdict, label: verdictName(i18n, verdict), count: counts[verdict] ?? 0, shown: count(counts[verdict]) })),
    fates: outcomes.filter(outcome => counts[outcome]).map(outcome => ({ kind: outcome, label: outcomeName(i18n, outcome), count: counts[outcome] ?? 0, shown: count(counts[outcome]) })),
    goesIn, invited: counts.invited ? count(counts.invited) : null, applied: counts.applied ?? 0,
    undoUntil: facts.state === 'applied' && undoUntil && undoUntil > now ? formatDateTime(locale, undoUntil.toISOString()) : null,
    sameFile: facts.sameFile && { id: facts.sameFile.id, when: formatDateTime(locale, facts.sameFile.at) },
  }
}
export type ImportView = ReturnType<typeof importView>

/** What is to be said of a row: one line a wrong cell, or why it was left. */
function troublesOf(i18n: I18n, { headings, mapping }: Pick<ImportFacts, 'headings' | 'mapping'>, row: ImportRow) {
  const columnOf = (field: (typeof importFields)[number]) => (mapping[field] === undefined ? fieldName(i18n, field) : headings[mapping[field]] || fieldName(i18n, field))
  const wrong = row.verdict === 'wrong' ? row.wrong.map(({ field, problem, value }) => ({ column: columnOf(field), value, what: problemSentence(i18n, field, problem) })) : []
  const left = row.verdict === 'duplicate' && row.twin ? [{ column: '', value: '', what: twinSentence(i18n, row.twin) }] : []
  const fate = row.outcome && row.outcome !== 'applied' ? [{ column: '', value: '', what: outcomeName(i18n, row.outcome) }] : []
  return [...wrong, ...left, ...fate]
}

/** Rows of one kind, with their troubles. */
export function importRowsView({ i18n }: Reader, facts: ImportFacts, rows: readonly ImportRow[]) {
  return rows.map(row => ({ row: row.row, name: row.name ?? (facts.mapping.name === undefined ? '' : (row.cells?.[facts.mapping.name] ?? '')), company: row.company ?? row.twin?.company ?? null, troubles: troublesOf(i18n, facts, row) }))
}
export type ImportRowsView = ReturnType<typeof importRowsView>

/** What did not go in, as a table to download: a line a trouble, then the row as it was, so that it can be mended and brought again. */
export function troublesTable({ i18n }: Reader, facts: ImportFacts, rows: readonly ImportRow[]) {
  return {
    head: [i18n._('Row'), i18n._('Column'), i18n._('What stood there'), i18n._('What is wrong and how to mend it'), ...facts.headings],
    rows: rows.flatMap(row => troublesOf(i18n, facts, row).map(({ column, value, what }) => [row.row, column, value, what, ...(row.cells ?? [])])),
  }
}

/** The mapping form as it was sent: a field a column; a field chosen twice stays with the first. */
export function readMapping(form: FormData, headings: readonly string[]): { mapping: Mapping; meanings: Record<string, string>; twice: boolean } {
  const mapping: Mapping = {}
  const meanings: Record<string, string> = {}
  let twice = false
  for (const [column, heading] of headings.entries()) {
    const field = importFields.find(one => one === form.get(`column-${column}`))
    if (field && mapping[field] !== undefined) twice = true
    else if (field) mapping[field] = column
    const key = headingKey(heading)
    if (key && meanings[key] === undefined) meanings[key] = field ?? ''
  }
  return { mapping, meanings, twice }
}
