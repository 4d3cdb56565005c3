import { ATTRIBUTES, BESIDE_WE, CHATTER, MACHINES, MAKERS, NAMES, NEGATIONS, NUMBERED, PURPOSES, ROLES, ROMAN_URDU_WE } from './chatter'
import { scriptOf } from './language'
import { wordsOf, type Word } from './normalise'
import { READING_WEIGHTS } from './reading-weights'

/** A word of a listing with what it counts for. */
export interface ReadWord {
  text: string
  /** 0…1: the thing itself counts fully, its use, its parts and its later clauses less. */
  weight: number
}

const NEGATED_WORDS = 3

/** What a word does in a text, as bits: most words do nothing but name things, and one look-up tells it. */
const [NEGATES, TELLS_USE, TELLS_QUALITY, MAKES, IS_CHATTER, IS_HALF] = [1, 2, 4, 8, 16, 32] as const
const DOINGS = doingsOf([
  [NEGATIONS, NEGATES], [PURPOSES, TELLS_USE], [ATTRIBUTES, TELLS_QUALITY], [MAKERS, MAKES], [CHATTER, IS_CHATTER], [[...NAMES, ...ROLES].flatMap(pair => pair.split(' ')), IS_HALF],
])

function doingsOf(kinds: readonly (readonly [Iterable<string>, number])[]): ReadonlyMap<string, number> {
  const doings = new Map<string, number>()
  for (const [words, bit] of kinds) for (const word of words) doings.set(word, (doings.get(word) ?? 0) | bit)
  return doings
}

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
  let head = -1
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    const does = DOINGS.get(word.text) ?? 0
    if (word.clause !== clause) {
      clause = word.clause
      factor = 1
      negated = 0
    }
    if (does & NEGATES && words.length > 2) negated = NEGATED_WORDS
    else if (negated > 0) negated--
    else if (does & TELLS_USE || saysUse(word, words[i + 1])) factor = Math.min(factor, READING_WEIGHTS.purpose)
    else if (does & TELLS_QUALITY) factor = Math.min(factor, READING_WEIGHTS.attribute)
    else if (tells(words, i, does)) {
      const maker = (does & MAKES) > 0
      if (clause === 0 && factor === 1 && !maker && namesTheThing(word.text, head < 0)) head = kept.length
      kept.push({ text: word.text, weight: factor * (maker ? READING_WEIGHTS.maker : 1) * READING_WEIGHTS.clauses[Math.min(clause, READING_WEIGHTS.clauses.length - 1)]! })
    }
  }
  if (head >= 0) kept[head]!.weight *= READING_WEIGHTS.head
  return kept.length ? kept : words.filter(word => !word.digits).map(word => ({ text: word.text, weight: 1 }))
}

/** "Used for tanning" tells a use; "used tyres" and "tyres, used" tell what is sold. */
function saysUse(word: Word, next: Word | undefined): boolean {
  return word.text === 'used' && next !== undefined && /^(for|in|as|to|by)$/.test(next.text)
}

const RUSSIAN_ADJECTIVE = /(ый|ий|ой|ая|яя|ое|ее|ые|ие|ых|их|ого|его|ым|им|ыми|ими)$/

/** In a Russian phrase the first noun names the thing, in the other three languages the last word before any "of", "for" or "with". */
function namesTheThing(word: string, first: boolean): boolean {
  return scriptOf(word.charCodeAt(0)) === 'cyrillic' ? first && !RUSSIAN_ADJECTIVE.test(word) : true
}

/** Chatter, numbers, quantities and single letters tell nothing; names with a digit in them (h2o, pm25, a4) may. */
function tells(words: readonly Word[], i: number, does: number): boolean {
  const { text, digits } = words[i]!
  if (text.length < 2 || isSetAside(words, i, does)) return false
  return !digits || NUMBERED.has(text) || !/^\d+\p{L}{0,3}$/u.test(text)
}

/** Whether a word is set aside: chatter that is no half of a name, and what is half of a role. */
export function isChatter(words: readonly Word[], i: number): boolean {
  return isSetAside(words, i, DOINGS.get(words[i]!.text) ?? 0)
}

function isSetAside(words: readonly Word[], i: number, does: number): boolean {
  if (words[i]!.text === ROMAN_URDU_WE) return words.some(({ text: other }) => BESIDE_WE.has(other))
  if (does & IS_CHATTER) return !(does & IS_HALF && isHalfOf(NAMES, words, i))
  return (does & IS_HALF) > 0 && isHalfOf(ROLES, words, i)
}

function isHalfOf(pairs: ReadonlySet<string>, words: readonly Word[], i: number): boolean {
  return arePair(pairs, words[i - 1], words[i]) || arePair(pairs, words[i], words[i + 1])
}

function arePair(pairs: ReadonlySet<string>, one: Word | undefined, other: Word | undefined): boolean {
  return one !== undefined && other?.clause === one.clause && pairs.has(`${one.text} ${other.text}`)
}

/** Whether the thing named is a machine. Kazakh puts it last, where the first noun got the weight of the thing. */
export function namesMachine(phrase: readonly ReadWord[]): boolean {
  return phrase.some(({ text, weight }, i) => MACHINES.has(text) && (weight > 1 || (weight === 1 && i === phrase.length - 1)))
}

/** The phrase as a key: the same for the same words said with other chatter, case or order of clauses kept. */
export function phraseKey(text: string): string {
  return keyOfPhrase(readPhrase(text))
}

export function keyOfPhrase(phrase: readonly ReadWord[]): string {
  return phrase.map(word => word.text).join(' ')
}
