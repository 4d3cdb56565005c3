import { slips } from './edit-distance'
import { similarWords } from './grams'
import { scriptOf, type Language } from './language'
import { type Lexicon } from './lexicon'
import { READING_WEIGHTS } from './reading-weights'
import { soundingLike, vowelsAgree } from './sound'
import { stem } from './stem'

/** The known words that a written word may stand for, best first, with how much it may (0…1). */
export interface Expansion {
  words: Int32Array
  likeness: Float32Array
  /** Whether the word itself is known. */
  known: boolean
}

const CANDIDATES = 24
const MOST = 8

/** A word this likely a slip of a known one is not looked for in other scripts: Urdu borrows much more than it is mistyped, the others less. */
function sureEnough(word: string): number {
  return scriptOf(word.charCodeAt(0)) === 'arabic' ? 0.75 : READING_WEIGHTS.leastLikeness
}

/** Finds what a written word may stand for: its stem in each language of its script, words of the same root, and what it may be a slip of. */
export function expandWord(lexicon: Lexicon, word: string, language: Language): Expansion {
  const best = new Map<number, number>()
  const roots = rootsOf(word, language)
  for (const root of roots) {
    const id = lexicon.wordIds.get(root)
    if (id !== undefined) best.set(id, 1)
  }
  const known = best.size > 0
  if (word.length > 3)
    for (const id of similarWords(lexicon.grams, roots[0]!, CANDIDATES)) {
      const likeness = likenessOf(roots[0]!, lexicon.words[id]!, known)
      if (likeness >= READING_WEIGHTS.leastLikeness && !best.has(id)) best.set(id, known ? likeness * READING_WEIGHTS.kinOfKnown : likeness)
    }
  if (!known && ![...best.values()].some(likeness => likeness >= sureEnough(word)))
    for (const id of soundingLike(lexicon.sounds, lexicon.words, roots[0]!))
      best.set(id, READING_WEIGHTS.sound * (0.7 + 0.3 * vowelsAgree(roots[0]!, lexicon.words[id]!)))
  const sorted = [...best].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MOST)
  return { words: Int32Array.from(sorted, entry => entry[0]), likeness: Float32Array.from(sorted, entry => entry[1]), known }
}

function rootsOf(word: string, language: Language): string[] {
  const script = scriptOf(word.charCodeAt(0))
  if (script === 'arabic') return [stem(word, 'ur')]
  if (script !== 'cyrillic') return [stem(word, 'en')]
  const roots = language === 'kk' ? [stem(word, 'kk'), stem(word, 'ru')] : [stem(word, 'ru'), stem(word, 'kk')]
  return roots[0] === roots[1] ? [roots[0]!] : roots
}

/**
 * How likely one stem stands for another: by slips (one in 4–7 letters, two in longer words), and by a shared beginning,
 * which in all four languages carries the root.
 */
export function likenessOf(a: string, b: string, rootsOnly = false): number {
  const longest = Math.max(a.length, b.length)
  const shortest = Math.min(a.length, b.length)
  let same = 0
  while (same < shortest && a.charCodeAt(same) === b.charCodeAt(same)) same++
  const root = same >= 4 ? (same / longest) * (0.5 + (0.5 * same) / shortest) : 0
  if (rootsOnly) return root
  const bound = shortest < 3 ? 0 : longest <= 6 ? 1 : longest <= 10 ? 2 : 3
  const distance = slips(a, b, bound)
  const typed = distance > bound ? 0 : 1 - (READING_WEIGHTS.slip * distance) / (longest + 1) - (a.charCodeAt(0) === b.charCodeAt(0) ? 0 : 0.1)
  return Math.max(root, typed)
}
