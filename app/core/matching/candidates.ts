import { dealFactor, kindFit, productFit } from './fit'
import { type Field, type Posting, type PostingIndex } from './posting-index'
import { tieKey, type PreparedFirm, type Vector } from './prepare'

/** A firm across the border with its rough worth: product fit times deal fit. */
export interface Candidate {
  slot: number
  rough: number
  tie: number
}

/** Working memory of the join, as large as the index, cleared after each firm. */
export interface JoinMemory {
  gained: Float32Array
  given: Float32Array
  touched: Int32Array
}

export function joinMemory(size: number): JoinMemory {
  return { gained: new Float32Array(size), given: new Float32Array(size), touched: new Int32Array(size) }
}

/** What of the firm meets what of the others, and whose gain it is. */
interface Meeting {
  mine: Field
  theirs: Field
  gain: 'mine' | 'theirs'
}

const DIRECT: readonly Meeting[] = [
  { mine: 'seeks', theirs: 'brings', gain: 'mine' },
  { mine: 'brings', theirs: 'seeks', gain: 'theirs' },
]

/** One hop of the value chain. Hops never meet hops: that would be two steps. */
const HOPS: readonly Meeting[] = [
  { mine: 'hopSeeks', theirs: 'brings', gain: 'mine' },
  { mine: 'seeks', theirs: 'hopBrings', gain: 'mine' },
  { mine: 'ventureSeeks', theirs: 'ventureBrings', gain: 'mine' },
  { mine: 'ventureSeeks', theirs: 'ventureBrings', gain: 'theirs' },
  { mine: 'brings', theirs: 'hopSeeks', gain: 'theirs' },
  { mine: 'hopBrings', theirs: 'seeks', gain: 'theirs' },
  { mine: 'ventureBrings', theirs: 'ventureSeeks', gain: 'theirs' },
  { mine: 'ventureBrings', theirs: 'ventureSeeks', gain: 'mine' },
]

/**
 * A pair that needs a hop is worth less than this (one thing met outright, one by a hop). Where enough better ones met outright, hops are not looked
 * up: they are most of the postings, and would change no one's place. Full scoring counts them for all that are left.
 */
const HOP_CEILING = 0.7

/** The best `most` candidates of a firm, roughly ranked. `skip` says which slots may not be its partner. */
export function candidatesOf(index: PostingIndex, me: PreparedFirm, memory: JoinMemory, most: number, skip: (slot: number) => boolean): Candidate[] {
  let count = meetAll(index, me, DIRECT, memory, 0)
  let best = select(index, me, memory, count, most, skip)
  if (best.floor < HOP_CEILING) {
    const direct = count
    count = meetAll(index, me, HOPS, memory, count)
    if (count > direct || me.hopSeeks.ids.length || me.hopBrings.ids.length) best = select(index, me, memory, count, most, skip)
  }
  for (let t = 0; t < count; t++) memory.gained[memory.touched[t]!] = memory.given[memory.touched[t]!] = 0
  return best.ranked()
}

function meetAll(index: PostingIndex, me: PreparedFirm, meetings: readonly Meeting[], memory: JoinMemory, before: number): number {
  const other = me.firm.country === 'PK' ? 'KZ' : 'PK'
  let count = before
  for (const { mine, theirs, gain } of meetings) {
    const into = gain === 'mine' ? memory.gained : memory.given
    const vector: Vector = me[mine]
    for (let i = 0; i < vector.ids.length; i++) {
      const posting = index.posting(other, theirs, vector.ids[i]!)
      if (posting) count = accumulate(posting, vector.weights[i]!, into, memory, count)
    }
  }
  return count
}

function select(index: PostingIndex, me: PreparedFirm, memory: JoinMemory, count: number, most: number, skip: (slot: number) => boolean): Best {
  const best = new Best(most)
  for (let t = 0; t < count; t++) {
    const slot = memory.touched[t]!
    const fit = productFit(memory.gained[slot]!, memory.given[slot]!)
    // The deal factor only lowers, so most candidates fall before it is looked up.
    if (fit < best.floor) continue
    const them = index.firms[slot]
    if (!them) continue
    const rough = fit * dealFactor(Math.max(kindFit(me.bringsKinds, them.seeksKinds), kindFit(them.bringsKinds, me.seeksKinds)))
    if (rough >= best.floor && !skip(slot)) best.offer({ slot, rough, tie: tieKey(me, them) })
  }
  return best
}

function accumulate(posting: Posting, weight: number, into: Float32Array, memory: JoinMemory, count: number): number {
  const { slots, weights, length } = posting
  const { gained, given, touched } = memory
  for (let k = 0; k < length; k++) {
    const slot = slots[k]!
    if (gained[slot] === 0 && given[slot] === 0) touched[count++] = slot
    into[slot]! += weight * weights[k]!
  }
  return count
}

/** Keeps the best few of a stream: a heap with the worst of the kept on top. */
class Best {
  private readonly kept: Candidate[] = []
  floor = 0

  constructor(private readonly most: number) {}

  offer(candidate: Candidate): void {
    if (this.kept.length < this.most) this.up(this.kept.push(candidate) - 1)
    else if (worse(this.kept[0]!, candidate)) {
      this.kept[0] = candidate
      this.down()
    }
    if (this.kept.length === this.most) this.floor = this.kept[0]!.rough
  }

  ranked(): Candidate[] {
    return this.kept.sort((a, b) => (worse(a, b) ? 1 : -1))
  }

  private up(from: number): void {
    const candidate = this.kept[from]!
    let i = from
    for (; i > 0; i = (i - 1) >> 1) {
      const parent = this.kept[(i - 1) >> 1]!
      if (!worse(candidate, parent)) break
      this.kept[i] = parent
    }
    this.kept[i] = candidate
  }

  private down(): void {
    const candidate = this.kept[0]!
    let i = 0
    for (let child = 1; child < this.kept.length; child = 2 * i + 1) {
      if (child + 1 < this.kept.length && worse(this.kept[child + 1]!, this.kept[child]!)) child++
      if (!worse(this.kept[child]!, candidate)) break
      this.kept[i] = this.kept[child]!
      i = child
    }
    this.kept[i] = candidate
  }
}

function worse(a: Candidate, b: Candidate): boolean {
  return a.rough !== b.rough ? a.rough < b.rough : a.tie > b.tie
}
