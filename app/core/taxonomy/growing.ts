/** A list of whole numbers that grows: an Int32Array that doubles, because an array of boxed numbers would take several times the memory. */
export class GrowingInts {
  private data: Int32Array
  length: number

  /** @param before what the list begins with */
  constructor(before: Int32Array = new Int32Array(0)) {
    this.length = before.length
    this.data = new Int32Array(Math.max(1024, 2 * this.length))
    this.data.set(before)
  }

  push(value: number): void {
    if (this.length === this.data.length) {
      const larger = new Int32Array(this.data.length * 2)
      larger.set(this.data)
      this.data = larger
    }
    this.data[this.length++] = value
  }

  done(): Int32Array {
    return this.data.slice(0, this.length)
  }
}

/** Lists of numbers laid end to end: list `i` is `items[starts[i]] … items[starts[i + 1] - 1]`. */
export interface Lists {
  starts: Int32Array
  items: Int32Array
}

/** Turns lists round: for pairs (owner, item), the owners of each item, in order. */
export function inverted(owners: Lists, itemCount: number): Lists {
  const starts = new Int32Array(itemCount + 1)
  for (const item of owners.items) starts[item + 1]!++
  for (let i = 0; i < itemCount; i++) starts[i + 1]! += starts[i]!
  const next = starts.slice()
  const items = new Int32Array(owners.items.length)
  for (let owner = 0; owner + 1 < owners.starts.length; owner++)
    for (let k = owners.starts[owner]!; k < owners.starts[owner + 1]!; k++) items[next[owners.items[k]!]!++] = owner
  return { starts, items }
}
