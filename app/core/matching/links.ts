import { headingOf, type Code } from '~/core/taxonomy/codes'
import { type Lexicon } from '~/core/taxonomy/lexicon'
import { resolve, STATED_WEIGHT } from '~/core/taxonomy/resolve'
import { type LinkListing } from './prepare'
import { type EngineListing, type Link } from './types'

/** Links kept a listing: one alone cost a tenth of the ranking's quality, more than five add only noise. */
export const LINKS_KEPT = 5
const MOST_REMEMBERED = 200_000

/** Links by the resolver, remembered a text: many firms say the same thing. */
export function resolvedLinks(lexicon: Lexicon): LinkListing {
  const remembered = new Map<string, readonly Link[]>()
  return listing => {
    let links = remembered.get(listing.text)
    if (!links) {
      if (remembered.size >= MOST_REMEMBERED) remembered.clear()
      links = resolve(lexicon, listing.text, { top: LINKS_KEPT }).concepts.map(({ code, score }) => ({ code, weight: score }))
      remembered.set(listing.text, links)
    }
    return linksWithCode(links, listing)
  }
}

/** The links of a text, corrected by the code that the firm stated or a person confirmed. */
export function linksWithCode(links: readonly Link[], { confirmedCode, statedCode }: Pick<EngineListing, 'confirmedCode' | 'statedCode'>): readonly Link[] {
  if (confirmedCode) return [{ code: headingOf(confirmedCode), weight: 1 }]
  return statedCode ? withStated(links, headingOf(statedCode)) : links
}

function withStated(links: readonly Link[], code: Code): Link[] {
  const own = links.find(link => link.code === code)?.weight ?? (links.length ? 0 : 1)
  const others = links.filter(link => link.code !== code).map(link => ({ code: link.code, weight: link.weight * (1 - STATED_WEIGHT) }))
  return [{ code, weight: STATED_WEIGHT + (1 - STATED_WEIGHT) * own }, ...others]
}
