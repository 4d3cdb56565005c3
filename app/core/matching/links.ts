import { resolve } from '~/core/taxonomy/resolve'
import { type Lexicon } from '~/core/taxonomy/lexicon'
import { type LinkListing } from './prepare'
import { type Link } from './types'

/** Links kept a listing: one alone cost a tenth of the ranking's quality, more than five add only noise. */
export const LINKS_KEPT = 5
const MOST_REMEMBERED = 200_000

/** Links by the resolver, remembered a text: many firms say the same thing. */
export function resolvedLinks(lexicon: Lexicon): LinkListing {
  const remembered = new Map<string, readonly Link[]>()
  return ({ text, statedCode, confirmedCode }) => {
    const key = `${confirmedCode ?? ''}|${statedCode ?? ''}|${text}`
    let links = remembered.get(key)
    if (!links) {
      if (remembered.size >= MOST_REMEMBERED) remembered.clear()
      const { concepts } = resolve(lexicon, text, { statedCode, confirmedCode, top: LINKS_KEPT })
      links = concepts.map(({ code, score }) => ({ code, weight: score }))
      remembered.set(key, links)
    }
    return links
  }
}
