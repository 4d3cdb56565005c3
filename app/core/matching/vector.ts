/**
 * Beliefs in concepts, packed: an entry is the concept's number shifted by BELIEF_BITS, plus the belief in parts of FULL, ascending by concept. Beliefs are whole
 * numbers so that sums of their products are exact: a pair's fit is the same whichever side adds it up, and in whatever order. Plain arrays: there are
 * hundreds of thousands of a few entries each, and of a typed array so short the most part is its own head.
 */
export type Vector = readonly number[]

/** The belief of one concept alone, without doubt. */
export const FULL = 4096
const BELIEF_BITS = 13
export const FULL_SQUARED = FULL * FULL

/** The concept of an entry. */
export function conceptIn(entry: number): number {
  return entry >> BELIEF_BITS
}

/** The belief of an entry, 0…FULL. */
export function beliefIn(entry: number): number {
  return entry & ((1 << BELIEF_BITS) - 1)
}

/** An entry of a concept's number and a share of belief, 0…1. */
export function entryOf(concept: number, share: number): number {
  return (concept << BELIEF_BITS) + Math.round(Math.min(1, share) * FULL)
}
