import { MAKERS } from './chatter'
import { type Code } from './codes'
import { isKnown, type Expansion } from './expand'
import { type Language } from './language'
import { type Lexicon } from './lexicon'
import { namesMachine, type ReadWord } from './reading'
import { READING_WEIGHTS } from './reading-weights'
import { expansionOf, scratchOf, type QueryWord, type Scratch } from './scratch'
import { vote } from './vote'

/** A concept (its place in `lexicon.codes`) with its support, and the phrase that supports it best (−1 for none). */
export interface Ranked {
  concept: number
  support: number
  phrase: number
  likeness: number
}

/** A reading this likely is taken as meant. */
const SURELY_MEANT = 0.7
/** A phrase this like is the dictionary's own. */
const SAME_PHRASE = 0.9
/** A service called by its own name comes before goods whose name has the same stems (дубление кож, дублёные кожи). */
const NAMED = 1.01

/** Ranks the concepts a phrase may mean, best first, at most `top`. */
export function rankConcepts(lexicon: Lexicon, phrase: readonly ReadWord[], language: Language, top: number): Ranked[] {
  const scratch = scratchOf(lexicon)
  const query = joinedAndSplit(lexicon, phrase, language).map(word => weighed(lexicon, word, language))
  let norm = 0
  for (const word of query) norm += word.weight ** 2
  norm = Math.sqrt(norm)
  if (!norm) return []
  for (const { expansion: { words, likeness }, weight } of query)
    for (let i = 0; i < words.length; i++) scratch.wordWeight[words[i]!] = Math.max(scratch.wordWeight[words[i]!]!, weight * likeness[i]!)
  const touched = scratch.touched.subarray(0, support(lexicon, scratch, query, vote(lexicon, scratch, query, norm)))
  const ranked = collect(lexicon, scratch, touched, top, norm * norm, { activity: namesActivity(lexicon, query), machine: namesMachine(phrase) })
  for (const { expansion } of query) for (const w of expansion.words) scratch.wordWeight[w] = 0
  for (const concept of touched) {
    scratch.votes[concept] = scratch.words[concept] = scratch.cover[concept] = scratch.best[concept] = scratch.coveredBy[concept] = 0
    scratch.bestPhrase[concept] = -1
  }
  return ranked
}

/** Words written together or apart: `sheep skin` also as `sheepskin`, an unknown `woolfabric` as two. */
function joinedAndSplit(lexicon: Lexicon, phrase: readonly ReadWord[], language: Language): ReadWord[] {
  const words = [...phrase]
  phrase.forEach((word, i) => {
    const next = phrase[i + 1]
    if (next && !MAKERS.has(next.text) && word.text.length + next.text.length > 5 && lexicon.wordIds.has(word.text + next.text))
      words.push({ text: word.text + next.text, weight: Math.max(word.weight, next.weight) })
    if (word.text.length < 7 || isExplained(expansionOf(lexicon, word.text, language))) return
    for (let cut = 3; cut <= word.text.length - 3; cut++) {
      const [head, tail] = [word.text.slice(0, cut), word.text.slice(cut)]
      if (!lexicon.wordIds.has(head) || !isKnown(lexicon, tail, language)) continue
      words.push({ text: head, weight: word.weight }, { text: tail, weight: word.weight })
      break
    }
  })
  return words
}

/** A word known, or likely a slip of a known one, is not taken apart. */
function isExplained({ known, likeness }: Expansion): boolean {
  return known || likeness.some(like => like >= SURELY_MEANT)
}

function weighed(lexicon: Lexicon, word: ReadWord, language: Language): QueryWord {
  const expansion = expansionOf(lexicon, word.text, language)
  const telling = expansion.words.length ? lexicon.idf[expansion.words[0]!]! : READING_WEIGHTS.unknown
  return { weight: word.weight * telling, expansion }
}

/**
 * Adds what the concept's own words say together: a long text may fit no phrase and still speak of one concept only. `touches`: how many concepts were touched
 * before. Returns how many are now.
 */
function support({ wordConcepts: { starts, items }, wordConceptShare, idf }: Lexicon, scratch: Scratch, query: QueryWord[], touches: number): number {
  const { cover, words, coveredBy, bestPhrase, touched } = scratch
  let count = touches
  query.forEach(({ expansion, weight }, q) => {
    for (let i = 0; i < expansion.words.length; i++) {
      const w = expansion.words[i]!
      const gain = weight * expansion.likeness[i]! * idf[w]!
      for (let k = starts[w]!, end = starts[w + 1]!; k < end; k++) {
        const concept = items[k]!
        // Only the likest of a word's readings counts for a concept.
        if (coveredBy[concept] === q + 1) continue
        if (cover[concept] === 0 && bestPhrase[concept] === -1) touched[count++] = concept
        coveredBy[concept] = q + 1
        cover[concept]! += gain
        words[concept]! += gain * wordConceptShare[k]!
      }
    }
  })
  return count
}

/** Whether any word of the text is one of doing: without one, a listing speaks of goods. */
function namesActivity({ isActivity }: Lexicon, query: QueryWord[]): boolean {
  return query.some(({ expansion }) => expansion.words.some((w, i) => isActivity[w] === 1 && expansion.likeness[i]! >= SURELY_MEANT))
}

function collect(
  { isService, codes }: Lexicon, { votes, words, cover, best, bestPhrase }: Scratch, touched: Int32Array, top: number, whole: number, said: { activity: boolean; machine: boolean },
): Ranked[] {
  let mostVotes = 1e-9
  let mostWords = 1e-9
  for (const concept of touched) {
    mostVotes = Math.max(mostVotes, votes[concept]!)
    mostWords = Math.max(mostWords, words[concept]!)
  }
  const weights = READING_WEIGHTS
  const ranked: Ranked[] = []
  for (const concept of touched) {
    const doubt = isService[concept] ? doubtOfService(best[concept]!, said.activity) : said.machine && !isMachine(codes[concept]!) ? weights.notMachine : 1
    const support = doubt * ((weights.votes * votes[concept]!) / mostVotes + (weights.words * words[concept]!) / mostWords + (weights.cover * cover[concept]!) / whole + weights.best * best[concept]!)
    let i = ranked.length
    if (i === top) {
      if (!before(support, concept, ranked[i - 1]!)) continue
      ranked.pop()
      i--
    }
    const entry = { concept, support, phrase: bestPhrase[concept]!, likeness: best[concept]! }
    for (; i > 0 && before(support, concept, ranked[i - 1]!); i--) ranked[i] = ranked[i - 1]!
    ranked[i] = entry
  }
  return ranked
}

function doubtOfService(likeness: number, activitySaid: boolean): number {
  if (likeness >= SAME_PHRASE) return NAMED
  return activitySaid ? 1 : READING_WEIGHTS.serviceUnsaid
}

/** Tools, machines, vehicles and instruments, and what amusement parks and gyms have. */
function isMachine(code: Code): boolean {
  return (code >= '82' && code < '91') || code.startsWith('95')
}

function before(support: number, concept: number, other: Ranked): boolean {
  return support !== other.support ? support > other.support : concept < other.concept
}
