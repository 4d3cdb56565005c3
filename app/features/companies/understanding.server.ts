import type { ConceptWeight, Listing } from '~/core/companies/profile'
import type { Locale } from '~/core/locale'
import { headingOf } from '~/core/taxonomy/codes'
import { labelOf } from '~/core/taxonomy/dictionary'
import type { Lexicon } from '~/core/taxonomy/lexicon'
import { resolve } from '~/core/taxonomy/resolve'

const OFFERED = 6

/** What a listing's words are stored as having been understood as. */
export function understand(lexicon: Lexicon, { text, statedCode }: Pick<Listing, 'text' | 'statedCode'>): { language: Locale; concepts: ConceptWeight[]; resolverVersion: string } {
  const { language, concepts } = resolve(lexicon, text, statedCode ? { statedCode } : {})
  return { language, concepts: concepts.map(({ code, score }) => ({ code, weight: Number(score.toFixed(4)) })), resolverVersion: lexicon.version }
}

/** One thing the words may mean, for the reader: its label and a few of the dictionary's own words for it. */
export type Meaning = { code: string; label: string; hint: string }

/** A listing with what it was understood as (null: nothing), and the alternatives to tap. `ask`: we are not sure. */
export type Understood = { id: string; direction: Listing['direction']; text: string; language: Locale | null; chosen: string | null; ask: boolean; meanings: Meaning[] }

function meaningOf({ dictionary }: Lexicon, code: string, reader: Locale): Meaning {
  const concept = dictionary.byCode.get(headingOf(code))
  return { code, label: labelOf(dictionary, code, reader), hint: (concept?.terms[reader] ?? []).slice(0, 3).join(', ') }
}

/** How a listing is shown for correction: the confirmed meaning, else the best, first; up to five alternatives after it; in the reader's language. */
export function understoodAs(lexicon: Lexicon, listing: Listing, reader: Locale): Understood {
  const { id, direction, text, language, statedCode, confirmedCode } = listing
  const { concepts, ask } = resolve(lexicon, text, { top: OFFERED, ...(statedCode ? { statedCode } : {}) })
  const codes = [...new Set([...(confirmedCode ? [confirmedCode] : []), ...concepts.map(concept => concept.code)])].slice(0, OFFERED)
  // Saved with nothing understood though words mean something: "none of these" was the answer.
  const refusedAll = !confirmedCode && listing.concepts.length === 0 && codes.length > 0
  return { id, direction, text, language, chosen: refusedAll ? 'none' : (codes[0] ?? null), ask: ask && !confirmedCode && !refusedAll, meanings: codes.map(code => meaningOf(lexicon, code, reader)) }
}
