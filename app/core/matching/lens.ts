import { CHAPTER, chapterNumber, CONCEPT_NUMBERS, PLAIN_HOP, type ValueChain } from './concepts'
import { NEIGHBOUR_WEIGHT } from './fit'
import { VENTURE_KINDS, type PreparedFirm } from './prepare'
import { beliefIn, conceptIn, FULL, FULL_SQUARED, type Vector } from './vector'

/** A step of the value chain starts, and ends at a product, from a good reading only. */
export const STRONG = Math.ceil(0.4 * FULL)

/**
 * A kind told for a whole firm says little about this very material: such a joint venture ranks beside plain one-way supply, one between listings of
 * such kinds far above it. In hundredths, as are the steps.
 */
const TOLD_WISH = 6
const LISTED_WISH = 100

/** How much of what one firm wishes for a joint venture, at a listing or only for the whole firm, the other offers, in hundredths. */
export function wishesMet(listed: number, told: number, offers: number): number {
  return LISTED_WISH * BITS[listed & offers]! + TOLD_WISH * BITS[told & offers]!
}

/** How many bits of VENTURE_KINDS are set in a number. */
const BITS = Uint8Array.from({ length: VENTURE_KINDS + 1 }, (_, number) => {
  let count = 0
  for (let left = number & VENTURE_KINDS; left; left &= left - 1) count++
  return count
})

/**
 * How what a firm brings meets the other: some of it is what the other seeks, or of one chapter with that; along the value chain it leads to what the other
 * seeks, to what the other makes.
 */
export interface StepsOut {
  isSought: boolean
  isNear: boolean
  toSought: boolean
  toMade: boolean
}

/** The same of either firm of a pair. */
export interface Steps {
  pk: StepsOut
  kz: StepsOut
}

const STEPS: readonly StepsOut[] = Array.from({ length: 16 }, (_, bits) => ({ isSought: (bits & 1) > 0, isNear: (bits & 2) > 0, toSought: (bits & 4) > 0, toMade: (bits & 8) > 0 }))
/** What is brought may be sought, and no step is taken. */
export const NO_STEPS = stepsOf(1, 1, 0, 0)

/** Of sums, each of which says no by nought. */
function stepsOf(sought: number, near: number, toSought: number, toMade: number): StepsOut {
  return STEPS[(sought && 1) | (near && 2) | (toSought && 4) | (toMade && 8)]!
}

/** One firm laid out over all concepts, one step of the value chain each way included, so that another is compared with it by walking the other's few entries. */
export class Lens {
  readonly seeks = new Int32Array(CONCEPT_NUMBERS)
  readonly brings = new Int32Array(CONCEPT_NUMBERS)
  /** What could be made of what it brings; what its wishes are made of; what its products are made of: belief times step. */
  readonly makes = new Int32Array(CONCEPT_NUMBERS)
  readonly wants = new Int32Array(CONCEPT_NUMBERS)
  readonly needs = new Int32Array(CONCEPT_NUMBERS)
  private readonly seeksChapter = new Int32Array(CONCEPT_NUMBERS / CHAPTER)
  private readonly bringsChapter = new Int32Array(CONCEPT_NUMBERS / CHAPTER)
  private me: PreparedFirm | undefined
  /** What the laid-out firm gains by the one last looked at, and the other way round, in things met. */
  mine = 0
  theirs = 0
  /** How what either brings meets the other. */
  steps: Steps = { pk: NO_STEPS, kz: NO_STEPS }

  constructor(readonly chain: ValueChain) {}

  /** Lays a firm out in the place of the one before. */
  show(me: PreparedFirm): void {
    if (this.me === me) return
    if (this.me) this.lay(this.me, 0)
    this.lay((this.me = me), 1)
  }

