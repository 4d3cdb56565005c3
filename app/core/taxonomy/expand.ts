import { slips } from './edit-distance'
import { similarWords } from './grams'
import { scriptOf, type Language } from './language'
import { type Lexicon } from './lexicon'
import { READING_WEIGHTS } from './reading-weights'
import { soundingLike, vowelsAgree } from './sound'
import { stem } from './stem'

/** The known words that a written word may stand for, best first, with how much each counts: 1 as written, a little more at most for a common word that it is a slip of. */
export interface Expansion {
  words: Int32Array
  likeness: Float32Array
  /** Whether the word itself is known. */
  known: boolean
}

const CANDIDATES = 24
const MOST = 12

/** A word this likely a slip of a known one is not looked for in other scripts: Urdu borrows much more than it is mistyped, the others less. */
function sureEnough(word: string): number {
  return scriptOf(word.charCodeAt(0)) === 'arabic' ? 0.75 : READING_WEIGHTS.leastLikeness
}

/**
 * Finds what a written word may stand for: its stem in each language of its script, words of the same root, and what it may be a slip of.
 * Of equally likely readings the commoner word is the likelier; and even a word that is known may be a slip of a common one (pes, peas).
 */
export function expandWord(lexicon: Lexicon, word: string, language: Language): Expansion {
  const found: number[] = []
  const likeness: number[] = []
  const roots = rootsOf(lexicon, word, language)
  let uses = 0
  for (const root of roots) {
    const id = lexicon.wordIds.get(root.text)
    if (id === undefined) continue
    likeness[found.push(id) - 1] = root.likeness
    uses = Math.max(uses, usesOf(lexicon, id))
  }
  const known = found.length > 0
  const root = roots[0]!.text
  if (word.length > 3)
    for (const id of similarWords(lexicon.grams, root, CANDIDATES)) {
      if (found[0] === id || found[1] === id) continue
      const like = known ? likenessToKnown(lexicon, root, id, uses) : likenessToUnknown(lexicon, root, id)
      if (like > 0) likeness[found.push(id) - 1] = like
    }
  if (!known && likeness.every(like => like < sureEnough(word)))
    for (const id of soundingLike(lexicon.sounds, lexicon.words, root)) {
      const place = found.indexOf(id)
      likeness[place < 0 ? found.push(id) - 1 : place] = READING_WEIGHTS.sound * (0.7 + 0.3 * vowelsAgree(root, lexicon.words[id]!))
    }
  const sorted = [...found.keys()].sort((a, b) => likeness[b]! - likeness[a]! || found[a]! - found[b]!).slice(0, MOST)
  return { words: Int32Array.from(sorted, i => found[i]!), likeness: Float32Array.from(sorted, i => likeness[i]!), known }
}

/** Whether a word is known as it is written, or a form of one that is: all that is asked of the second half of two words written together. */
export function isKnown(lexicon: Lexicon, word: string, language: Language): boolean {
  return rootsOf(lexicon, word, language).some(({ text }) => lexicon.wordIds.has(text))
}

function likenessToUnknown(lexicon: Lexicon, root: string, id: number): number {
  const spelt = slipLikeness(root, lexicon.words[id]!)
  const slip = spelt && spelt + READING_WEIGHTS.commonness * Math.log(1 + usesOf(lexicon, id))
  return atLeast(Math.max(slip, kinship(root, lexicon.words[id]!)))
}

/** A known word is kin of those that begin like it; a rare one may be a slip of one that the dictionary uses more. */
function likenessToKnown(lexicon: Lexicon, root: string, id: number, uses: number): number {
  const { kinOfKnown, slipOfKnown, rare } = READING_WEIGHTS
  const kin = atLeast(kinship(root, lexicon.words[id]!)) * kinOfKnown
  return uses > rare || usesOf(lexicon, id) <= uses ? kin : Math.max(kin, likenessToUnknown(lexicon, root, id) * slipOfKnown)
}

function atLeast(likeness: number): number {
  return likeness < READING_WEIGHTS.leastLikeness ? 0 : likeness
}

/** In how many phrases the dictionary uses a word. */
function usesOf({ wordPhrases: { starts } }: Lexicon, id: number): number {
  return starts[id + 1]! - starts[id]!
}

/** A word's stems, that of the text's language first. */
function rootsOf({ written }: Lexicon, word: string, language: Language): { text: string; likeness: number }[] {
  const script = scriptOf(word.charCodeAt(0))
  if (script !== 'cyrillic') return [{ text: script === 'arabic' ? stem(word, 'ur', written.ur) : stem(word, 'en'), likeness: 1 }]
  const ru = { text: stem(word, 'ru', written.ru), likeness: readAs(word, written.ru.words, written.kk.words) }
  const kk = { text: stem(word, 'kk', written.kk), likeness: readAs(word, written.kk.words, written.ru.words) }
  if (ru.text === kk.text) return [{ text: ru.text, likeness: 1 }]
  return language === 'kk' ? [kk, ru] : [ru, kk]
}

/** A word that only the other language has as it is written is seldom a form of another word of this one: бадам is an almond in Kazakh, not food additives (бад) in Russian. */
function readAs(word: string, own: ReadonlySet<string>, other: ReadonlySet<string>): number {
  return other.has(word) && !own.has(word) ? READING_WEIGHTS.kinOfKnown : 1
}

/** How likely one stem is another with slips: one in three or four letters, two in up to eight, three in longer words. */
function slipLikeness(a: string, b: string): number {
  const longest = Math.max(a.length, b.length)
  const bound = Math.min(a.length, b.length) < 3 ? 0 : longest <= 4 ? 1 : longest <= 8 ? 2 : 3
  const distance = slips(a, b, bound)
  return distance > bound ? 0 : 1 - (READING_WEIGHTS.slip * distance) / (longest + 1) - (a.charCodeAt(0) === b.charCodeAt(0) ? 0 : 0.1)
}

/** How likely two stems have one root: by a shared beginning of four letters or more, which in all four languages carries it. */
function kinship(a: string, b: string): number {
  const longest = Math.max(a.length, b.length)
  const shortest = Math.min(a.length, b.length)
  let same = 0
  while (same < shortest && a.charCodeAt(same) === b.charCodeAt(same)) same++
  return same >= 4 ? (same / longest) * (0.5 + (0.5 * same) / shortest) : 0
}
