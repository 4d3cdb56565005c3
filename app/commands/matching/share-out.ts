import { allocate, DEFAULT_RULES, type Allocation } from '~/core/matching/allocate'
import { type OfferColumns } from '~/core/matching/allocation-board'

/** Partners offered a firm: more than the cap, so that who is crowded out of one pair finds others. */
export const OFFERS_A_FIRM = 24

/** Shares the forum's pairs out under floor and cap. Returns each firm's partners, best first. */
export function shareOut(offers: OfferColumns, report: (message: string) => void): ReadonlyMap<string, readonly string[]> {
  const allocation = allocate(offers, DEFAULT_RULES)
  report(summaryOf(allocation))
  const partners = new Map<string, string[]>()
  const give = (id: string, partner: string) => {
    const given = partners.get(id)
    if (given) given.push(partner)
    else partners.set(id, [partner])
  }
  for (const { pk, kz } of allocation.pairs) {
    give(pk, kz)
    give(kz, pk)
  }
  return partners
}

function summaryOf({ pairs, method, coverage, gini, short }: Allocation): string {
  return `${pairs.length} pairs shared out (${method}): floor met for ${(100 * coverage).toFixed(1)} % of firms with a counterpart, Gini ${gini.toFixed(3)}, ${short.length} firms short`
}
