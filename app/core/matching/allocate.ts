import { allocateExactly } from './allocate-exact'
import { allocateGreedily } from './allocate-greedy'
import { columnsOf, layBoard, type Board, type OfferColumns } from './allocation-board'

/** A pair that may be shown, with what showing it is worth. */
export interface Offer {
  pk: string
  kz: string
  score: number
}

export interface AllocationRules {
  /** Every firm gets this many pairs, where it has that many counterparts (3). */
  floor: number
  /** No firm is in more pairs than this (20). */
  cap: number
  /** Caps of single firms, where they differ. */
  caps?: ReadonlyMap<string, number>
  /** Floors of single firms, where they differ: what is still owed to a firm that was shown something already. */
  floors?: ReadonlyMap<string, number>
  /** Turns the order of equals: the number of the forum's round, recorded with the result. */
  round?: number
}

export interface Allocation {
  /** The pairs to show: best first. */
  pairs: Offer[]
  total: number
  method: 'exact' | 'greedy'
  /** Share of firms with a counterpart that got their floor. */
  coverage: number
  /** How unequally showings are spread over firms: 0 all alike, towards 1 all to one. */
  gini: number
  /** Firms under the floor, and why: too few counterparts at all, or all of them full. */
  short: { id: string; got: number; why: 'few counterparts' | 'counterparts full' }[]
  round: number
}

export const DEFAULT_RULES: AllocationRules = Object.freeze({ floor: 3, cap: 20 })

/** Up to this many offers the optimum is computed; beyond, a greedy choice with repair comes within three in a hundred of it. */
export const MOST_EXACT_OFFERS = 3000

/**
 * Shares attention out: chooses among the offers so that nobody is over its cap, everybody has its floor where counterparts exist, and the sum of
 * scores is greatest under both (a capacitated b-matching). The forum's list is not everyone's ten best: a star firm would be in all of them.
 */
export function allocate(offers: readonly Offer[] | OfferColumns, rules: AllocationRules = DEFAULT_RULES, most = MOST_EXACT_OFFERS): Allocation {
  const board = layBoard('ids' in offers ? offers : columnsOf(offers), rules)
  const method = board.scores.length <= most ? 'exact' : 'greedy'
  const chosen = method === 'exact' ? allocateExactly(board) : allocateGreedily(board)
  return { ...reportOn(board, chosen), method, round: rules.round ?? 0 }
}

function reportOn(board: Board, chosen: Uint8Array): Omit<Allocation, 'method' | 'round'> {
  const got = new Int32Array(board.ids.length)
  const pairs: Offer[] = []
  board.scores.forEach((score, e) => {
    if (!chosen[e]) return
    const [pk, kz] = [board.ends[2 * e]!, board.ends[2 * e + 1]!]
    got[pk]!++
    got[kz]!++
    pairs.push({ pk: board.ids[pk]!, kz: board.ids[kz]!, score })
  })
  const short = board.ids.flatMap((id, f) => {
    const counterparts = board.offersOf[f]!.length
    if (got[f]! >= board.wanted[f]!) return []
    return [{ id, got: got[f]!, why: counterparts <= got[f]! ? ('few counterparts' as const) : ('counterparts full' as const) }]
  })
  const served = got.reduce((count, value, f) => count + (value >= board.floors[f]! ? 1 : 0), 0)
  return { pairs, short, total: pairs.reduce((sum, { score }) => sum + score, 0), coverage: got.length ? served / got.length : 1, gini: giniOf(got) }
}

/** The Gini coefficient of whole numbers: mean difference over twice the mean. */
export function giniOf(counts: Int32Array): number {
  const sorted = counts.slice().sort()
  let weighted = 0
  let sum = 0
  sorted.forEach((value, i) => {
    weighted += (2 * (i + 1) - sorted.length - 1) * value
    sum += value
  })
  return sum ? weighted / (sorted.length * sum) : 0
}
