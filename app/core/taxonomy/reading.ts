import { ATTRIBUTES, CHATTER, NEGATIONS, PURPOSES } from './chatter'
import { wordsOf, type Word } from './normalise'

/** A word of a listing with what it counts for. */
export interface ReadWord {
  text: string
  /** 0…1: the thing itself counts fully, its use, its parts and its later clauses less. */
  weight: number
}

/** What the parts of a phrase count for. Measured on the development sets; the first clause nearly always names the goods. */
const CLAUSE_WEIGHT = [1, 0.7, 0.5, 0.4, 0.3]
const PURPOSE_WEIGHT = 0.55
const ATTRIBUTE_WEIGHT = 0.8
const NEGATED_WORDS = 3

/**
 * Reads a phrase: chatter, numbers and units set aside, negated words dropped, uses and qualities weighed down.
 * Where only chatter was said, the chatter is what is left.
 */
export function readPhrase(text: string): ReadWord[] {
  const words = wordsOf(text)
  const kept: ReadWord[] = []
  let clause = -1
  let factor = 1
  let negated = 0
  for (const word of words) {
    if (word.clause !== clause) {
      clause = word.clause
      factor = 1
      negated = 0
    }
    if (NEGATIONS.has(word.text) && words.length > 2) negated = NEGATED_WORDS
    else if (negated > 0) negated--
    else if (PURPOSES.has(word.text)) factor = Math.min(factor, PURPOSE_WEIGHT)
    else if (ATTRIBUTES.has(word.text)) factor = Math.min(factor, ATTRIBUTE_WEIGHT)
    else if (tells(word)) kept.push({ text: word.text, weight: factor * CLAUSE_WEIGHT[Math.min(clause, CLAUSE_WEIGHT.length - 1)]! })
  }
  return kept.length ? kept : words.filter(word => !word.digits).map(word => ({ text: word.text, weight: 1 }))
}

/** Numbers, quantities and single letters tell nothing; names with a digit in them (h2o, pm25, a4) may. */
function tells(word: Word): boolean {
  if (CHATTER.has(word.text) || word.text.length < 2) return false
  return !word.digits || !/^\d+\p{L}{0,3}$/u.test(word.text)
}

/** The phrase as a key: the same for the same words said with other chatter, case or order of clauses kept. */
export function phraseKey(text: string): string {
  return readPhrase(text).map(word => word.text).join(' ')
}
