import { allocate, giniOf, type Offer } from './allocate'

/** A firm as a round sees it. */
export interface RoundFirm {
  id: string
  /** Its profile is validated: only such firms are introduced. */
  valid: boolean
  /** Its address can be written to. */
  reachable: boolean
  /** Introductions it has had in this forum, undone ones aside. */
  introduced: number
  /** Those of them it has not answered yet. */
  unanswered: number
}

/** A waiting pair that a round may approve. */
export interface RoundOffer extends Offer {
  match: string
}

export interface RoundRules {
  /** Introductions each valid firm is owed, those it has had included. */
  floor: number
  /** Introductions no firm may exceed. */
  cap: number
  /** Unanswered introductions a firm may have at once. */
  unansweredCap: number
  /** New introductions a firm gets in this round at most. */
  most: number
  /** Pairs that score less are left to an organizer's own eye. */
  leastScore: number
  /** The round's number: it turns the order of equals. */
  round: number
}

/** What keeps a firm under its floor, the most telling first. */
export const SHORT_REASONS = [
  'unreachable', 'unanswered', 'no_counterparts', 'counterparts_not_validated', 'counterparts_unreachable', 'counterparts_unanswered', 'low_scores', 'counterparts_taken',
  'few_counterparts',
] as const
export type ShortReason = (typeof SHORT_REASONS)[number]

export interface ShortFirm {
  id: string
  /** Introductions it will have had after the round. */
  has: number
  why: ShortReason
  /** How many of its pairs the reason keeps back; for `unanswered`, its unanswered introductions. */
  count: number
}

export interface RoundProposal {
  /** The pairs to approve, best first. */
  pairs: RoundOffer[]
  /** Valid firms, and how many of them have their floor before and after the round. */
  firms: number
  floorBefore: number
  floorAfter: number
  /** How unequally introductions are spread over valid firms afterwards: 0 all alike. */
  gini: number
  method: 'exact' | 'greedy'
  /** Valid firms under their floor after the round, those with the least first. */
  short: ShortFirm[]
}

/**
 * "The best for everyone": chooses among the waiting pairs so that each valid firm gets its floor where it can, none exceeds its cap or gets more than it
 * can answer, and the sum of scores is greatest. Nothing is decided here; whoever reads the proposal does that.
 */
export function proposeRound(firms: readonly RoundFirm[], offers: readonly RoundOffer[], rules: RoundRules): RoundProposal {
  const byId = new Map(firms.map(firm => [firm.id, firm]))
  const rooms = new Map(firms.map(firm => [firm.id, roomOf(firm, rules)]))
  const owed = new Map(firms.map(firm => [firm.id, Math.max(0, rules.floor - firm.introduced)]))
  const open = offers.filter(({ pk, kz, score }) => score >= rules.leastScore && (rooms.get(pk) ?? 0) > 0 && (rooms.get(kz) ?? 0) > 0)
  const shared = allocate(open, { floor: rules.floor, cap: rules.most, caps: rooms, floors: owed, round: rules.round })
  const byPair = new Map(open.map(offer => [`${offer.pk} ${offer.kz}`, offer]))
  const pairs = shared.pairs.flatMap(({ pk, kz }) => byPair.get(`${pk} ${kz}`) ?? [])
  const got = new Map<string, number>()
  for (const { pk, kz } of pairs) for (const id of [pk, kz]) got.set(id, (got.get(id) ?? 0) + 1)
  const valid = firms.filter(firm => firm.valid)
  const after = (firm: RoundFirm) => firm.introduced + (got.get(firm.id) ?? 0)
  const offersOf = new Map<string, RoundOffer[]>(firms.map(firm => [firm.id, []]))
  for (const offer of offers) for (const id of [offer.pk, offer.kz]) offersOf.get(id)?.push(offer)
  const short = valid
    .filter(firm => after(firm) < rules.floor)
    .map(firm => ({ id: firm.id, has: after(firm), ...reasonFor(firm, offersOf.get(firm.id) ?? [], got.get(firm.id) ?? 0, byId, rooms, rules) }))
    .sort((a, b) => a.has - b.has || SHORT_REASONS.indexOf(a.why) - SHORT_REASONS.indexOf(b.why) || (a.id < b.id ? -1 : 1))
  return {
    pairs, method: shared.method, short,
    firms: valid.length,
    floorBefore: valid.filter(firm => firm.introduced >= rules.floor).length,
    floorAfter: valid.length - short.length,
    gini: giniOf(Int32Array.from(valid, after)),
  }
}

/** How many new introductions a firm can take. */
function roomOf(firm: RoundFirm, { cap, unansweredCap, most }: RoundRules): number {
  return firm.valid && firm.reachable ? Math.max(0, Math.min(cap - firm.introduced, unansweredCap - firm.unanswered, most)) : 0
}

function reasonFor(
  firm: RoundFirm, offers: readonly RoundOffer[], got: number, firms: ReadonlyMap<string, RoundFirm>, rooms: ReadonlyMap<string, number>, rules: RoundRules,
): { why: ShortReason; count: number } {
  if (!firm.reachable) return { why: 'unreachable', count: 0 }
  if (firm.unanswered >= rules.unansweredCap) return { why: 'unanswered', count: firm.unanswered }
  if (offers.length === 0) return { why: 'no_counterparts', count: 0 }
  const kept = new Map<ShortReason, number>()
  for (const { pk, kz, score } of offers) {
    const other = firms.get(pk === firm.id ? kz : pk)
    const why: ShortReason | null =
      !other?.valid ? 'counterparts_not_validated'
      : !other.reachable ? 'counterparts_unreachable'
      : (rooms.get(other.id) ?? 0) === 0 ? 'counterparts_unanswered'
      : score < rules.leastScore ? 'low_scores'
      : null
    if (why) kept.set(why, (kept.get(why) ?? 0) + 1)
  }
  const closed = [...kept.values()].reduce((sum, count) => sum + count, 0)
  // Open pairs it did not get were worth more to others.
  const taken = offers.length - closed - got
  if (taken > 0) return { why: 'counterparts_taken', count: taken }
  const [most] = [...kept].sort((a, b) => b[1] - a[1] || SHORT_REASONS.indexOf(a[0]) - SHORT_REASONS.indexOf(b[0]))
  return most ? { why: most[0], count: most[1] } : { why: 'few_counterparts', count: offers.length }
}
