import { kindBits, KINDS, type Kind } from '~/core/companies/kinds'
import { DEALS, type Deal } from './deal-table'
import { type PreparedFirm } from './prepare'

/** Each side's gain counts up to two things met; more is welcome, but does not make a better partner. */
export const MOST_GAIN = 2
/** The product fit of two firms that each meet two wishes of the other: the scale's end. */
export const BEST_FIT = 2.4

/** Product fit of two gains: their harmonic mean, so that both must gain, and a tenth of their sum, so that one-way supply ranks too. */
export function productFit(x: number, y: number): number {
  const a = Math.min(x, MOST_GAIN)
  const b = Math.min(y, MOST_GAIN)
  return a + b === 0 ? 0 : (2 * a * b) / (a + b) + 0.1 * (a + b)
}

/** What a neighbour in the chapter counts for, against the concept itself: a hint, and a cushion where a text was read one heading off. */
export const NEIGHBOUR_WEIGHT = 0.05

/** What of the product fit is left by the kinds of deal: 0.3 where no kind brought is a kind sought, 1 where the best pair is the same wish. */
export function dealFactor(fit: number): number {
  return 0.3 + 0.7 * fit
}

/** The deals, the best first; of equals the one that stands first in the table. */
const RANKED = [...DEALS].sort((a, b) => b.fit - a.fit)
/** Of each such place what it leaves of the product fit; the last: no deal. Of single precision, as rankings always were. */
const FACTORS = Float64Array.from([...RANKED.map(({ fit }) => fit), 0], fit => dealFactor(Math.fround(fit)))

/** Kinds are looked up by halves of their bits, so that all there are fit in four small tables. */
const HALF = Math.ceil(KINDS.length / 2)
const HALVES = 1 << HALF
const LOW = HALVES - 1
const PLACES = [0, 1, 2, 3].map(halves => tableOf((halves >> 1) * HALF, (halves & 1) * HALF)) as [Uint8Array, Uint8Array, Uint8Array, Uint8Array]

/** The best deals' places, by half of the kinds brought and half of the kinds sought; `brought` and `sought` say how far the halves are shifted. */
function tableOf(brought: number, sought: number): Uint8Array {
  const isIn = (kind: Kind, half: number, shift: number) => (kindBits([kind]) >> shift) & half & LOW
  return Uint8Array.from({ length: HALVES * HALVES }, (_, halves) => {
    const place = RANKED.findIndex(row => isIn(row.brought, halves >> HALF, brought) && isIn(row.sought, halves, sought))
    return place < 0 ? RANKED.length : place
  })
}

/** The place of the best deal between kinds brought and kinds sought, both as bits. */
function placeOf(brought: number, sought: number): number {
  const [low, right, left, high] = PLACES
  const [b, s] = [(brought & LOW) << HALF, sought & LOW]
  const [c, t] = [(brought >> HALF) << HALF, sought >> HALF]
  return Math.min(low[b | s]!, right[b | t]!, left[c | s]!, high[c | t]!)
}

/** The best deal between two firms, whoever brings; of equals the one that stands first in the table. */
export function bestDeal(a: PreparedFirm, b: PreparedFirm): Deal | undefined {
  return RANKED[Math.min(placeOf(a.bringsKinds, b.seeksKinds), placeOf(b.bringsKinds, a.seeksKinds))]
}

/** What of the product fit is left by the kinds of deal between two firms, whoever brings. */
export function dealsFactor(brings: number, seeks: number, theyBring: number, theySeek: number): number {
  return FACTORS[Math.min(placeOf(brings, theySeek), placeOf(theyBring, seeks))]!
}
