/**
 * Keeps the best few of a stream of firms: a heap with the worst of the kept on top, in flat arrays, so that offering one costs no allocation. Better is
 * the higher worth, of equals the lower tie.
 */
export class BestFew {
  /** The kept: the first `count` of these, in no order. */
  slots = new Int32Array(0)
  count = 0
  /** What is worth less has no place any more. */
  floor = 0
  private worth = new Float64Array(0)
  private tie = new Float64Array(0)
  private most = 0

  /** Forgets all; keeps at most `most` from now on. `floor`: what so many are known to reach. */
  clear(most: number, floor = 0): void {
    if (this.slots.length < most) {
      this.slots = new Int32Array(most)
      this.worth = new Float64Array(most)
      this.tie = new Float64Array(most)
    }
    this.most = most
    this.count = 0
    this.floor = floor
  }

  offer(slot: number, worth: number, tie: number): void {
    if (this.count < this.most) this.rise(this.count++, slot, worth, tie)
    else if (!this.worse(worth, tie, 0)) this.sink(slot, worth, tie)
    if (this.count === this.most) this.floor = this.worth[0]!
  }

  private rise(from: number, slot: number, worth: number, tie: number): void {
    let i = from
    while (i > 0) {
      const parent = (i - 1) >> 1
      if (!this.worse(worth, tie, parent)) break
      this.copy(parent, i)
      i = parent
    }
    this.put(i, slot, worth, tie)
  }

  private sink(slot: number, worth: number, tie: number): void {
    let i = 0
    for (let child = 1; child < this.count; child = 2 * i + 1) {
      if (child + 1 < this.count && this.worse(this.worth[child + 1]!, this.tie[child + 1]!, child)) child++
      if (this.worse(worth, tie, child)) break
      this.copy(child, i)
      i = child
    }
    this.put(i, slot, worth, tie)
  }

  private worse(worth: number, tie: number, other: number): boolean {
    return worth !== this.worth[other]! ? worth < this.worth[other]! : tie > this.tie[other]!
  }

  private copy(from: number, to: number): void {
    this.put(to, this.slots[from]!, this.worth[from]!, this.tie[from]!)
  }

  private put(i: number, slot: number, worth: number, tie: number): void {
    this.slots[i] = slot
    this.worth[i] = worth
    this.tie[i] = tie
  }
}
