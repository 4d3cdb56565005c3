import { type AllocationRules, type Offer } from './allocate'

/** The offers as numbers: firms in the order of ids, offers best first, each with its two ends. */
export interface Board {
  ids: readonly string[]
  offers: readonly Offer[]
  /** Firm numbers of offer e: ends[2e] the Pakistani one, ends[2e + 1] the Kazakh one. */
  ends: Int32Array
  offersOf: readonly (readonly number[])[]
  /** A firm's floor as it should be. */
  wanted: Int32Array
  /** The same, as far as it has counterparts and its cap allows. */
  floors: Int32Array
  caps: Int32Array
}

/** Lays the offers out. A pair offered twice counts once, with its better score; equals are turned by the round. */
export function layBoard(offers: readonly Offer[], { floor, cap, caps, floors, round = 0 }: AllocationRules): Board {
  const byPair = new Map<string, Offer>()
  for (const offer of offers) {
    const key = `${offer.pk}\u0000${offer.kz}`
    const known = byPair.get(key)
    if (offer.score > 0 && (!known || known.score < offer.score)) byPair.set(key, offer)
  }
  const turned = [...byPair].map(([key, offer]) => ({ key, offer, turn: turnOf(key, round) }))
  turned.sort((a, b) => b.offer.score - a.offer.score || a.turn - b.turn || (a.key < b.key ? -1 : 1))
  const sorted = turned.map(({ offer }) => offer)
  const ids = [...new Set(sorted.flatMap(({ pk, kz }) => [pk, kz]))].sort()
  const numbers = new Map(ids.map((id, i) => [id, i]))
  const ends = new Int32Array(sorted.length * 2)
  const offersOf: number[][] = ids.map(() => [])
  sorted.forEach(({ pk, kz }, e) => {
    ends[2 * e] = numbers.get(pk)!
    ends[2 * e + 1] = numbers.get(kz)!
    offersOf[ends[2 * e]!]!.push(e)
    offersOf[ends[2 * e + 1]!]!.push(e)
  })
  const limits = Int32Array.from(ids, id => caps?.get(id) ?? cap)
  const wanted = Int32Array.from(ids, id => floors?.get(id) ?? floor)
  return { ids, offers: sorted, ends, offersOf, wanted, caps: limits, floors: wanted.map((least, f) => Math.min(least, limits[f]!, offersOf[f]!.length)) }
}

function turnOf(key: string, round: number): number {
  let hash = 0x811c9dc5 ^ Math.imul(round, 0x9e3779b1)
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return (hash ^ (hash >>> 13)) >>> 0
}
