import type { I18n } from '@lingui/core'
import { z } from 'zod'

import type { Locale } from '~/core/locale'
import { formatDate, formatTime } from '~/i18n/format.server'
import { rejectReasons } from '~/i18n/words/matches'
import { DatabaseRefusal } from '~/platform/refusal'
import type { CompaniesDesk } from './companies.store.server'
import type { DeskStore } from './desk.store.server'
import { refusalSentence } from './refusal-sentence.server'
import { snoozeChoices, snoozeUntil } from './snooze'

const note = z.string().max(1000).optional()
const uuid = z.guid()

/** What a decision's form says. The button's value names the act and its choice: 'reject:known', 'snooze:monday'. */
export const decisionForm = z.object({
  match: uuid,
  intent: z.enum(['approve', 'undo', 'validate', ...rejectReasons.map(reason => `reject:${reason}` as const), ...snoozeChoices.map(choice => `snooze:${choice}` as const)]),
  company: uuid.optional(),
  note,
  notePk: note,
  noteKz: note,
  date: z.string().optional(),
  next: z.union([uuid, z.literal('')]).optional(),
  query: z.string().max(500).optional(),
})
export type DecisionForm = z.infer<typeof decisionForm>

/** What became of a decision, as a sentence; `undo` names the pair whose decision may be taken back. */
export type Decided = { ok: true; sentence: string; undo: string | null; gone: boolean } | { ok: false; status: number; reason: string; sentence: string }

export type Decider = { i18n: I18n; locale: Locale; now: Date; forum: { id: string; undoMinutes: number }; queue: DeskStore; companies: Pick<CompaniesDesk, 'review'> }

/** Carries one decision out. A refusal of the database comes back as its sentence. */
export async function decide(desk: Decider, form: DecisionForm): Promise<Decided> {
  try {
    return await carryOut(desk, form)
  } catch (error) {
    if (!(error instanceof DatabaseRefusal)) throw error
    return { ok: false, status: error.status, reason: error.reason, sentence: refusalSentence(desk.i18n, desk.locale, error) }
  }
}

async function carryOut(desk: Decider, form: DecisionForm): Promise<Decided> {
  const { i18n, locale, queue } = desk
  const [act, choice] = form.intent.split(':')
  const decided = (sentence: string, gone = true): Decided => ({ ok: true, sentence, undo: gone ? form.match : null, gone })
  if (act === 'undo') {
    await queue.undo(form.match)
    return decided(i18n._('Undone. The pair waits again.'), false)
  }
  if (act === 'validate') {
    if (!form.company) throw new DatabaseRefusal(422, 'not_found', {})
    await desk.companies.review(form.company, desk.forum.id, { decision: 'validate', marks: {}, reasons: [] })
    return decided(i18n._('Validated. The firm is told by e-mail.'), false)
  }
  if (act === 'approve') {
    const answer = await queue.approve(form.match, { pk: form.notePk, kz: form.noteKz })
    if (answer.state === 'approved_by_one') return { ok: true, gone: false, undo: form.match, sentence: i18n._('Your approval is recorded. An organiser of the other country must approve too.') }
    return decided(answer.send_after ? i18n._('Approved. The e-mails leave at {time}.', { time: formatTime(locale, answer.send_after) }) : i18n._('Approved.'))
  }
  if (act === 'reject') {
    await queue.reject(form.match, choice!, form.note)
    return decided(i18n._('Rejected. The pair will not be suggested again.'))
  }
  const until = snoozeUntil(choice as (typeof snoozeChoices)[number], desk.now, form.date)
  if (!until) throw new DatabaseRefusal(422, 'date_in_past', {})
  await queue.snooze(form.match, until)
  return decided(i18n._('Snoozed until {date}.', { date: formatDate(locale, until) }))
}
