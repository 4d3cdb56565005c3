/**
 * The one table of kind codes: what sort of thing a listing offers or wants. The same in a listing, a CSV, the database and the engine.
 * The order is fixed: the engine keeps a firm's kinds as bits, bit n being the n-th of these.
 */
export const KINDS = [
  'goods', 'technology', 'training', 'machinery', 'plant', 'capital',
  'distribution', 'port', 'transport', 'certification', 'labour', 'service',
] as const

/** One kind of listing: goods, technology, training, … */
export type Kind = (typeof KINDS)[number]

/** Whether a text is a kind's code, exactly as the table spells it. */
export function isKind(text: string): text is Kind {
  return (KINDS as readonly string[]).includes(text)
}

/** A set of kinds as bits, bit n standing for `KINDS[n]`. */
export function kindBits(kinds: Iterable<Kind>): number {
  let bits = 0
  for (const kind of kinds) bits |= 1 << KINDS.indexOf(kind)
  return bits
}

/** The kinds that a set of bits holds, in the table's order. */
export function kindsOf(bits: number): Kind[] {
  return KINDS.filter((_, i) => bits & (1 << i))
}
