import { expandWord, type Expansion } from './expand'
import { type Language } from './language'
import { type Lexicon } from './lexicon'

/** Working memory, one a lexicon: cleared after each text, so that reading one costs no allocation in the size of the dictionary. */
export interface Scratch {
  wordWeight: Float32Array
  /** Of each phrase: the number of the text that saw it last, and its place among that text's candidates (`PLACES` to a text). */
  seen: Int32Array
  text: number
  votes: Float32Array
  words: Float32Array
  cover: Float32Array
  coveredBy: Int32Array
  best: Float32Array
  bestPhrase: Int32Array
  /** The concepts that the text touched. */
  touched: Int32Array
  expansions: Map<string, Expansion>
  candidates: Int32Array
  /** Of each candidate: what the text's words make up of it, as far as they were gathered. */
  gains: Float64Array
  voters: Int32Array
  likeness: Float32Array
}

const scratches = new WeakMap<Lexicon, Scratch>()
export const MOST_VOTERS = 128
export const MOST_CANDIDATES = 5000
/** A power of two over MOST_CANDIDATES. */
export const PLACES = 8192
const MOST_EXPANSIONS = 60_000

export function scratchOf(lexicon: Lexicon): Scratch {
  let scratch = scratches.get(lexicon)
  if (!scratch) {
    const concepts = lexicon.codes.length
    scratch = {
      wordWeight: new Float32Array(lexicon.words.length), seen: new Int32Array(lexicon.phraseNorm.length), text: 0,
      votes: new Float32Array(concepts), words: new Float32Array(concepts), cover: new Float32Array(concepts), coveredBy: new Int32Array(concepts), best: new Float32Array(concepts),
      bestPhrase: new Int32Array(concepts).fill(-1), touched: new Int32Array(concepts), expansions: new Map(),
      candidates: new Int32Array(MOST_CANDIDATES), gains: new Float64Array(MOST_CANDIDATES), voters: new Int32Array(MOST_VOTERS), likeness: new Float32Array(MOST_VOTERS),
    }
    scratches.set(lexicon, scratch)
  }
  return scratch
}

/** Expansions of a word, remembered: the words of listings repeat far more than their phrases. */
export function expansionOf(lexicon: Lexicon, word: string, language: Language): Expansion {
  const { expansions } = scratchOf(lexicon)
  const key = language === 'kk' ? `kk ${word}` : word
  let expansion = expansions.get(key)
  if (!expansion) {
    if (expansions.size >= MOST_EXPANSIONS) expansions.clear()
    expansion = expandWord(lexicon, word, language)
    expansions.set(key, expansion)
  }
  return expansion
}

/** A word of the text: what it counts for, and the known words it may stand for. */
export interface QueryWord {
  weight: number
  expansion: Expansion
}
