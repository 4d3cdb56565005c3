/**
 * The letters of the known words, indexed twice: by three-letter grams, for kin and long misspellings, and by what is left when one letter
 * is taken out, for short misspellings (a four-letter word with a typo may share no gram with itself).
 */
export interface GramIndex {
  words: readonly string[]
  grams: Buckets
  deletions: Buckets
  /** How many grams each word has: one a letter, up to LONGEST. */
  sizes: Uint8Array
}

/** Numbers by hash: bucket `h` holds `items[starts[h]] … items[starts[h + 1] - 1]`. */
interface Buckets {
  mask: number
  starts: Int32Array
  items: Int32Array
}

const LONGEST = 24
const SHORT_WORD = 9

export function buildGrams(words: readonly string[]): GramIndex {
  const sizes = new Uint8Array(words.length)
  const grams = buckets(words, 17, (word, add) => {
    forGrams(word, add)
  })
  words.forEach((word, i) => (sizes[i] = Math.min(word.length, LONGEST)))
  const deletions = buckets(words, 19, (word, add) => {
    if (word.length <= SHORT_WORD) forDeletions(word, add)
  })
  return { words, grams, deletions, sizes }
}

function buckets(words: readonly string[], bits: number, each: (word: string, add: (hash: number) => void) => void): Buckets {
  const mask = (1 << bits) - 1
  const starts = new Int32Array(mask + 2)
  for (const word of words) each(word, hash => void starts[(hash & mask) + 1]!++)
  for (let h = 0; h <= mask; h++) starts[h + 1]! += starts[h]!
  const next = starts.slice()
  const items = new Int32Array(starts[mask + 1]!)
  words.forEach((word, i) => each(word, hash => void (items[next[hash & mask]!++] = i)))
  return { mask, starts, items }
}

/** Hashes of a word's three-letter grams, its ends marked: length-of-word grams in all. */
function forGrams(word: string, visit: (hash: number) => void): void {
  const length = Math.min(word.length, LONGEST)
  let a = 1
  let b = word.charCodeAt(0)
  for (let i = 1; i <= length; i++) {
    const c = i < length ? word.charCodeAt(i) : 2
    visit(mix(Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35)))
    a = b
    b = c
  }
}

/** Hashes of the word itself and of the word with each one letter left out. */
function forDeletions(word: string, visit: (hash: number) => void): void {
  for (let skip = -1; skip < word.length; skip++) {
    if (skip > 0 && word[skip] === word[skip - 1]) continue
    let hash = 7
    for (let i = 0; i < word.length; i++) if (i !== skip) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193)
    visit(mix(hash))
  }
}

function mix(hash: number): number {
  const h = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return (h ^ (h >>> 13)) >>> 0
}

/** Scratch space for one search at a time: how many grams each word shares with the one looked for. */
let shared = new Uint8Array(0)

/** The known words whose letters are most like this word's, at most `most`, by shared grams or by one slip of the finger. */
export function similarWords(index: GramIndex, word: string, most: number): number[] {
  if (shared.length < index.words.length) shared = new Uint8Array(index.words.length)
  const counts = shared
  const { mask, starts, items } = index.grams
  const touched: number[] = []
  const length = Math.min(word.length, LONGEST)
  const floor = Math.max(2, Math.floor(length * 0.3))
  forGrams(word, hash => {
    const h = hash & mask
    for (let k = starts[h]!, end = starts[h + 1]!; k < end; k++) {
      const w = items[k]!
      if (++counts[w]! === floor) touched.push(w)
    }
  })
  const found = likest(index, touched, length, most)
  counts.fill(0)
  if (word.length <= SHORT_WORD + 1) addSlips(index, word, found)
  return found
}

/** Of the words touched the `most` that share the largest part of their grams (Dice), best first, of equals the earlier word. */
function likest(index: GramIndex, touched: readonly number[], length: number, most: number): number[] {
  const kept: number[] = []
  const dice: number[] = []
  for (const w of touched) {
    const its = (2 * shared[w]!) / (length + index.sizes[w]!)
    let i = kept.length
    if (i === most) {
      if (its < dice[i - 1]! || (its === dice[i - 1]! && w > kept[i - 1]!)) continue
      i--
    }
    for (; i > 0 && (its > dice[i - 1]! || (its === dice[i - 1]! && w < kept[i - 1]!)); i--) {
      kept[i] = kept[i - 1]!
      dice[i] = dice[i - 1]!
    }
    kept[i] = w
    dice[i] = its
  }
  return kept
}

function addSlips(index: GramIndex, word: string, found: number[]): void {
  forDeletions(word, hash => {
    const h = hash & index.deletions.mask
    for (let k = index.deletions.starts[h]!; k < index.deletions.starts[h + 1]!; k++) {
      const w = index.deletions.items[k]!
      if (Math.abs(index.sizes[w]! - word.length) <= 1 && !found.includes(w)) found.push(w)
    }
  })
}
