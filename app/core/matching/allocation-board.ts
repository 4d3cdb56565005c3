import { type AllocationRules, type Offer } from './allocate'

/** Offers as columns over the firms' ids, in any order: millions of them take a third of a gigabyte as objects. `pk` and `kz` are places in `ids`. */
export interface OfferColumns {
  ids: readonly string[]
  pk: Int32Array
  kz: Int32Array
  score: Float64Array
}

/** The offers as numbers: firms in the order of ids, offers best first, each with its two ends. */
export interface Board {
  ids: readonly string[]
  scores: Float64Array
  /** Firm numbers of offer e: ends[2e] the Pakistani one, ends[2e + 1] the Kazakh one. */
  ends: Int32Array
  offersOf: readonly (readonly number[])[]
  /** A firm's floor as it should be. */
  wanted: Int32Array
  /** The same, as far as it has counterparts and its cap allows. */
  floors: Int32Array
  caps: Int32Array
}

export function columnsOf(offers: readonly Offer[]): OfferColumns {
  const places = new Map<string, number>()
  for (const { pk, kz } of offers) for (const id of [pk, kz]) if (!places.has(id)) places.set(id, places.size)
  return {
    ids: [...places.keys()],
    pk: Int32Array.from(offers, ({ pk }) => places.get(pk)!),
    kz: Int32Array.from(offers, ({ kz }) => places.get(kz)!),
    score: Float64Array.from(offers, ({ score }) => score),
  }
}

/** Lays the offers out. A pair offered twice counts once, with its better score; equals are turned by the round. */
export function layBoard(offers: OfferColumns, { floor, cap, caps, floors, round = 0 }: AllocationRules): Board {
  const { pk, kz, score } = offers
  const kept = oncePerPair(offers)
  const { ids, numbers } = numbered(offers, kept)
  const turns = new Uint32Array(score.length)
  for (const e of kept) turns[e] = turnOf(offers.ids[pk[e]!]!, offers.ids[kz[e]!]!, round)
  kept.sort((a, b) => score[b]! - score[a]! || turns[a]! - turns[b]! || numbers[pk[a]!]! - numbers[pk[b]!]! || numbers[kz[a]!]! - numbers[kz[b]!]!)
  const ends = new Int32Array(kept.length * 2)
  const offersOf: number[][] = ids.map(() => [])
  kept.forEach((e, place) => {
    ends[2 * place] = numbers[pk[e]!]!
    ends[2 * place + 1] = numbers[kz[e]!]!
    offersOf[ends[2 * place]!]!.push(place)
    offersOf[ends[2 * place + 1]!]!.push(place)
  })
  const limits = Int32Array.from(ids, id => caps?.get(id) ?? cap)
  const wanted = Int32Array.from(ids, id => floors?.get(id) ?? floor)
  return { ids, scores: Float64Array.from(kept, e => score[e]!), ends, offersOf, wanted, caps: limits, floors: wanted.map((least, f) => Math.min(least, limits[f]!, offersOf[f]!.length)) }
}

/** The offers worth anything, of each pair the best: those of one Pakistani firm after another, marking the Kazakh ones as they come. */
function oncePerPair({ ids, pk, kz, score }: OfferColumns): Int32Array {
  const byPk = Int32Array.from(pk.keys()).filter(e => score[e]! > 0).sort((a, b) => pk[a]! - pk[b]! || a - b)
  const place = new Int32Array(ids.length).fill(-1)
  let count = 0
  let first = 0
  for (const e of byPk) {
    if (count > first && pk[byPk[first]!] !== pk[e]) first = count
    const known = place[kz[e]!]!
    if (known < first) byPk[(place[kz[e]!] = count++)] = e
    else if (score[byPk[known]!]! < score[e]!) byPk[known] = e
  }
  return byPk.slice(0, count)
}

/** The firms of these offers in the order of their ids, and their numbers by their places in the columns. */
function numbered({ ids, pk, kz }: OfferColumns, kept: Int32Array): { ids: string[]; numbers: Int32Array } {
  const numbers = new Int32Array(ids.length).fill(-1)
  for (const e of kept) numbers[pk[e]!] = numbers[kz[e]!] = 0
  const places = [...ids.keys()].filter(place => numbers[place] === 0).sort((a, b) => (ids[a]! < ids[b]! ? -1 : 1))
  places.forEach((place, number) => (numbers[place] = number))
  return { ids: places.map(place => ids[place]!), numbers }
}

function turnOf(pk: string, kz: string, round: number): number {
  let hash = hashed(hashed(0x811c9dc5 ^ Math.imul(round, 0x9e3779b1), pk), `\u0000${kz}`)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return (hash ^ (hash >>> 13)) >>> 0
}

function hashed(from: number, text: string): number {
  let hash = from
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash
}
