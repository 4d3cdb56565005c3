import { type PreparedFirm, type Vector } from './prepare'
import { type Country } from './types'

/** Which firms have a concept, and how surely: two arrays side by side that double when full. */
export interface Posting {
  slots: Int32Array
  weights: Float32Array
  length: number
}

/** The vectors of a firm, each with lists of its own a country. */
export const FIELDS = ['brings', 'seeks', 'hopBrings', 'hopSeeks', 'ventureBrings', 'ventureSeeks'] as const
export type Field = (typeof FIELDS)[number]

/**
 * Concept → firms, a list a country and field. A firm's slot is never reused: an edit takes a new slot and leaves a dead one, and when the dead
 * are a quarter of all, the engine lays the index anew. So a reader never meets half an edit, and lists stay flat arrays.
 */
export class PostingIndex {
  private readonly lists = new Map<string, Map<number, Posting>>()
  readonly firms: (PreparedFirm | undefined)[] = []
  private dead = 0

  /** Adds a firm and returns its slot. */
  add(prepared: PreparedFirm): number {
    const slot = this.firms.push(prepared) - 1
    for (const field of FIELDS) this.post(this.field(prepared.firm.country, field), prepared[field], slot)
    return slot
  }

  remove(slot: number): void {
    if (!this.firms[slot]) return
    this.firms[slot] = undefined
    this.dead++
  }

  /** Whether so many slots are dead that the lists should be laid anew. */
  get worn(): boolean {
    return this.dead > 1000 && this.dead * 4 > this.firms.length
  }

  posting(country: Country, field: Field, concept: number): Posting | undefined {
    return this.field(country, field).get(concept)
  }

  private field(country: Country, field: Field): Map<number, Posting> {
    const key = country + field
    let postings = this.lists.get(key)
    if (!postings) this.lists.set(key, (postings = new Map()))
    return postings
  }

  private post(postings: Map<number, Posting>, vector: Vector, slot: number): void {
    vector.ids.forEach((id, i) => {
      let posting = postings.get(id)
      if (!posting) postings.set(id, (posting = { slots: new Int32Array(4), weights: new Float32Array(4), length: 0 }))
      if (posting.length === posting.slots.length) {
        const [slots, weights] = [new Int32Array(posting.length * 2), new Float32Array(posting.length * 2)]
        slots.set(posting.slots)
        weights.set(posting.weights)
        posting.slots = slots
        posting.weights = weights
      }
      posting.slots[posting.length] = slot
      posting.weights[posting.length++] = vector.weights[i]!
    })
  }
}
