/** The texts to read: one of each place. */
export interface PlacedTexts {
  /** Of each text the place of its key: texts that read alike share one. */
  places: Int32Array
  /** Of each place the number of the first text that has it. */
  firsts: Int32Array
}

/**
 * Gives texts places in the order of their keys: neighbours share words, so that each process that reads some of them meets fewer words. Keys are added as they are
 * found, in the order of the texts' numbers, so that little is left to do when all are.
 */
export class TextPlaces {
  /** Of each key, in the order in which they came, its number; and of each such number the first text of the key. */
  private readonly numbers = new Map<string, number>()
  private readonly firsts: number[] = []
  private readonly ofTexts: number[] = []

  get size(): number {
    return this.ofTexts.length
  }

  add(keys: readonly string[]): void {
    for (const key of keys) {
      let number = this.numbers.get(key)
      if (number === undefined) {
        this.numbers.set(key, (number = this.firsts.length))
        this.firsts.push(this.ofTexts.length)
      }
      this.ofTexts.push(number)
    }
  }

  done(): PlacedTexts {
    const sorted = [...this.numbers.keys()].sort()
    const firsts = new Int32Array(sorted.length)
    const places = new Int32Array(sorted.length)
    sorted.forEach((key, place) => {
      const number = this.numbers.get(key)!
      firsts[place] = this.firsts[number]!
      places[number] = place
    })
    return { places: Int32Array.from(this.ofTexts, number => places[number]!), firsts }
  }
}
