import Fuse from 'fuse.js'
import { labelOf, type Dictionary } from './dictionary'
import { type Language } from './language'
import { type Lexicon } from './lexicon'
import { resolve } from './resolve'
import { type Suggestion } from './resolution'

const MOST_SUGGESTED = 5
/** Under this share of belief an alternative is not worth a person's glance, once there are others. */
const LEAST_SCORE = 0.01
const HINT_TERMS = 3

/**
 * "Which of these did you mean?": up to five alternatives for a text, best first, in the reader's language. What the words do not explain at all
 * is looked for among the labels by spelling (Fuse.js), so that a person who wrote something always has something to choose from, if anything is near.
 */
export function suggestConcepts(lexicon: Lexicon, text: string, reader: Language, most = MOST_SUGGESTED): Suggestion[] {
  const { concepts } = resolve(lexicon, text, { top: most })
  const likely = concepts.filter((concept, i) => i === 0 || concept.score >= LEAST_SCORE)
  if (!likely.length) return searchLabels(lexicon.dictionary, text, reader, most)
  return likely.map(({ code, score }) => ({ code, score, label: labelOf(lexicon.dictionary, code, reader), hint: hintOf(lexicon.dictionary, code, reader) }))
}

function hintOf(dictionary: Dictionary, code: string, reader: Language): string {
  return dictionary.byCode.get(code)?.terms[reader].slice(0, HINT_TERMS).join(', ') ?? ''
}

type Labels = Fuse<{ code: string; label: string }>
const labelSearches = new WeakMap<Dictionary, Map<Language, Labels>>()

function labelsIn(dictionary: Dictionary, reader: Language): Labels {
  const searches = labelSearches.get(dictionary) ?? new Map<Language, Labels>()
  labelSearches.set(dictionary, searches)
  let labels = searches.get(reader)
  if (!labels) {
    const headings = dictionary.concepts.filter(concept => concept.code === concept.heading)
    const entries = headings.map(({ code }) => ({ code, label: labelOf(dictionary, code, reader) }))
    labels = new Fuse(entries, { keys: ['label'], threshold: 0.4, ignoreLocation: true, includeScore: true, minMatchCharLength: 3 })
    searches.set(reader, labels)
  }
  return labels
}

/**
 * Headings and services whose label is spelt like what was typed: for pickers and type-ahead, in one language. Short strings in a small set, which
 * is where Fuse.js is strong; texts of listings go through `resolve`.
 */
export function searchLabels(dictionary: Dictionary, typed: string, reader: Language, most = MOST_SUGGESTED): Suggestion[] {
  const text = typed.trim().slice(0, 60)
  if (text.length < 2) return []
  return labelsIn(dictionary, reader)
    .search(text, { limit: most })
    .map(({ item, score }) => ({ ...item, hint: hintOf(dictionary, item.code, reader), score: Number(((1 - (score ?? 1)) * 0.2).toFixed(4)) }))
}
