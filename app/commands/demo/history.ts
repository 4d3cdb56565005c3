import type { PairRow } from '~/features/matching/stored-pair'
import type { IntroductionState } from '~/core/transitions'

/** What the demonstration forum has behind it: decisions, introductions in every state, what came of them, spread over the last weeks. Invented, and repeatable. */
type Fate = Exclude<IntroductionState, 'held' | 'cancelled'> | 'rejected' | 'snoozed'

/** By score, the best first: the better pairs fare better, but not all of them. */
const fates: readonly Fate[] = [
  'connected', 'connected', 'connected', 'answered_by_one', 'connected', 'declined', 'connected', 'connected', 'sent', 'connected', 'connected', 'postponed', 'rejected', 'connected', 'answered_by_one', 'expired',
  'connected', 'sent', 'rejected', 'declined', 'connected', 'snoozed', 'answered_by_one', 'sent', 'rejected', 'withdrawn', 'connected', 'expired', 'declined', 'rejected', 'undeliverable', 'postponed', 'snoozed',
  'rejected', 'sent', 'expired',
]
const rejectReasons = ['not_complementary', 'known', 'size', 'compliance', 'not_complementary']

type OutcomeSketch = { kind: string; evidence: string; usd: number | null; daysAgo: number }
/** What came of the connected ones, in their order. */
const outcomes: readonly OutcomeSketch[][] = [
  [{ kind: 'met', evidence: 'claimed', usd: null, daysAgo: 17 }, { kind: 'contract', evidence: 'documented', usd: 180_000, daysAgo: 9 }, { kind: 'shipped', evidence: 'customs_verified', usd: 64_000, daysAgo: 2 }],
  [{ kind: 'met', evidence: 'claimed', usd: null, daysAgo: 16 }, { kind: 'trial_order', evidence: 'documented', usd: 22_500, daysAgo: 8 }],
  [{ kind: 'met', evidence: 'claimed', usd: null, daysAgo: 14 }, { kind: 'contract', evidence: 'claimed', usd: 2_400_000, daysAgo: 6 }],
  [{ kind: 'sample', evidence: 'claimed', usd: null, daysAgo: 12 }, { kind: 'letter_of_intent', evidence: 'documented', usd: 650_000, daysAgo: 5 }],
  [{ kind: 'met', evidence: 'claimed', usd: null, daysAgo: 11 }],
  [{ kind: 'met', evidence: 'documented', usd: null, daysAgo: 10 }, { kind: 'memorandum', evidence: 'documented', usd: 1_100_000, daysAgo: 4 }],
  [{ kind: 'shipped', evidence: 'documented', usd: 96_000, daysAgo: 3 }],
  [{ kind: 'met', evidence: 'claimed', usd: null, daysAgo: 6 }, { kind: 'contract', evidence: 'claimed', usd: 420_000, daysAgo: 1 }],
]

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const EXPIRE_DAYS = 14
const PAIRS_A_FIRM = 3

/** The pairs of the past: the best first, no firm in more than three, none of the firms kept for those who try the demonstration. */
export function pairsOfThePast(pairs: readonly PairRow[], mayHavePast: (company: string) => boolean): PairRow[] {
  const shares = new Map<string, number>()
  return [...pairs]
    .sort((a, b) => b.score - a.score || a.pk.localeCompare(b.pk) || a.kz.localeCompare(b.kz))
    .filter(pair => {
      const both = [pair.pk, pair.kz]
      if (!both.every(company => mayHavePast(company) && (shares.get(company) ?? 0) < PAIRS_A_FIRM)) return false
      for (const company of both) shares.set(company, (shares.get(company) ?? 0) + 1)
      return true
    })
    .slice(0, fates.length)
}

export type PastIntroduction = {
  state: IntroductionState
  sentAt: string
  expiresAt: string
  connectedAt: string | null
  closedAt: string | null
  answers: { side: 'pk' | 'kz'; answer: 'yes' | 'not_now' | 'no'; reason: string | null; at: string }[]
  outcomes: { kind: string; evidence: string; usd: number | null; on: string }[]
}
export type PastPair = {
  pair: PairRow
  state: 'approved' | 'rejected' | 'snoozed'
  createdAt: string
  decidedAt: string
  /** Which of the two organizers decided. */
  decider: 0 | 1
  rejectReason: string | null
  snoozedUntil: string | null
  introduction: PastIntroduction | null
}

const answersOf = (fate: Fate, i: number, at: (days: number) => string, sent: number): PastIntroduction['answers'] => {
  const [first, second] = i % 2 ? (['pk', 'kz'] as const) : (['kz', 'pk'] as const)
  const yes = (side: 'pk' | 'kz', days: number) => ({ side, answer: 'yes' as const, reason: null, at: at(sent - days) })
  if (fate === 'connected') return [yes(first, 0.6), yes(second, 1.5)]
  if (fate === 'answered_by_one') return [yes(first, 0.8)]
  if (fate === 'declined') return [yes(first, 0.5), { side: second, answer: 'no', reason: ['no_capacity', 'have_partner', 'not_our_product'][i % 3]!, at: at(sent - 2) }]
  if (fate === 'postponed') return [{ side: first, answer: 'not_now', reason: 'not_now', at: at(sent - 1) }]
  return []
}

/** The past of the forum, as of `now`. */
export function makePast(pairs: readonly PairRow[], now: Date): PastPair[] {
  const at = (daysAgo: number) => new Date(now.getTime() - daysAgo * DAY_MS).toISOString()
  let connected = 0
  return pairs.map((pair, i): PastPair => {
    const fate = fates[i]!
    // The oldest were decided four weeks ago; what is still open was sent in the last days; who lapsed, lapsed a fortnight after.
    const decided = fate === 'expired' ? 20 + (i % 5) : fate === 'sent' || fate === 'answered_by_one' || fate === 'postponed' ? 2 + (i % 4) : 25 - (i * 17) % 21
    const hoursWaited = 3 + ((i * 13) % 50) * (decided > 14 ? 1 : 0.4)
    const sent = decided - 0.01
    const approved = fate !== 'rejected' && fate !== 'snoozed'
    const came = fate === 'connected' ? (outcomes[connected++] ?? []) : []
    return {
      pair, state: approved ? 'approved' : fate, createdAt: at(decided + hoursWaited / 24), decidedAt: at(decided), decider: i % 3 === 0 ? 1 : 0,
      rejectReason: fate === 'rejected' ? rejectReasons[i % rejectReasons.length]! : null, snoozedUntil: fate === 'snoozed' ? at(-3 - i) : null,
      introduction: approved
        ? {
            state: fate, sentAt: at(sent), expiresAt: at(sent - EXPIRE_DAYS), connectedAt: fate === 'connected' ? at(sent - 1.5) : null,
            closedAt: ['declined', 'expired', 'withdrawn', 'undeliverable'].includes(fate) ? at(Math.max(0.1, fate === 'expired' ? sent - EXPIRE_DAYS : sent - 2)) : null,
            answers: answersOf(fate, i, at, sent),
            outcomes: came.map(({ daysAgo, ...outcome }) => ({ ...outcome, on: at(Math.min(daysAgo, Math.max(0.1, sent - 1.5))).slice(0, 10) })),
          }
        : null,
    }
  })
}
