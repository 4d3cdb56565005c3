import { type PreparedFirm } from './prepare'
import { type Direction } from './types'
import { beliefIn, conceptIn, type Vector } from './vector'

/** Which firms have a concept, and how surely: two arrays side by side that double when full. */
export interface Posting {
  slots: Int32Array
  beliefs: Uint16Array
  length: number
}

/**
 * Concept → firms of one country, a list a direction; and, in columns, what the join asks of each firm. A firm's slot is never reused: an edit takes a
 * new slot and leaves a dead one, and when the dead are a quarter of all, the engine lays the index anew. So a reader never meets half an edit, and
 * lists stay flat arrays.
 */
export class PostingIndex {
  readonly firms: (PreparedFirm | undefined)[] = []
  private readonly lists = { brings: new Map<number, Posting>(), seeks: new Map<number, Posting>() }
  private dead = 0
  /** Firms that name a joint venture's wish at a listing. */
  wishing = 0
  /** Of each slot; as long as the slots that fit before the columns are doubled. */
  columns = columnsOf(64)

  /** Adds a firm and gives it its slot. */
  add(prepared: PreparedFirm): void {
    const slot = this.firms.push(prepared) - 1
    prepared.slot = slot
    if (slot === this.columns.hash.length) this.columns = columnsOf(slot * 2, this.columns)
    const { bringsKinds, seeksKinds, offers, wishesListed, wishesTold, hash } = this.columns
    bringsKinds[slot] = prepared.bringsKinds
    seeksKinds[slot] = prepared.seeksKinds
    offers[slot] = prepared.offers
    wishesListed[slot] = prepared.wishes.listed
    wishesTold[slot] = prepared.wishes.told
    hash[slot] = prepared.hash
    if (prepared.wishes.listed) this.wishing++
    post(this.lists.brings, prepared.brings, slot)
    post(this.lists.seeks, prepared.seeks, slot)
  }

  remove(slot: number): void {
    if (this.firms[slot]?.wishes.listed) this.wishing--
    this.firms[slot] = undefined
    this.dead++
  }

  /** Whether so many slots are dead that the lists should be laid anew. */
  get worn(): boolean {
    return this.dead > 1000 && this.dead * 4 > this.firms.length
  }

  posting(direction: Direction, concept: number): Posting | undefined {
    return this.lists[direction].get(concept)
  }
}

interface Columns {
  bringsKinds: Uint16Array
  seeksKinds: Uint16Array
  offers: Uint16Array
  wishesListed: Uint16Array
  wishesTold: Uint16Array
  hash: Int32Array
}

function columnsOf(size: number, before?: Columns): Columns {
  const bits = (old?: Uint16Array) => {
    const column = new Uint16Array(size)
    if (old) column.set(old)
    return column
  }
  const hash = new Int32Array(size)
  if (before) hash.set(before.hash)
  return {
    bringsKinds: bits(before?.bringsKinds), seeksKinds: bits(before?.seeksKinds), offers: bits(before?.offers),
    wishesListed: bits(before?.wishesListed), wishesTold: bits(before?.wishesTold), hash,
  }
}

function post(postings: Map<number, Posting>, vector: Vector, slot: number): void {
  for (const entry of vector) {
    const id = conceptIn(entry)
    let posting = postings.get(id)
    if (!posting) postings.set(id, (posting = { slots: new Int32Array(4), beliefs: new Uint16Array(4), length: 0 }))
    if (posting.length === posting.slots.length) {
      const [slots, beliefs] = [new Int32Array(posting.length * 2), new Uint16Array(posting.length * 2)]
      slots.set(posting.slots)
      beliefs.set(posting.beliefs)
      posting.slots = slots
      posting.beliefs = beliefs
    }
    posting.slots[posting.length] = slot
    posting.beliefs[posting.length++] = beliefIn(entry)
  }
}
