import type { I18n } from '@lingui/core'
import { z } from 'zod'

import type { Locale } from '~/core/locale'
import { rejectReasons } from '~/i18n/words/matches'
import { DatabaseRefusal } from '~/platform/refusal'
import type { BatchDecision, DeskStore } from './desk.store.server'
import type { QueueFilters } from './queue-filters'
import { refusalSentence } from './refusal-sentence.server'
import { snoozeChoices, snoozeUntil, type SnoozeChoice } from './snooze'

/** More approvals than these are asked about once, naming the number of mails. */
export const ASK_FROM = 26

export const bulkForm = z.object({
  intent: z.enum(['approve', 'undo', ...rejectReasons.map(reason => `reject:${reason}` as const), ...snoozeChoices.map(choice => `snooze:${choice}` as const)]),
  scope: z.enum(['all', '']).optional(),
  confirmed: z.literal('yes').optional(),
  batch: z.guid().optional(),
  query: z.string().max(500).optional(),
})

export type BulkWish = z.infer<typeof bulkForm> & { filters: QueueFilters; pairs: string[] }
export type BulkAnswer =
  | { kind: 'done'; batch: string }
  | { kind: 'ask'; pairs: number; mails: number; minutes: number }
  | { kind: 'refused'; status: number; sentence: string }

type BulkDesk = { i18n: I18n; locale: Locale; now: Date; forum: { id: string; undoMinutes: number }; queue: DeskStore }

function decisionOf(intent: BulkWish['intent'], now: Date): BatchDecision | null {
  const [act, choice] = intent.split(':')
  if (act === 'approve') return { decision: 'approve' }
  if (act === 'reject') return { decision: 'reject', reason: choice! }
  const until = snoozeUntil(choice as SnoozeChoice, now)
  return until && { decision: 'snooze', until }
}

/** Decides the ticked pairs, or all that the filters mean; undoes a batch. */
export async function decideBulk(desk: BulkDesk, wish: BulkWish): Promise<BulkAnswer> {
  const refused = (status: number, sentence: string): BulkAnswer => ({ kind: 'refused', status, sentence })
  try {
    if (wish.intent === 'undo') {
      if (!wish.batch) return refused(400, desk.i18n._('There is nothing to undo.'))
      const { kept } = await desk.queue.undoBatch(wish.batch)
      if (kept) return refused(409, desk.i18n._('{count, plural, one {The e-mails of # pair have left: it stays approved. The others wait again.} other {The e-mails of # pairs have left: they stay approved. The others wait again.}}', { count: kept }))
      return { kind: 'done', batch: wish.batch }
    }
    const decision = decisionOf(wish.intent, desk.now)
    if (!decision) return refused(422, refusalSentence(desk.i18n, desk.locale, { reason: 'date_in_past', facts: {} }))
    const all = wish.scope === 'all'
    if (!all && wish.pairs.length === 0) return refused(422, desk.i18n._('Tick at least one pair first.'))
    const pairs = all ? await desk.queue.count(desk.forum.id, wish.filters) : wish.pairs.length
    if (decision.decision === 'approve' && pairs >= ASK_FROM && !wish.confirmed) return { kind: 'ask', pairs, mails: pairs * 2, minutes: desk.forum.undoMinutes }
    const { id } = await desk.queue.decideBatch(desk.forum.id, all ? { filters: wish.filters } : { pairs: wish.pairs }, decision)
    return { kind: 'done', batch: id }
  } catch (error) {
    if (!(error instanceof DatabaseRefusal)) throw error
    return refused(error.status, refusalSentence(desk.i18n, desk.locale, error))
  }
}
