import { headingOf, type Code } from '~/core/taxonomy/codes'
import { type Lexicon } from '~/core/taxonomy/lexicon'
import { believedConcepts, readingOf, STATED_WEIGHT, type Reading } from '~/core/taxonomy/resolve'
import { conceptId } from './concepts'
import { type EngineListing, type Link } from './types'
import { beliefIn, conceptIn, entryOf, FULL, type Vector } from './vector'

/** Links kept a listing: one alone cost a tenth of the ranking's quality, more than five add only noise. */
export const LINKS_KEPT = 5
/** Links below this share are noise, and cost a posting each. */
const LEAST_SHARE = 0.03
const MOST_REMEMBERED = 200_000

/** What a listing that carries no links means: entries (`vector.ts`), strongest first. */
export type LinkListing = (listing: EngineListing) => Vector

/** Links as entries, strongest first, without the noise. */
export function packLinks(links: readonly Link[]): Vector {
  const kept = links.filter(({ weight }) => weight >= LEAST_SHARE).map(({ code, weight }) => entryOf(conceptId(code), weight))
  return kept.sort((a, b) => beliefIn(b) - beliefIn(a) || a - b)
}

/** What the resolver makes of a text, as entries. */
export function linksOf(lexicon: Lexicon, reading: Reading): Vector {
  return packLinks(believedConcepts(lexicon, reading, LINKS_KEPT).slice(0, LINKS_KEPT).map(({ code, score }) => ({ code, weight: score })))
}

/** The same of texts as they come; remembered by what was read, because chatter, case and numbers change nothing. */
function linkReader(lexicon: Lexicon): (text: string) => Vector {
  const readings = new Map<string, Vector>()
  return text => {
    const reading = readingOf(text)
    return recall(readings, reading.key, () => linksOf(lexicon, reading))
  }
}

/** Links by what the texts were read as, corrected by codes; remembered, because many firms say the same thing with the same code. */
export function linksByText(read: (text: string) => Vector): LinkListing {
  const stated = new Map<Code, Map<Vector, Vector>>()
  const confirmed = new Map<Code, Vector>()
  let remembered = 0
  const besideCode = (code: Code): Map<Vector, Vector> => {
    let beside = stated.get(code)
    if (!beside) stated.set(code, (beside = new Map()))
    return beside
  }
  return ({ text, statedCode, confirmedCode }) => {
    if (confirmedCode) return recall(confirmed, confirmedCode, () => packLinks([{ code: headingOf(confirmedCode), weight: 1 }]))
    const links = read(text)
    return statedCode ? recall(besideCode(statedCode), links, () => {
      if (++remembered % MOST_REMEMBERED === 0) stated.clear()
      return withStated(links, headingOf(statedCode))
    }) : links
  }
}

function recall<Key>(remembered: Map<Key, Vector>, key: Key, make: () => Vector): Vector {
  let links = remembered.get(key)
  if (!links) {
    if (remembered.size >= MOST_REMEMBERED) remembered.clear()
    remembered.set(key, (links = make()))
  }
  return links
}

/** Links by the resolver. */
export function resolvedLinks(lexicon: Lexicon): LinkListing {
  return linksByText(linkReader(lexicon))
}

/** The links of a text, corrected by the code that the firm stated. */
function withStated(read: Vector, code: Code): Vector {
  const stated = conceptId(code)
  const own = read.find(entry => conceptIn(entry) === stated)
  const share = own === undefined ? (read.length ? 0 : 1) : beliefIn(own) / FULL
  const others = read.filter(entry => conceptIn(entry) !== stated).map(entry => entryOf(conceptIn(entry), (beliefIn(entry) / FULL) * (1 - STATED_WEIGHT)))
  return [entryOf(stated, STATED_WEIGHT + (1 - STATED_WEIGHT) * share), ...others.filter(entry => beliefIn(entry) >= LEAST_SHARE * FULL)]
}
