import { chapterOf, type Code } from './codes'
import { type Dictionary } from './dictionary'
import { gatherPhrases, gatherTaught, headingsIn, stemPhrases, type GatheredPhrases, type Headings, type StemmedPhrases } from './gather'
import { buildGrams, type GramIndex } from './grams'
import { GrowingInts, inverted, type Lists } from './growing'
import { buildSounds, type SoundIndex } from './sound'
import { type WrittenWords } from './stem'
import { type Taught, type Vocabulary } from './vocabulary'

/**
 * The dictionary made searchable: every phrase as a short list of stems, the stems' phrases and headings, and an index of their letters.
 * Built once (under three seconds), read-only afterwards; `resolve` reads it.
 */
export interface Lexicon {
  dictionary: Dictionary
  /** The dictionary's version, and the vocabulary's when one was taught. */
  version: string
  /** Headings and service classes; a concept is its place in this list. */
  codes: readonly Code[]
  chapters: readonly string[]
  /** What is written in the languages that need it to tell a word's plain form. */
  written: WrittenWords
  wordIds: ReadonlyMap<string, number>
  words: readonly string[]
  /** How much a word tells: log of headings over headings that use it. */
  idf: Float32Array
  /** Whether a concept is a service class, and whether a word is one of doing: most of its phrases name services. */
  isService: Uint8Array
  isActivity: Uint8Array
  phraseWords: Lists
  phraseNorm: Float32Array
  /** The concept a phrase means, and the subheading (index into `subheadings`, −1 for none). */
  phraseConcept: Int32Array
  phraseSubheading: Int32Array
  subheadings: readonly Code[]
  wordPhrases: Lists
  /** Beside each phrase of a word: what the word makes up of the phrase, its weight over the phrase's norm. */
  wordPhraseShare: Float32Array
  /** Word → concepts, with how much of the concept's words it makes up. */
  wordConcepts: Lists
  wordConceptShare: Float32Array
  grams: GramIndex
  /** What the known words sound like, for words borrowed into another script. */
  sounds: SoundIndex
  taught: ReadonlyMap<string, Taught>
}

/**
 * Builds the searchable form of a dictionary, with what confirmed and stated codes taught, if anything. `gathered`: the dictionary's phrases, where they were
 * gathered before.
 */
export function buildLexicon(dictionary: Dictionary, vocabulary: Vocabulary = NOTHING_TAUGHT, gathered?: GatheredPhrases): Lexicon {
  const headings = headingsIn(dictionary)
  const all = gatherTaught(gathered ?? gatherPhrases(dictionary, headings), vocabulary, headings)
  const { written, phrases } = stemPhrases(all)
  return finish(phrases, dictionary, headings, all.subheadings, vocabulary, written)
}

const NOTHING_TAUGHT: Vocabulary = { taught: new Map(), version: '' }

function finish(
  g: StemmedPhrases, dictionary: Dictionary, { codes, isService }: Headings, subheadings: readonly Code[], vocabulary: Vocabulary, written: WrittenWords,
): Lexicon {
  const { phraseWords, phraseConcept } = g
  const wordPhrases = inverted(phraseWords, g.words.length)
  const { wordConcepts, share } = conceptsOfWords(wordPhrases, phraseConcept, codes.length)
  const idf = new Float32Array(g.words.length)
  for (let w = 0; w < idf.length; w++) {
    const headings = wordConcepts.starts[w + 1]! - wordConcepts.starts[w]!
    idf[w] = Math.log(1 + codes.length / (headings + 0.5)) / Math.log(1 + codes.length)
  }
  const phraseNorm = new Float32Array(phraseConcept.length)
  for (let p = 0; p < phraseNorm.length; p++) {
    let sum = 0
    for (let k = phraseWords.starts[p]!; k < phraseWords.starts[p + 1]!; k++) sum += idf[phraseWords.items[k]!]! ** 2
    phraseNorm[p] = Math.sqrt(sum)
  }
  const wordPhraseShare = new Float32Array(wordPhrases.items.length)
  for (let w = 0; w < idf.length; w++)
    for (let k = wordPhrases.starts[w]!; k < wordPhrases.starts[w + 1]!; k++) wordPhraseShare[k] = idf[w]! / phraseNorm[wordPhrases.items[k]!]!
  return {
    dictionary, version: vocabulary.version ? `${dictionary.version}+${vocabulary.version}` : dictionary.version,
    codes, chapters: codes.map(chapterOf), isService, isActivity: activityWords(wordPhrases, phraseConcept, isService),
    written, wordIds: g.wordIds, words: g.words, idf,
    phraseWords, phraseNorm, phraseConcept, phraseSubheading: g.phraseSubheading, subheadings,
    wordPhrases, wordPhraseShare, wordConcepts, wordConceptShare: share, grams: buildGrams(g.words), sounds: buildSounds(g.words), taught: vocabulary.taught,
  }
}

/** Words of doing ("freight", "repair", "tanning") as the dictionary uses them; the goods a service handles are not among them. */
function activityWords(wordPhrases: Lists, phraseConcept: Int32Array, isService: Uint8Array): Uint8Array {
  const activity = new Uint8Array(wordPhrases.starts.length - 1)
  for (let w = 0; w < activity.length; w++) {
    const [from, to] = [wordPhrases.starts[w]!, wordPhrases.starts[w + 1]!]
    let services = 0
    for (let k = from; k < to; k++) services += isService[phraseConcept[wordPhrases.items[k]!]!]!
    activity[w] = 2 * services >= to - from ? 1 : 0
  }
  return activity
}

/** For each word the concepts that use it, with a share that grows with the number of phrases and is bounded (as BM25's term part). */
function conceptsOfWords(wordPhrases: Lists, phraseConcept: Int32Array, concepts: number): { wordConcepts: Lists; share: Float32Array } {
  const size = new Float32Array(concepts)
  for (const concept of phraseConcept) size[concept]!++
  const mean = phraseConcept.length / Math.max(1, concepts)
  const starts = new GrowingInts()
  const items = new GrowingInts()
  const counts = new GrowingInts()
  for (let w = 0; w + 1 < wordPhrases.starts.length; w++) {
    starts.push(items.length)
    let last = -1
    let count = 0
    // The dictionary's phrases were added concept by concept, so one concept's stand together; taught ones come after, with parts of their own.
    for (let k = wordPhrases.starts[w]!; k <= wordPhrases.starts[w + 1]!; k++) {
      const concept = k < wordPhrases.starts[w + 1]! ? phraseConcept[wordPhrases.items[k]!]! : -1
      if (concept !== last && count) {
        items.push(last)
        counts.push(count)
        count = 0
      }
      last = concept
      count++
    }
  }
  starts.push(items.length)
  const wordConcepts = { starts: starts.done(), items: items.done() }
  const share = Float32Array.from(counts.done(), (count, i) => count / (count + 1.2 * (0.4 + (0.6 * size[wordConcepts.items[i]!]!) / mean)))
  return { wordConcepts, share }
}
