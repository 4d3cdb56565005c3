import { isServiceCode, type Code } from './codes'
import { type Dictionary } from './dictionary'
import { GrowingInts, type Lists } from './growing'
import { languageOf, LANGUAGES, scriptOf, type Language } from './language'
import { wordsOf } from './normalise'
import { type Written } from './plain-form'
import { isChatter, readPhrase } from './reading'
import { asWritten, stem, type WrittenWords } from './stem'
import { stemRussian } from './stem-russian'
import { majorityOf, type Vocabulary } from './vocabulary'

/** Phrases, each a row of words as they are written: what a word is a form of can be told only when all words are known. Plain data, which may be sent to another process. */
export interface GatheredPhrases {
  words: readonly string[]
  /** Of each word its language, as a place in LANGUAGES. */
  languages: Int32Array
  phraseWords: Lists
  concept: Int32Array
  subheading: Int32Array
  /** Phrases of one block of the dictionary have the same number: among them a phrase that reads like another is left out. */
  block: Int32Array
  subheadings: readonly Code[]
}

/** The headings and service classes of a dictionary; a concept is its place in this list. */
export interface Headings {
  codes: readonly Code[]
  isService: Uint8Array
}

export function headingsIn(dictionary: Dictionary): Headings {
  const codes = [...new Set(dictionary.concepts.map(concept => concept.heading))].sort()
  return { codes, isService: Uint8Array.from(codes, code => (isServiceCode(code) ? 1 : 0)) }
}

interface Gathering {
  ids: readonly Map<string, number>[]
  words: string[]
  languages: GrowingInts
  starts: GrowingInts
  items: GrowingInts
  concept: GrowingInts
  subheading: GrowingInts
  block: GrowingInts
  isService: Uint8Array
}

/** Reads all phrases of the dictionary. */
export function gatherPhrases(dictionary: Dictionary, { codes, isService }: Headings): GatheredPhrases {
  const place = placesOf(codes)
  const subheadings: Code[] = []
  const into = gatheringOn(NOTHING_GATHERED, isService)
  dictionary.concepts.forEach(({ code, heading, labels, terms }, block) => {
    const concept = place.get(heading)!
    const subheading = code === heading ? -1 : subheadings.push(code) - 1
    for (const language of LANGUAGES) for (const term of [labels[language], ...terms[language]]) addPhrase(into, term, language, concept, subheading, block)
    for (const term of terms.tr) addPhrase(into, term, 'en', concept, subheading, block)
  })
  return gatheredIn(into, subheadings)
}

/** Adds what was taught, which stands beside the dictionary's own, so that it helps misspellings and kin too. */
export function gatherTaught(gathered: GatheredPhrases, { taught }: Vocabulary, { codes, isService }: Headings): GatheredPhrases {
  const place = placesOf(codes)
  const into = gatheringOn(gathered, isService)
  let block = gathered.block.length
  for (const [key, entry] of taught)
    for (const code of majorityOf(entry)) {
      const concept = place.get(code)
      if (concept !== undefined) addPhrase(into, key, languageOf(key), concept, -1, block++)
    }
  return gatheredIn(into, gathered.subheadings)
}

const NOTHING_GATHERED: GatheredPhrases = {
  words: [], languages: new Int32Array(0), phraseWords: { starts: new Int32Array(1), items: new Int32Array(0) },
  concept: new Int32Array(0), subheading: new Int32Array(0), block: new Int32Array(0), subheadings: [],
}

function placesOf(codes: readonly Code[]): ReadonlyMap<Code, number> {
  return new Map(codes.map((code, i) => [code, i]))
}

/** A gathering that goes on from what was gathered before. */
function gatheringOn({ words, languages, phraseWords, concept, subheading, block }: GatheredPhrases, isService: Uint8Array): Gathering {
  const ids = LANGUAGES.map(() => new Map<string, number>())
  words.forEach((word, id) => ids[languages[id]!]!.set(word, id))
  return {
    ids, words: [...words], languages: new GrowingInts(languages), starts: new GrowingInts(phraseWords.starts.subarray(0, -1)), items: new GrowingInts(phraseWords.items),
    concept: new GrowingInts(concept), subheading: new GrowingInts(subheading), block: new GrowingInts(block), isService,
  }
}

function gatheredIn({ words, languages, starts, items, concept, subheading, block }: Gathering, subheadings: readonly Code[]): GatheredPhrases {
  starts.push(items.length)
  return {
    words, languages: languages.done(), phraseWords: { starts: starts.done(), items: items.done() },
    concept: concept.done(), subheading: subheading.done(), block: block.done(), subheadings,
  }
}

