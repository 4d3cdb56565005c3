import { allocate, DEFAULT_RULES, type Offer } from '~/core/matching/allocate'
import { type Engine } from '~/core/matching/engine'
import { type EngineFirm, type RankedPair } from '~/core/matching/types'

/** Partners offered a firm: more than the cap, so that who is crowded out of one pair finds others. */
const OFFERS_A_FIRM = 24

/** Shares the forum's pairs out under floor and cap. Returns each firm's share, best first, explained. */
export function shareOut(engine: Engine, firms: readonly EngineFirm[], report: (message: string) => void): (id: string) => RankedPair[] {
  const offers: Offer[] = []
  for (const { id, country } of firms)
    for (const { partner, exact } of engine.partnersOf(id, OFFERS_A_FIRM))
      offers.push(country === 'PK' ? { pk: id, kz: partner, score: exact } : { pk: partner, kz: id, score: exact })
  const { pairs, method, coverage, gini, short } = allocate(offers, DEFAULT_RULES)
  report(`${pairs.length} pairs shared out (${method}): floor met for ${(100 * coverage).toFixed(1)} % of firms with a counterpart, Gini ${gini.toFixed(3)}, ${short.length} firms short`)
  const partners = new Map<string, string[]>()
  for (const { pk, kz } of pairs) {
    partners.set(pk, [...(partners.get(pk) ?? []), kz])
    partners.set(kz, [...(partners.get(kz) ?? []), pk])
  }
  return id =>
    (partners.get(id) ?? []).flatMap((partner, i) => {
      const pair = engine.pair(id, partner)
      return pair ? [{ ...pair, rank: i + 1, partner }] : []
    })
}
