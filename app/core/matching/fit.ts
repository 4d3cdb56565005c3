import { kindBits, KINDS } from '~/core/companies/kinds'
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

const dealsByKinds = new Map<number, Deal | undefined>()

/** The best deal between two firms, whoever brings; of equals the one that stands first in the table. */
export function bestDeal(a: PreparedFirm, b: PreparedFirm): Deal | undefined {
  const [one, other] = [dealBetween(a.bringsKinds, b.seeksKinds), dealBetween(b.bringsKinds, a.seeksKinds)]
  if (!one || !other) return one ?? other
  return other.fit > one.fit || (other.fit === one.fit && DEALS.indexOf(other) < DEALS.indexOf(one)) ? other : one
}

function dealBetween(brought: number, sought: number): Deal | undefined {
  const key = brought * 65536 + sought
  const known = dealsByKinds.get(key)
  if (known || dealsByKinds.has(key)) return known
  const possible = DEALS.filter(row => brought & kindBits([row.brought]) && sought & kindBits([row.sought]))
  const best = possible.sort((x, y) => y.fit - x.fit)[0]
  dealsByKinds.set(key, best)
  return best
}

/** The best fit between kinds brought and kinds sought, both as bits. */
export function kindFit(brought: number, sought: number): number {
  const row = (FITS[brought] ??= new Float32Array(1 << KINDS.length).fill(-1))
  if (row[sought]! < 0) row[sought] = dealBetween(brought, sought)?.fit ?? 0
  return row[sought]!
}

/** Fits by kinds brought and kinds sought, filled as they are asked for; −1 not asked yet. */
const FITS: Float32Array[] = []
