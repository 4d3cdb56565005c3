import { BestFew } from './best-few'
import { PLAIN_HOP } from './concepts'
import { dealFactor, kindFit, MOST_GAIN, productFit } from './fit'
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

/**
 * The join: a firm's seeks over all others' brings and its brings over their seeks, added up firm by firm in flat arrays; only the roughly best are kept.
 * Working memory as large as the index, cleared after each firm.
 */
export class Join {
  readonly best = new BestFew()
  /** Of each slot: what I gain by it, and beside that what I give it, so that both come from memory at once. */
  private sums = new Int32Array(0)
  /** Slots that anything was added to, and of these the slots where both sides gain. */
  private touched = new Int32Array(0)
  private both = new Int32Array(0)
  private touchedCount = 0
  private bothCount = 0

  /**
   * Fills `best` with the roughly best `most` candidates, in no order, of the firm shown in the lens, among those of the other country. `skip` says which
   * slots may not be its partner.
   */
  find(others: PostingIndex, me: PreparedFirm, lens: Lens, most: number, skip: (slot: number) => boolean): void {
    this.makeRoom(others.firms.length)
    this.best.clear(most)
    for (const entry of me.seeks) this.gain(others.posting('brings', conceptIn(entry)), beliefIn(entry))
    for (const entry of me.brings) this.give(others.posting('seeks', conceptIn(entry)), beliefIn(entry))
    this.select(others, me, this.both, this.bothCount, skip, false)
    if (this.best.floor < ONE_WAY) this.select(others, me, this.touched, this.touchedCount, skip, true)
    const ceiling = me.wishes.listed || (me.offers && others.wishing) ? VENTURE_CEILING : HOP_CEILING
    if (this.best.floor < ceiling && this.hop(others, me, lens)) {
      // Hops only add: what had no place before them has none after.
      this.best.clear(most, this.best.floor)
      this.select(others, me, this.touched, this.touchedCount, skip, false)
    }
    this.forget()
  }

  private forget(): void {
    const { sums, touched, touchedCount } = this
    for (let t = 0; t < touchedCount; t++) {
      const place = 2 * touched[t]!
      sums[place] = sums[place + 1] = 0
    }
    this.touchedCount = this.bothCount = 0
  }

  private makeRoom(size: number): void {
    if (this.touched.length >= size) return
    const room = Math.ceil(size * 1.25) + 64
    this.sums = new Int32Array(2 * room)
    this.touched = new Int32Array(room)
    this.both = new Int32Array(room)
  }

  private gain(posting: Posting | undefined, belief: number): void {
    if (!posting) return
    const { slots, beliefs, length } = posting
    const { sums, touched } = this
    let count = this.touchedCount
    for (let k = 0; k < length; k++) {
      const slot = slots[k]!
      const before = sums[2 * slot]!
      if (before === 0) touched[count++] = slot
      sums[2 * slot] = before + belief * beliefs[k]!
    }
    this.touchedCount = count
  }

  private give(posting: Posting | undefined, belief: number): void {
    if (!posting) return
    const { slots, beliefs, length } = posting
    const { sums, touched, both } = this
    let count = this.touchedCount
    let bothCount = this.bothCount
    for (let k = 0; k < length; k++) {
      const slot = slots[k]!
      const before = sums[2 * slot + 1]!
      if (before === 0) {
        if (sums[2 * slot] === 0) touched[count++] = slot
        else both[bothCount++] = slot
      }
      sums[2 * slot + 1] = before + belief * beliefs[k]!
    }
    this.touchedCount = count
    this.bothCount = bothCount
  }

