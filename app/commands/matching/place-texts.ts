/** The texts to read: one of each place. */
export interface PlacedTexts {
  /** Of each text the place of its key: texts that read alike share one. */
  places: Int32Array
  /** Of each place the number of the first text that has it. */
  firsts: Int32Array
}

/** Gives texts places in the order of their keys: neighbours share words, so that each process that reads some of them meets fewer words. */
export function placeTexts(keys: readonly string[]): PlacedTexts {
  const first = new Map<string, number>()
  keys.forEach((key, number) => {
    if (!first.has(key)) first.set(key, number)
  })
  const sorted = [...first.keys()].sort()
  const firsts = Int32Array.from(sorted, key => first.get(key)!)
  sorted.forEach((key, place) => first.set(key, place))
  return { places: Int32Array.from(keys, key => first.get(key)!), firsts }
}
