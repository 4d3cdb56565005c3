import { expandWord, type Expansion } from './expand'
import { type Language } from './language'
import { type Lexicon } from './lexicon'
import { type ReadWord } from './reading'

/** How the three readings of a text are weighed together. Found by search on the development sets. */
export const READING_WEIGHTS = {
  /** The most similar phrases vote, each with this power of its similarity … */
  votePower: 3,
  /** … and this many of them. */
  voters: 60,
  votes: 1,
  /** The concept's own words together. */
  words: 0.8,
  /** The single most similar phrase. */
  best: 1.2,
  /** How sharply belief falls with distance from the best. */
  sharpness: 7,
  /** Weight of a word nobody knows, against a word of one heading only. */
  unknown: 0.6,
}

/** A concept (its place in `lexicon.codes`) with its support, and the phrase that supports it best (−1 for none). */
export interface Ranked {
  concept: number
  support: number
  phrase: number
  likeness: number
}

/** Working memory, one a lexicon: cleared after each text, so that reading one costs no allocation in the size of the dictionary. */
interface Scratch {
  wordWeight: Float32Array
  seen: Uint32Array
  stamp: number
  votes: Float32Array
  words: Float32Array
  best: Float32Array
  bestPhrase: Int32Array
  expansions: Map<string, Expansion>
}

const scratches = new WeakMap<Lexicon, Scratch>()
const MOST_CANDIDATES = 6000
const ENOUGH_CANDIDATES = 400
const COMMON_WORD = 1500
const MOST_EXPANSIONS = 60_000

