import { BestFew } from './best-few'
import { PLAIN_HOP } from './concepts'
import { dealsFactor, MOST_GAIN, productFit } from './fit'
import { STRONG, wishesMet, type Lens } from './lens'
import { type Posting, type PostingIndex } from './posting-index'
import { tieKey, type PreparedFirm } from './prepare'
import { beliefIn, conceptIn, FULL_SQUARED } from './vector'

/** The most a pair is worth in which only one side gains. */
const ONE_WAY = productFit(MOST_GAIN, 0)
/**
 * A pair that needs a hop is worth less than this: one thing met outright, one by a hop nobody asked for, or by a joint venture that somebody did.
 * Where enough better ones met outright, hops are not looked up: they are most of the postings, and would change no one's place.
 */
const HOP_CEILING = 0.2
const VENTURE_CEILING = 0.7

/** Marks of so many firms fit in a byte, two each, before all are wiped. */
const MOST_MARKED = 127

/**
 * The join: a firm's seeks over all others' brings and its brings over their seeks. Those found both ways are few, and come first: a byte a slot tells them.
 * Where they are not enough, all gains are added up firm by firm in flat arrays. Only the roughly best are kept.
 * Working memory as large as the index, cleared after each firm.
 */
export class Join {
  readonly best = new BestFew()
  /** Of each slot: what I gain by it, and beside that what I give it, so that both come from memory at once. */
  private sums = new Int32Array(0)
  /** Slots that anything was added to. */
  private touched = new Int32Array(0)
  private touchedCount = 0
  /** Of each slot: whether it brings what this firm seeks (twice the firm's number), and seeks what it brings (one more). */
  private marks = new Uint8Array(0)
  private marked = 0
  private both = new Int32Array(0)
  private bothCount = 0
  /** Slots that a hop was added to, some more than once. */
  private hopped: number[] = []

  /**
   * Fills `best` with the roughly best `most` candidates, in no order, of the firm shown in the lens, among those of the other country. `skip` says which
   * slots may not be its partner.
   */
  find(others: PostingIndex, me: PreparedFirm, lens: Lens, most: number, skip: (slot: number) => boolean): void {
    this.makeRoom(others.firms.length)
    this.best.clear(most)
    const ceiling = me.wishes.listed || (me.offers && others.wishing) ? VENTURE_CEILING : HOP_CEILING
    const enough = this.meet(others, me) >= most
    if (enough) {
      this.addUpMet(others, me)
      this.select(others, me, this.both, this.bothCount, skip, false)
      this.forget(this.both, this.bothCount)
      if (this.best.floor >= ceiling) return
    }
    for (const entry of me.seeks) this.addUp(others.posting('brings', conceptIn(entry)), beliefIn(entry), 0)
    for (const entry of me.brings) this.addUp(others.posting('seeks', conceptIn(entry)), beliefIn(entry), 1)
    if (this.best.floor < ONE_WAY) this.select(others, me, this.touched, this.touchedCount, skip, enough)
    if (this.best.floor < ceiling && this.hop(others, me, lens)) this.selectHopped(others, me, most, skip)
    this.forget(this.touched, this.touchedCount)
    this.touchedCount = 0
  }

  private forget(slots: Int32Array, count: number): void {
    const { sums } = this
    for (let t = 0; t < count; t++) sums[2 * slots[t]!] = sums[2 * slots[t]! + 1] = 0
  }

  private makeRoom(size: number): void {
    if (this.touched.length >= size) return
    const room = Math.ceil(size * 1.25) + 64
    this.sums = new Int32Array(2 * room)
    this.touched = new Int32Array(room)
    this.both = new Int32Array(room)
    this.marks = new Uint8Array(room)
    this.marked = 0
  }

  /** Fills `both` with the slots that bring something this firm seeks and seek something it brings. Returns how many they are. */
  private meet(others: PostingIndex, me: PreparedFirm): number {
    const { marks, both } = this
    if (++this.marked > MOST_MARKED) {
      marks.fill(0)
      this.marked = 1
    }
    const gained = 2 * this.marked
    for (const entry of me.seeks) {
      const posting = others.posting('brings', conceptIn(entry))
      if (!posting) continue
      const { slots, length } = posting
      for (let k = 0; k < length; k++) marks[slots[k]!] = gained
    }
    let count = 0
    for (const entry of me.brings) {
      const posting = others.posting('seeks', conceptIn(entry))
      if (!posting) continue
      const { slots, length } = posting
      for (let k = 0; k < length; k++) {
        const slot = slots[k]!
        if (marks[slot] !== gained) continue
        marks[slot] = gained + 1
        both[count++] = slot
      }
    }
    return (this.bothCount = count)
  }

  /** Adds up what those in `both` bring and seek. */
  private addUpMet(others: PostingIndex, me: PreparedFirm): void {
    const { marks, sums } = this
    const met = 2 * this.marked + 1
    for (const side of [0, 1] as const)
      for (const entry of side ? me.brings : me.seeks) {
        const posting = others.posting(side ? 'seeks' : 'brings', conceptIn(entry))
        if (!posting) continue
        const belief = beliefIn(entry)
        const { slots, beliefs, length } = posting
        for (let k = 0; k < length; k++) if (marks[slots[k]!] === met) sums[2 * slots[k]! + side]! += belief * beliefs[k]!
      }
  }

  /** Adds a posting up on one side: 0 what I gain, 1 what I give. */
  private addUp(posting: Posting | undefined, belief: number, side: 0 | 1): void {
    if (!posting) return
    const { slots, beliefs, length } = posting
    const { sums, touched } = this
    let count = this.touchedCount
    for (let k = 0; k < length; k++) {
      const place = 2 * slots[k]! + side
      const before = sums[place]!
      if (before === 0 && sums[place ^ 1] === 0) touched[count++] = place >> 1
      sums[place] = before + belief * beliefs[k]!
    }
    this.touchedCount = count
  }

