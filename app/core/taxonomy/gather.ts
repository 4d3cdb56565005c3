import { type Code } from './codes'
import { type Dictionary } from './dictionary'
import { GrowingInts, type Lists } from './growing'
import { languageOf, LANGUAGES, scriptOf, type Language } from './language'
import { wordsOf } from './normalise'
import { type Written } from './plain-form'
import { isChatter, readPhrase } from './reading'
import { asWritten, stem, type WrittenWords } from './stem'
import { stemRussian } from './stem-russian'
import { majorityOf, type Vocabulary } from './vocabulary'

/** The dictionary's phrases, each a row of words as they are written: what a word is a form of can be told only when all words are known. */
export interface GatheredPhrases {
  words: readonly { text: string; language: Language }[]
  phraseWords: Lists
  concept: Int32Array
  subheading: Int32Array
  /** Phrases of one block of the dictionary have the same number: among them a phrase that reads like another is left out. */
  block: Int32Array
  subheadings: readonly Code[]
}

interface Gathering {
  ids: Record<Language, Map<string, number>>
  words: { text: string; language: Language }[]
  starts: GrowingInts
  items: GrowingInts
  concept: GrowingInts
  subheading: GrowingInts
  block: GrowingInts
  isService: Uint8Array
}

/** Reads all phrases of the dictionary, and what was taught, which stands beside its own, so that it helps misspellings and kin too. */
export function gatherPhrases(dictionary: Dictionary, { taught }: Vocabulary, codes: readonly Code[], isService: Uint8Array): GatheredPhrases {
  const place = new Map(codes.map((code, i) => [code, i]))
  const subheadings: Code[] = []
  const into: Gathering = {
    ids: { en: new Map(), ru: new Map(), kk: new Map(), ur: new Map() }, words: [], starts: new GrowingInts(), items: new GrowingInts(), concept: new GrowingInts(), subheading: new GrowingInts(), block: new GrowingInts(), isService,
  }
  let block = 0
  for (const { code, heading, labels, terms } of dictionary.concepts) {
    const concept = place.get(heading)!
    const subheading = code === heading ? -1 : subheadings.push(code) - 1
    for (const language of LANGUAGES) for (const term of [labels[language], ...terms[language]]) addPhrase(into, term, language, concept, subheading, block)
    for (const term of terms.tr) addPhrase(into, term, 'en', concept, subheading, block)
    block++
  }
  for (const [key, entry] of taught)
    for (const code of majorityOf(entry)) {
      const concept = place.get(code)
      if (concept !== undefined) addPhrase(into, key, languageOf(key), concept, -1, block++)
    }
  into.starts.push(into.items.length)
  return {
    words: into.words, phraseWords: { starts: into.starts.done(), items: into.items.done() },
    concept: into.concept.done(), subheading: into.subheading.done(), block: into.block.done(), subheadings,
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

function wordId(into: Gathering, text: string, language: Language): number {
  const spoken = scriptOf(text.charCodeAt(0)) === 'latin' ? 'en' : language
  const ids = into.ids[spoken]
  let id = ids.get(text)
  if (id === undefined) {
    id = into.words.push({ text, language: spoken }) - 1
    ids.set(text, id)
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
  const stems = Int32Array.from(gathered.words, ({ text, language }) => {
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

function writtenIn({ words, phraseWords }: GatheredPhrases): WrittenWords {
  const written = { en: emptyWritten(), ru: emptyWritten(), kk: emptyWritten(), ur: emptyWritten() }
  for (const { text, language } of words) {
    if (language === 'en') continue
    written[language].words.add(asWritten(text, language))
    if (language === 'ru') written.ru.stems.add(stemRussian(text))
  }
  for (let p = 0; p + 1 < phraseWords.starts.length; p++) {
    if (phraseWords.starts[p + 1]! - phraseWords.starts[p]! !== 1) continue
    const { text, language } = words[phraseWords.items[phraseWords.starts[p]!]!]!
    if (language !== 'en') written[language].alone.add(asWritten(text, language))
  }
  return written
}

function emptyWritten(): Record<keyof Written, Set<string>> {
  return { alone: new Set(), words: new Set(), stems: new Set() }
}
