import { headingOf, type Code } from './codes'
import { labelOf } from './dictionary'
import { languageOf, type Language } from './language'
import { type Lexicon } from './lexicon'
import { rankConcepts } from './rank'
import { keyOfPhrase, readPhrase, type ReadWord } from './reading'
import { READING_WEIGHTS } from './reading-weights'
import { type Taught } from './vocabulary'
import { type Resolution, type ResolvedConcept, type ResolveOptions } from './resolution'

/** Belief in a code the firm stated itself: of a hundred such codes about three are wrong, and some more are near misses. */
export const STATED_WEIGHT = 0.88
/** Below this confidence the firm is asked which it meant. */
export const ASK_BELOW = 0.55
const DEFAULT_TOP = 5
/** The softmax is taken over this many, so that a share of belief does not depend on how many are asked for. */
const BELIEVED = 12

/**
 * Says what a listing's text means: concepts with shares of belief, in whichever of the four languages it was written.
 * A confirmed code is taken as true; a stated code gets STATED_WEIGHT of the belief, the words the rest.
 */
export function resolve(lexicon: Lexicon, text: string, options: ResolveOptions = {}): Resolution {
  const reading = readingOf(text)
  const { language } = reading
  const read = believedConcepts(lexicon, reading, options.top)
  const heading = options.confirmedCode ?? options.statedCode
  const concepts = heading ? withCode(read, headingOf(heading), options.confirmedCode ? 1 : STATED_WEIGHT) : read
  const labelled = concepts.slice(0, options.top ?? DEFAULT_TOP).map(concept => ({ ...concept, label: labelOf(lexicon.dictionary, concept.code, language) }))
  const confidence = options.confirmedCode ? 1 : (labelled[0]?.score ?? 0)
  const disagrees = options.statedCode !== undefined && read.length > 0 && (read[0]?.score ?? 0) > 0.6 && read[0]!.code !== headingOf(options.statedCode)
  return { text, language, concepts: labelled, confidence, ask: !options.confirmedCode && (confidence < ASK_BELOW || disagrees) }
}

/** A concept with its share of belief, not yet in words. */
export type Believed = Omit<ResolvedConcept, 'label'>

/** A text as the lexicon is asked about it. Texts of the same key mean the same. */
export interface Reading {
  phrase: readonly ReadWord[]
  language: Language
  key: string
}

export function readingOf(text: string): Reading {
  const language = languageOf(text)
  const phrase = readPhrase(text)
  let key: string = language
  for (const word of phrase) key += ` ${word.text} ${word.weight}`
  return { phrase, language, key }
}

/** What a text means without any code, best first: at least `top` concepts where there are as many. What `resolve` puts labels to. */
export function believedConcepts(lexicon: Lexicon, { phrase, language }: Reading, top = DEFAULT_TOP): Believed[] {
  const ranked = rankConcepts(lexicon, phrase, language, Math.max(BELIEVED, top))
  if (!ranked.length) return []
  const weights = ranked.map(({ support }) => Math.exp(READING_WEIGHTS.sharpness * (support - ranked[0]!.support)))
  let total = 0
  for (let i = 0; i < weights.length && i < BELIEVED; i++) total += weights[i]!
  const believed = ranked.map((entry, i) => {
    const subheading = entry.phrase < 0 || entry.likeness < 0.8 ? -1 : lexicon.phraseSubheading[entry.phrase]!
    const concept: Believed = { code: lexicon.codes[entry.concept]!, score: weights[i]! / total }
    return subheading < 0 ? concept : { ...concept, subheading: lexicon.subheadings[subheading]! }
  })
  const taught = lexicon.taught.get(keyOfPhrase(phrase))
  return taught ? withTaught(believed, taught) : believed
}

/** The resolver's own reading counts as this many listings against those that stated a code for the same phrase. */
const OWN_READING_COUNTS = 1

function withTaught(read: readonly Believed[], { counts, total }: Taught): Believed[] {
  const all = new Map(read.map(concept => [concept.code, concept]))
  for (const code of counts.keys()) if (!all.has(code)) all.set(code, { code, score: 0 })
  return [...all.values()]
    .map(concept => ({ ...concept, score: ((counts.get(concept.code) ?? 0) + OWN_READING_COUNTS * concept.score) / (total + OWN_READING_COUNTS) }))
    .sort((a, b) => b.score - a.score || (a.code < b.code ? -1 : 1))
}

function withCode(read: Believed[], code: Code, weight: number): Believed[] {
  const rest = read.filter(concept => concept.code !== code)
  const own = read.find(concept => concept.code === code)
  const first = { ...own, code, score: weight + (1 - weight) * (own?.score ?? (read.length ? 0 : 1)) }
  return [first, ...rest.map(concept => ({ ...concept, score: concept.score * (1 - weight) })).filter(concept => concept.score > 0)]
}
