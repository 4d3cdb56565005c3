import { type Root } from './plain-form'

interface Ending {
  texts: readonly string[]
  /** Letters it stands after. */
  after: ReadonlySet<string>
  sure: boolean
}

const VOWELS = 'аеиоыэюя'
/** After these endings begin with a hard letter. */
const HARD = 'птксшщчцфхбвгд'
const SOUNDING = 'лрйузж'
const NASAL = 'мн'
const CONSONANTS = HARD + SOUNDING + NASAL

function endings(texts: string, after: string, sure: boolean): Ending {
  return { texts: texts.split(' '), after: new Set(after), sure }
}

const PLURALS = [endings('лар лер', VOWELS + 'рйу', true), endings('дар дер', 'лмнзж', true), endings('тар тер', HARD, true)]

const POSSESSIVES = [
  endings('сы си', VOWELS, false), endings('ы и', CONSONANTS, false),
  endings('мыз миз ныз низ', VOWELS, true), endings('ымыз имиз ыныз иниз', CONSONANTS, true),
]

const CASES = [
  endings('нын нин', VOWELS + NASAL, true), endings('дын дин', SOUNDING, true), endings('тын тин', HARD, true),
  endings('ны ни', VOWELS, false), endings('ды ди', SOUNDING + NASAL, false), endings('ты ти', HARD, false),
  endings('га ге', VOWELS + SOUNDING + NASAL, false), endings('ка ке', HARD, false),
  endings('да де', VOWELS + SOUNDING + NASAL, false), endings('та те', HARD, false),
  endings('дагы деги', VOWELS + SOUNDING + NASAL, true), endings('тагы теги', HARD, true),
  endings('дан ден', VOWELS + SOUNDING, true), endings('тан тен', HARD, true), endings('нан нен', NASAL, true),
  endings('мен', VOWELS + 'лрйу' + NASAL, true), endings('бен', 'зж', true), endings('пен', HARD, true),
]

/** Cases after a possessive of the third person, which ends in ы or и. */
const CASES_OF_OWNED = [endings('н', 'ыи', false), endings('нда нде нан нен на не ндагы ндеги', 'ыи', true)]

/**
 * The roots a Kazakh noun may have, the least cut first, without the word itself. Endings come off by the rules by which they are put on: root + plural +
 * possessive + case, each in the shape that the vowels and the last letter before it ask for. None is shorter than two letters or without a vowel.
 * Folded letters (`normalise.ts`): қ is к, ғ is г, ң is н, і is и, ә is а, ө is о, ү and ұ are у.
 */
export function kazakhRoots(word: string): Root[] {
  const roots = new Map<string, boolean>()
  const whole = [{ text: word, sure: false, ended: false }]
  const caseless = [...whole, ...without(whole, CASES)]
  const owned = without([...caseless, ...without(whole, CASES_OF_OWNED)], POSSESSIVES)
  const single = [...caseless, ...owned.flatMap(({ text, sure, ended }) => unvoiced(text).map(root => ({ text: root, sure, ended })))]
  for (const { text, sure } of [...single, ...without(single, PLURALS)]) if (text !== word) roots.set(text, sure || roots.get(text) === true)
  return [...roots].map(([text, sure]) => ({ text, sure })).sort((a, b) => b.text.length - a.text.length)
}

interface Cut extends Root {
  /** Whether an ending was taken off already: two together are no accident. */
  ended: boolean
}

function without(words: readonly Cut[], kinds: readonly Ending[]): Cut[] {
  const cuts: Cut[] = []
  for (const { text, sure, ended } of words)
    for (const kind of kinds)
      for (const ending of kind.texts) {
        if (!text.endsWith(ending)) continue
        const root = text.slice(0, -ending.length)
        if (root.length < 2 || !kind.after.has(root[root.length - 1]!) || !inHarmony(root, ending)) continue
        cuts.push({ text: root, sure: sure || kind.sure || ended, ended: true })
      }
  return cuts
}

/** Before a possessive п, қ and к soften: қап, қабы; аяқ, аяғы; жүрек, жүрегі. */
function unvoiced(root: string): string[] {
  const last = root[root.length - 1]
  if (last === 'б') return [root.slice(0, -1) + 'п', root]
  return last === 'г' ? [root.slice(0, -1) + 'к', root] : [root]
}

const ALL_VOWELS = VOWELS + 'у'
const BACK_VOWEL = /[аы]/
/** Said alike after all roots. */
const ANY_HARMONY = new Set(['мен', 'бен', 'пен', 'н'])

/**
 * Endings have back or front vowels as the root's last syllable has. Folded о and у may be either, and so may а where it is the root's only vowel
 * (дән, мән) or stands before a soft л (медаль).
 */
function inHarmony(root: string, ending: string): boolean {
  let last = ''
  let vowels = 0
  for (const letter of root)
    if (ALL_VOWELS.includes(letter)) {
      last = letter
      vowels++
    }
  if (!vowels) return false
  if (ANY_HARMONY.has(ending)) return true
  const back = BACK_VOWEL.test(ending)
  if (last === 'ы' || last === 'я') return back
  if (last === 'а') return back || vowels === 1 || root.endsWith('л')
  return 'еиэ'.includes(last) ? !back : true
}
