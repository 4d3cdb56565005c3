import { slipsBetween } from './duplicates'
import { nameKey, nameSkeleton } from './name-keys'

type Spellings = { native: string | null; latin: string | null }
type Words = { word: string; bone: string }[]

/** Of a word, how much its letters count beside its consonants, which two scripts agree on more often. */
const LETTERS = 0.7

/**
 * Firms in the order in which their names are like what was typed, in any script and with slips in every word: each typed word is laid beside the
 * likest of the name's words that is still free. Names equally like keep their order. Rough search comes before, in the database.
 */
export function likestFirst<Firm extends Spellings>(typed: string, firms: readonly Firm[]): Firm[] {
  const wanted = wordsOf(typed)
  const likeness = ({ native, latin }: Firm) => Math.max(...[native, latin].map(name => (name ? sharedOf(wanted, wordsOf(name)) : 0)))
  return firms.map(firm => ({ firm, like: likeness(firm) })).sort((a, b) => b.like - a.like).map(({ firm }) => firm)
}

function wordsOf(name: string): Words {
  const key = nameKey(name)
  const bones = nameSkeleton(name).split(' ')
  return key.split(' ').map((word, i) => ({ word, bone: bones[i] ?? '' }))
}

/** 0…1: how much of what was typed the name has, weighed by letters; a word that it has beyond that counts a little against it. */
function sharedOf(wanted: Words, name: Words): number {
  const free = [...name]
  let [shared, letters] = [0, 0]
  for (const one of wanted) {
    let [best, at] = [0, -1]
    free.forEach((other, i) => {
      const like = LETTERS * wordLikeness(one.word, other.word) + (1 - LETTERS) * wordLikeness(one.bone, other.bone)
      if (like > best) [best, at] = [like, i]
    })
    if (at >= 0) free.splice(at, 1)
    shared += best * one.word.length
    letters += one.word.length
  }
  return letters ? shared / (letters + 0.1 * free.reduce((sum, { word }) => sum + word.length, 0)) : 0
}

function wordLikeness(a: string, b: string): number {
  const longest = Math.max(a.length, b.length)
  return longest ? 1 - slipsBetween(a, b, longest) / longest : 0
}