  /** Adds one hop of the value chain. Hops never meet hops: that would be two steps. Returns whether any was found. */
  private hop(others: PostingIndex, me: PreparedFirm, { chain }: Lens): boolean {
    let found = false
    for (const entry of me.seeks)
      for (const { other, step } of chain.into(conceptIn(entry))) found = this.step(others.posting('brings', other), STRONG, step * beliefIn(entry), 0) || found
    for (const entry of me.brings) {
      if (beliefIn(entry) < STRONG) continue
      for (const { other, step } of chain.outOf(conceptIn(entry))) {
        found = this.step(others.posting('seeks', other), 0, step * beliefIn(entry), 1) || found
        found = this.venture(others, me, other, step * beliefIn(entry), 1) || found
      }
      for (const { other, step } of chain.into(conceptIn(entry))) found = this.venture(others, me, other, step * beliefIn(entry), 0) || found
    }
    return found
  }

  /** Adds, to those who believe at least so much in a step's other end, a hop that nobody asked for, on one side. Returns whether there were any. */
  private step(posting: Posting | undefined, least: number, weight: number, side: 0 | 1): boolean {
    if (!posting) return false
    const { slots, beliefs, length } = posting
    const { sums } = this
    let found = false
    for (let k = 0; k < length; k++) {
      const belief = beliefs[k]!
      if (belief < least) continue
      const slot = slots[k]!
      this.touch(slot)
      // Rounded up: what was touched must not look untouched.
      sums[2 * slot + side]! += Math.ceil(((weight * belief) / 100) * PLAIN_HOP)
      found = true
    }
    return found
  }

  /**
   * The same where both bring: worth as much more to both as the raw side wishes of what the maker offers for a joint venture. The raw side is this firm
   * where the maker gains by the hop (side 1), and else the other.
   */
  private venture(others: PostingIndex, me: PreparedFirm, concept: number, weight: number, side: 0 | 1): boolean {
    const posting = others.posting('brings', concept)
    if (!posting) return false
    const { offers, wishesListed, wishesTold } = others.columns
    const { slots, beliefs, length } = posting
    const { sums } = this
    let found = false
    for (let k = 0; k < length; k++) {
      const belief = beliefs[k]!
      if (belief < STRONG) continue
      const slot = slots[k]!
      const wished = (side ? wishesMet(me.wishes.listed, me.wishes.told, offers[slot]!) : wishesMet(wishesListed[slot]!, wishesTold[slot]!, me.offers)) / 100
      const worth = (weight * belief) / 100
      this.touch(slot)
      sums[2 * slot]! += Math.ceil(worth * (side ? wished : wished + PLAIN_HOP))
      sums[2 * slot + 1]! += Math.ceil(worth * (side ? wished + PLAIN_HOP : wished))
      found = true
    }
    return found
  }

  /** Notes a slot that a hop is about to be added to. */
  private touch(slot: number): void {
    if (this.sums[2 * slot] === 0 && this.sums[2 * slot + 1] === 0) this.touched[this.touchedCount++] = slot
    this.hopped.push(slot)
  }

  /** Offers slots to the best; `oneWay` leaves out those where both sides gain, which were offered before. */
  private select(others: PostingIndex, me: PreparedFirm, slots: Int32Array, count: number, skip: (slot: number) => boolean, oneWay: boolean): void {
    const { best, sums } = this
    for (let t = 0; t < count; t++) {
      const slot = slots[t]!
      const x = sums[2 * slot]!
      const y = sums[2 * slot + 1]!
      // Most candidates fall by a bound that needs no division, and before the kinds of deal, which only lower, are looked up.
      if (2 * Math.min(x, y) + 0.1 * (x + y) < best.floor * FULL_SQUARED || (oneWay && x > 0 && y > 0)) continue
      this.offer(others, me, slot, x, y, skip)
    }
  }

  /** Chooses anew between the best and those that a hop led to. Hops only add: what else had no place before them has none after. */
  private selectHopped(others: PostingIndex, me: PreparedFirm, most: number, skip: (slot: number) => boolean): void {
    const { best, sums, hopped } = this
    for (const slot of best.slots.subarray(0, best.count)) hopped.push(slot)
    best.clear(most, best.floor)
    for (let i = 0; i < hopped.length; i++) {
      const slot = hopped[i]!
      const x = sums[2 * slot]!
      const y = sums[2 * slot + 1]!
      if (x + y > 0 && 2 * Math.min(x, y) + 0.1 * (x + y) >= best.floor * FULL_SQUARED) this.offer(others, me, slot, x, y, skip)
      // It may stand in the list again.
      sums[2 * slot] = sums[2 * slot + 1] = 0
    }
    hopped.length = 0
  }

  private offer(others: PostingIndex, me: PreparedFirm, slot: number, x: number, y: number, skip: (slot: number) => boolean): void {
    const { best } = this
    const fit = productFit(x / FULL_SQUARED, y / FULL_SQUARED)
    if (fit < best.floor) return
    const { bringsKinds, seeksKinds, hash } = others.columns
    const rough = fit * dealsFactor(me.bringsKinds, me.seeksKinds, bringsKinds[slot]!, seeksKinds[slot]!)
    if (rough < best.floor || others.firms[slot] === undefined || skip(slot)) return
    best.offer(slot, rough, me.firm.country === 'PK' ? tieKey(me.hash, hash[slot]!) : tieKey(hash[slot]!, me.hash))
  }
}