function addPhrase(into: Gathering, text: string, language: Language, concept: number, subheading: number, block: number): void {
  if (!text || (into.isService[concept] && leavesGoodsAlone(text))) return
  const words = readPhrase(text)
  if (!words.length) return
  into.starts.push(into.items.length)
  for (const word of words) into.items.push(wordId(into, word.text, language))
  into.concept.push(concept)
  into.subheading.push(subheading)
  into.block.push(block)
}

/** Link words are no longer than this: "with", "from"; in Russian, Kazakh and Urdu a letter less. */
const LONGEST_LINK_WORD = { latin: 4, other: 3 }

/** "Medicine wholesale", "footwear factory": read as any listing they would leave the bare goods, which must not mean the trade in them. */
function leavesGoodsAlone(text: string): boolean {
  const words = wordsOf(text)
  const chatter = words.filter(({ text: word }, i) => word.length > LONGEST_LINK_WORD[scriptOf(word.charCodeAt(0)) === 'latin' ? 'latin' : 'other'] && isChatter(words, i)).length
  return chatter > 0 && chatter < words.length
}

function wordId({ ids, words, languages }: Gathering, text: string, language: Language): number {
  const spoken = LANGUAGES.indexOf(scriptOf(text.charCodeAt(0)) === 'latin' ? 'en' : language)
  let id = ids[spoken]!.get(text)
  if (id === undefined) {
    id = words.push(text) - 1
    languages.push(spoken)
    ids[spoken]!.set(text, id)
  }
  return id
}

/** The phrases as short lists of stems, each once a block. */
export interface StemmedPhrases {
  wordIds: ReadonlyMap<string, number>
  words: readonly string[]
  phraseWords: Lists
  phraseConcept: Int32Array
  phraseSubheading: Int32Array
}

/** Finds the words' stems, and lists the phrases by them. */
export function stemPhrases(gathered: GatheredPhrases): { written: WrittenWords; phrases: StemmedPhrases } {
  const written = writtenIn(gathered)
  const wordIds = new Map<string, number>()
  const stems = Int32Array.from(gathered.words, (text, word) => {
    const language = LANGUAGES[gathered.languages[word]!]!
    const root = stem(text, language, written[language])
    const id = wordIds.get(root) ?? wordIds.size
    wordIds.set(root, id)
    return id
  })
  const [starts, items, concept, subheading] = [new GrowingInts(), new GrowingInts(), new GrowingInts(), new GrowingInts()]
  const { phraseWords } = gathered
  const seen = new Set<string>()
  for (let p = 0; p < gathered.block.length; p++) {
    if (gathered.block[p] !== gathered.block[p - 1]) seen.clear()
    const ids: number[] = []
    for (let k = phraseWords.starts[p]!; k < phraseWords.starts[p + 1]!; k++) {
      const id = stems[phraseWords.items[k]!]!
      if (!ids.includes(id)) ids.push(id)
    }
    const key = ids.join(' ')
    if (seen.has(key)) continue
    seen.add(key)
    starts.push(items.length)
    for (const id of ids) items.push(id)
    concept.push(gathered.concept[p]!)
    subheading.push(gathered.subheading[p]!)
  }
  starts.push(items.length)
  return {
    written,
    phrases: { wordIds, words: [...wordIds.keys()], phraseWords: { starts: starts.done(), items: items.done() }, phraseConcept: concept.done(), phraseSubheading: subheading.done() },
  }
}

function writtenIn({ words, languages, phraseWords: { starts, items } }: GatheredPhrases): WrittenWords {
  const written = { en: emptyWritten(), ru: emptyWritten(), kk: emptyWritten(), ur: emptyWritten() }
  words.forEach((text, word) => {
    const language = LANGUAGES[languages[word]!]!
    if (language === 'en') return
    written[language].words.add(asWritten(text, language))
    if (language === 'ru') written.ru.stems.add(stemRussian(text))
  })
  for (let p = 0; p + 1 < starts.length; p++) {
    if (starts[p + 1]! - starts[p]! !== 1) continue
    const word = items[starts[p]!]!
    const language = LANGUAGES[languages[word]!]!
    if (language !== 'en') written[language].alone.add(asWritten(words[word]!, language))
  }
  return written
}

function emptyWritten(): Record<keyof Written, Set<string>> {
  return { alone: new Set(), words: new Set(), stems: new Set() }
}