function scratchOf(lexicon: Lexicon): Scratch {
  let scratch = scratches.get(lexicon)
  if (!scratch) {
    const concepts = lexicon.codes.length
    scratch = {
      wordWeight: new Float32Array(lexicon.words.length), seen: new Uint32Array(lexicon.phraseNorm.length), stamp: 0,
      votes: new Float32Array(concepts), words: new Float32Array(concepts), best: new Float32Array(concepts),
      bestPhrase: new Int32Array(concepts).fill(-1), expansions: new Map(),
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

interface QueryWord {
  weight: number
  expansion: Expansion
}

/** Ranks the concepts a phrase may mean, best first, at most `top`. */
export function rankConcepts(lexicon: Lexicon, phrase: readonly ReadWord[], language: Language, top: number): Ranked[] {
  const scratch = scratchOf(lexicon)
  const query = joinedAndSplit(lexicon, phrase, language).map(word => weighed(lexicon, word, language))
  let norm = 0
  for (const word of query) norm += word.weight ** 2
  norm = Math.sqrt(norm)
  if (!norm) return []
  for (const { expansion, weight } of query)
    expansion.words.forEach((w, i) => (scratch.wordWeight[w] = Math.max(scratch.wordWeight[w]!, weight * expansion.likeness[i]!)))
  const touched = vote(lexicon, scratch, query, norm)
  support(lexicon, scratch, query, touched)
  const ranked = collect(scratch, touched, top)
  for (const { expansion } of query) for (const w of expansion.words) scratch.wordWeight[w] = 0
  for (const concept of touched) {
    scratch.votes[concept] = scratch.words[concept] = scratch.best[concept] = 0
    scratch.bestPhrase[concept] = -1
  }
  return ranked
}

/** Words written together or apart: `sheep skin` also as `sheepskin`, an unknown `woolfabric` as two. */
function joinedAndSplit(lexicon: Lexicon, phrase: readonly ReadWord[], language: Language): ReadWord[] {
  const words = [...phrase]
  phrase.forEach((word, i) => {
    const next = phrase[i + 1]
    if (next && word.text.length + next.text.length > 5 && lexicon.wordIds.has(word.text + next.text))
      words.push({ text: word.text + next.text, weight: Math.max(word.weight, next.weight) })
    if (word.text.length < 7 || expansionOf(lexicon, word.text, language).words.length) return
    for (let cut = 3; cut <= word.text.length - 3; cut++) {
      const [head, tail] = [word.text.slice(0, cut), word.text.slice(cut)]
      if (!lexicon.wordIds.has(head) || !expansionOf(lexicon, tail, language).known) continue
      words.push({ text: head, weight: word.weight }, { text: tail, weight: word.weight })
      break
    }
  })
  return words
}

function weighed(lexicon: Lexicon, word: ReadWord, language: Language): QueryWord {
  const expansion = expansionOf(lexicon, word.text, language)
  const telling = expansion.words.length ? lexicon.idf[expansion.words[0]!]! : READING_WEIGHTS.unknown
  return { weight: word.weight * telling, expansion }
}

/** Lets the most similar phrases vote for their concepts. Returns the concepts touched. */
function vote(lexicon: Lexicon, scratch: Scratch, query: QueryWord[], norm: number): number[] {
  const { phraseWords, phraseNorm, phraseConcept, idf } = lexicon
  const candidates = gather(lexicon, scratch, query)
  const rated: { phrase: number; likeness: number }[] = []
  for (const phrase of candidates) {
    let dot = 0
    for (let k = phraseWords.starts[phrase]!; k < phraseWords.starts[phrase + 1]!; k++) {
      const w = phraseWords.items[k]!
      dot += scratch.wordWeight[w]! * idf[w]!
    }
    const likeness = dot / (norm * phraseNorm[phrase]!)
    if (likeness > 0.12) rated.push({ phrase, likeness })
  }
  rated.sort((a, b) => b.likeness - a.likeness || a.phrase - b.phrase)
  const touched: number[] = []
  rated.length = Math.min(rated.length, READING_WEIGHTS.voters)
  for (const { phrase, likeness } of rated) {
    const concept = phraseConcept[phrase]!
    if (scratch.bestPhrase[concept] === -1) {
      touched.push(concept)
      scratch.bestPhrase[concept] = phrase
      scratch.best[concept] = likeness
    }
    scratch.votes[concept]! += likeness ** READING_WEIGHTS.votePower
  }
  return touched
}

/** The phrases that share a word with the text: rarest words first, and common words only while there is little else to go by. */
function gather(lexicon: Lexicon, scratch: Scratch, query: QueryWord[]): number[] {
  const { starts, items } = lexicon.wordPhrases
  const candidates: number[] = []
  const stamp = ++scratch.stamp
  const words = query.flatMap(({ expansion }) => [...expansion.words]).map(w => ({ w, gain: scratch.wordWeight[w]! * lexicon.idf[w]! }))
  words.sort((a, b) => b.gain - a.gain || a.w - b.w)
  for (const { w } of words) {
    if (candidates.length > MOST_CANDIDATES) break
    if (candidates.length > ENOUGH_CANDIDATES && starts[w + 1]! - starts[w]! > COMMON_WORD) continue
    for (let k = starts[w]!; k < starts[w + 1]!; k++) {
      const phrase = items[k]!
      if (scratch.seen[phrase] === stamp) continue
      scratch.seen[phrase] = stamp
      candidates.push(phrase)
    }
  }
  return candidates
}

/** Adds what the concept's own words say together: a long text may fit no phrase and still speak of one concept only. */
function support(lexicon: Lexicon, scratch: Scratch, query: QueryWord[], touched: number[]): void {
  const { wordConcepts, wordConceptShare, idf } = lexicon
  for (const { expansion, weight } of query)
    expansion.words.forEach((w, i) => {
      const gain = weight * expansion.likeness[i]! * idf[w]!
      for (let k = wordConcepts.starts[w]!; k < wordConcepts.starts[w + 1]!; k++) {
        const concept = wordConcepts.items[k]!
        if (scratch.words[concept] === 0 && scratch.bestPhrase[concept] === -1) touched.push(concept)
        scratch.words[concept]! += gain * wordConceptShare[k]!
      }
    })
}

function collect(scratch: Scratch, touched: number[], top: number): Ranked[] {
  let mostVotes = 1e-9
  let mostWords = 1e-9
  for (const concept of touched) {
    mostVotes = Math.max(mostVotes, scratch.votes[concept]!)
    mostWords = Math.max(mostWords, scratch.words[concept]!)
  }
  const { votes, words, best } = READING_WEIGHTS
  const ranked = touched.map(concept => ({
    concept,
    phrase: scratch.bestPhrase[concept]!,
    likeness: scratch.best[concept]!,
    support:
      (votes * scratch.votes[concept]!) / mostVotes + (words * scratch.words[concept]!) / mostWords + best * scratch.best[concept]!,
  }))
  ranked.sort((a, b) => b.support - a.support || a.concept - b.concept)
  return ranked.slice(0, top)
}