  private lay({ brings, seeks }: PreparedFirm, on: 0 | 1): void {
    for (let i = 0; i < seeks.length; i++) {
      const entry = seeks[i]!
      const id = conceptIn(entry)
      const belief = beliefIn(entry)
      this.seeks[id] = on * belief
      for (const { other, step } of this.chain.into(id)) this.wants[other] = on * (this.wants[other]! + step * belief)
    }
    for (let i = 0; i < brings.length; i++) {
      const entry = brings[i]!
      const id = conceptIn(entry)
      const belief = beliefIn(entry)
      this.brings[id] = on * belief
      if (belief < STRONG) continue
      for (const { other, step } of this.chain.outOf(id)) this.makes[other] = on * (this.makes[other]! + step * belief)
      for (const { other, step } of this.chain.into(id)) this.needs[other] = on * (this.needs[other]! + step * belief)
    }
    layChapters(seeks, this.seeksChapter, on)
    layChapters(brings, this.bringsChapter, on)
  }

  /**
   * Looks at another firm through the one laid out: fills `mine` and `theirs` with the concepts one seeks and the other brings, hops of the value
   * chain, and a little for neighbours in a chapter. A joint venture is a gain to both, whoever brings the know-how and whoever the raw material.
   */
  look(them: PreparedFirm): void {
    const me = this.me!
    let same = 0
    let onward = 0
    let madeOfMine = 0
    let rawForMine = 0
    for (let i = 0; i < them.brings.length; i++) {
      const entry = them.brings[i]!
      const id = conceptIn(entry)
      const belief = beliefIn(entry)
      same += this.seeks[id]! * belief
      if (belief < STRONG) continue
      onward += this.wants[id]! * belief
      madeOfMine += this.makes[id]! * belief
      rawForMine += this.needs[id]! * belief
    }
    let given = 0
    let givenOnward = 0
    for (let i = 0; i < them.seeks.length; i++) {
      const entry = them.seeks[i]!
      const id = conceptIn(entry)
      const belief = beliefIn(entry)
      given += this.brings[id]! * belief
      givenOnward += this.makes[id]! * belief
    }
    const near = chapterDot(this.seeksChapter, them.brings)
    const givenNear = chapterDot(this.bringsChapter, them.seeks)
    const mine = stepsOf(given, givenNear, givenOnward, madeOfMine)
    const its = stepsOf(same, near, onward, rawForMine)
    this.steps = me.firm.country === 'PK' ? { pk: mine, kz: its } : { pk: its, kz: mine }
    const ventures = (madeOfMine && madeOfMine * wishesMet(me.wishes.listed, me.wishes.told, them.offers)) + (rawForMine && rawForMine * wishesMet(them.wishes.listed, them.wishes.told, me.offers))
    this.mine = gain(same, near, onward + rawForMine, ventures)
    this.theirs = gain(given, givenNear, givenOnward + madeOfMine, ventures)
  }
}

/** All sums are whole and exact, so a gain is the same to the last bit from either side. */
function gain(same: number, chapters: number, hops: number, ventures: number): number {
  const direct = same + NEIGHBOUR_WEIGHT * Math.max(0, chapters - same)
  return (direct + (PLAIN_HOP * hops) / 100 + ventures / 10_000) / FULL_SQUARED
}

function layChapters(vector: Vector, chapters: Int32Array, on: 0 | 1): void {
  for (let i = 0; i < vector.length; i++) {
    const entry = vector[i]!
    const chapter = chapterNumber(conceptIn(entry))
    chapters[chapter] = on * Math.min(FULL, chapters[chapter]! + beliefIn(entry))
  }
}

/** Sum over chapters of what both believe, each side's belief in a chapter at most FULL. */
function chapterDot(chapters: Int32Array, theirs: Vector): number {
  let sum = 0
  let chapter = -1
  let belief = 0
  for (let i = 0; i < theirs.length; i++) {
    const entry = theirs[i]!
    const its = chapterNumber(conceptIn(entry))
    if (its !== chapter) {
      if (belief) sum += chapters[chapter]! * Math.min(FULL, belief)
      chapter = its
      belief = 0
    }
    belief += beliefIn(entry)
  }
  return belief ? sum + chapters[chapter]! * Math.min(FULL, belief) : sum
}
