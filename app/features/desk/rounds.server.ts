import type { I18n } from '@lingui/core'
import { z } from 'zod'

import type { Locale } from '~/core/locale'
import { proposeRound, type RoundRules } from '~/core/matching/propose-round'
import { DatabaseRefusal } from '~/platform/refusal'
import type { DeskStore } from './desk.store.server'
import type { Forum } from './desk-facts'
import { refusalSentence } from './refusal-sentence.server'
import type { RoundOutcome, RoundsDesk } from './rounds.store.server'

/** Scores below which a round leaves pairs to an organizer's own eye. */
export const leastScores = [0, 30, 40, 50, 60, 70, 80] as const
/** Firms named one by one in what is kept of a proposal. */
const SHORT_KEPT = 300
/** Pairs approved a call, and how long one request goes on calling: a page must come back. */
const A_CALL = 50
const A_REQUEST_MS = 4_000

const whole = z.coerce.number().int()
export const roundForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('propose'), least: whole.min(0).max(100), most: whole.min(1).max(20) }),
  z.object({ intent: z.enum(['apply', 'undo', 'drop']), round: z.guid() }),
])

type Rounder = {
  i18n: I18n
  locale: Locale
  forum: Pick<Forum, 'id' | 'floor' | 'cap' | 'unansweredCap'>
  rounds: RoundsDesk
  queue: Pick<DeskStore, 'undoBatch'>
}
export type RoundAnswer = { ok: true; round: string | null; said: 'undone' | 'kept' | null } | { ok: false; status: number; sentence: string }

/** Proposes, applies, undoes or drops a round. @param clock milliseconds now: a long round is applied over several requests */
export async function actOnRound(desk: Rounder, form: z.infer<typeof roundForm>, clock: () => number): Promise<RoundAnswer> {
  try {
    if (form.intent === 'propose') return { ok: true, round: await propose(desk, form), said: null }
    if (form.intent === 'drop') {
      await desk.rounds.drop(form.round)
      return { ok: true, round: null, said: null }
    }
    if (form.intent === 'undo') {
      const { batch } = await desk.rounds.one(form.round)
      const { kept } = await desk.queue.undoBatch(batch)
      return { ok: true, round: form.round, said: kept ? 'kept' : 'undone' }
    }
    const until = clock() + A_REQUEST_MS
    while ((await desk.rounds.apply(form.round, A_CALL)).left > 0 && clock() < until);
    return { ok: true, round: form.round, said: null }
  } catch (error) {
    if (!(error instanceof DatabaseRefusal) || error.status === 404) throw error
    return { ok: false, status: error.status, sentence: refusalSentence(desk.i18n, desk.locale, error) }
  }
}

async function propose({ forum, rounds }: Rounder, { least, most }: { least: number; most: number }): Promise<string> {
  const { number, firms, offers } = await rounds.material(forum.id)
  const rules: RoundRules = { floor: forum.floor, cap: forum.cap, unansweredCap: forum.unansweredCap, most, leastScore: least, round: number }
  const { pairs, short, ...rest } = proposeRound(firms, offers, rules)
  const shortBy: RoundOutcome['shortBy'] = {}
  for (const { why } of short) shortBy[why] = (shortBy[why] ?? 0) + 1
  return rounds.propose(forum.id, pairs.map(({ match }) => match), rules, { ...rest, shortBy, short: short.slice(0, SHORT_KEPT) })
}