  /** Adds one hop of the value chain. Hops never meet hops: that would be two steps. Returns whether any was found. */
  private hop(others: PostingIndex, me: PreparedFirm, { chain }: Lens): boolean {
    const { offers, wishesListed, wishesTold } = others.columns
    const itsOffer = (slot: number) => wishesMet(me.wishes.listed, me.wishes.told, offers[slot]!) / 100
    const itsWish = (slot: number) => wishesMet(wishesListed[slot]!, wishesTold[slot]!, me.offers) / 100
    let found = false
    for (const entry of me.seeks)
      for (const { other, step } of chain.into(conceptIn(entry))) found = this.step(others.posting('brings', other), STRONG, step * beliefIn(entry), PLAIN_HOP, 0) || found
    for (const entry of me.brings) {
      if (beliefIn(entry) < STRONG) continue
      for (const { other, step } of chain.outOf(conceptIn(entry))) {
        found = this.step(others.posting('seeks', other), 0, step * beliefIn(entry), 0, PLAIN_HOP) || found
        found = this.venture(others.posting('brings', other), step * beliefIn(entry), itsOffer, 0, PLAIN_HOP) || found
      }
      for (const { other, step } of chain.into(conceptIn(entry))) found = this.venture(others.posting('brings', other), step * beliefIn(entry), itsWish, PLAIN_HOP, 0) || found
    }
    return found
  }

  /** Adds to those who believe at least so much in a step's other end: what it is to me, and to them. Returns whether there were any. */
  private step(posting: Posting | undefined, least: number, weight: number, mine: number, theirs: number): boolean {
    let found = false
    for (let k = 0; posting && k < posting.length; k++) {
      const belief = posting.beliefs[k]!
      if (belief < least) continue
      this.add(posting.slots[k]!, (weight * belief) / 100, mine, theirs)
      found = true
    }
    return found
  }

  /** The same where both bring: worth as much more to both as one wishes of what the other offers for a joint venture. */
  private venture(posting: Posting | undefined, weight: number, wishes: (slot: number) => number, mine: number, theirs: number): boolean {
    let found = false
    for (let k = 0; posting && k < posting.length; k++) {
      const belief = posting.beliefs[k]!
      if (belief < STRONG) continue
      const slot = posting.slots[k]!
      const wished = wishes(slot)
      this.add(slot, (weight * belief) / 100, wished + mine, wished + theirs)
      found = true
    }
    return found
  }

  private add(slot: number, worth: number, mine: number, theirs: number): void {
    const { sums } = this
    if (sums[2 * slot] === 0 && sums[2 * slot + 1] === 0) this.touched[this.touchedCount++] = slot
    // Rounded up: what was touched must not look untouched.
    sums[2 * slot]! += Math.ceil(worth * mine)
    sums[2 * slot + 1]! += Math.ceil(worth * theirs)
  }

  /** Offers slots to the best; `oneWay` leaves out those where both sides gain, which were offered before. */
  private select(others: PostingIndex, me: PreparedFirm, slots: Int32Array, count: number, skip: (slot: number) => boolean, oneWay: boolean): void {
    const { best, sums } = this
    const { bringsKinds, seeksKinds, hash } = others.columns
    const pakistani = me.firm.country === 'PK'
    for (let t = 0; t < count; t++) {
      const slot = slots[t]!
      const x = sums[2 * slot]!
      const y = sums[2 * slot + 1]!
      if (oneWay && x > 0 && y > 0) continue
      // Most candidates fall by a bound that needs no division, and before the kinds of deal, which only lower, are looked up.
      if (2 * Math.min(x, y) + 0.1 * (x + y) < best.floor * FULL_SQUARED) continue
      const fit = productFit(x / FULL_SQUARED, y / FULL_SQUARED)
      if (fit < best.floor) continue
      const rough = fit * dealFactor(Math.max(kindFit(me.bringsKinds, seeksKinds[slot]!), kindFit(bringsKinds[slot]!, me.seeksKinds)))
      if (rough < best.floor || others.firms[slot] === undefined || skip(slot)) continue
      best.offer(slot, rough, pakistani ? tieKey(me.hash, hash[slot]!) : tieKey(hash[slot]!, me.hash))
    }
  }
}
