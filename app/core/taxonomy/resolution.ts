import { type Code } from './codes'
import { type Language } from './language'

/** One thing a text may mean. */
export interface ResolvedConcept {
  /** A heading or a service class. */
  code: Code
  /** Share of belief, 0…1; the listed scores sum to at most 1. */
  score: number
  /** In the language of the text. */
  label: string
  /** The subheading the words point to, where they are that precise. */
  subheading?: Code
}

/** What a listing's text was understood as. */
export interface Resolution {
  text: string
  language: Language
  /** Best first; empty where no word was understood. */
  concepts: ResolvedConcept[]
  /** 0…1: how often a first answer of this kind is right. A confirmed code has 1. */
  confidence: number
  /** Whether to ask "which of these did you mean?": low confidence, or the stated code and the words disagree. */
  ask: boolean
}

export interface ResolveOptions {
  /** The code the firm wrote itself: right in 97 of 100 listings, so it outweighs the words but not for ever. */
  statedCode?: Code
  /** The code a person confirmed: taken as true. */
  confirmedCode?: Code
  /** How many concepts to return (5: what matching uses). */
  top?: number
}

/** One alternative of "which of these did you mean?", in the reader's language. */
export interface Suggestion {
  code: Code
  label: string
  /** What tells it from its neighbours: a few of the dictionary's own words for it. */
  hint: string
  score: number
}
