import Fuse from 'fuse.js'
import MiniSearch from 'minisearch'
import { type EngineFirm, type EngineListing } from '~/core/matching/types'

/** Something that names a firm's ten best partners. */
export interface Rival {
  name: string
  partners(firm: EngineFirm): string[]
}

/** Texts of one direction, each firm a document. */
interface Document {
  id: string
  country: string
  brings: string
  seeks: string
}

function documentsOf(firms: readonly EngineFirm[]): Document[] {
  const texts = (firm: EngineFirm, direction: EngineListing['direction']) => firm.listings.filter(listing => listing.direction === direction).map(({ text }) => text).join('; ')
  return firms.map(firm => ({ id: firm.id, country: firm.country, brings: texts(firm, 'brings'), seeks: texts(firm, 'seeks') }))
}

/** Both ways: what I seek among what they bring, what I bring among what they seek; scores of the two are put together as in the engine. */
function bothWays(firm: EngineFirm, search: (text: string, field: 'brings' | 'seeks') => Iterable<readonly [string, number]>): string[] {
  const gained = new Map<string, number>()
  const given = new Map<string, number>()
  for (const { direction, text } of firm.listings) {
    const into = direction === 'seeks' ? gained : given
    for (const [id, score] of search(text, direction === 'seeks' ? 'brings' : 'seeks')) into.set(id, (into.get(id) ?? 0) + score)
  }
  const rated = [...new Set([...gained.keys(), ...given.keys()])].map(id => {
    const [x, y] = [gained.get(id) ?? 0, given.get(id) ?? 0]
    return { id, value: (2 * x * y) / (x + y) + 0.1 * (x + y) }
  })
  return rated.sort((a, b) => b.value - a.value).slice(0, 10).map(({ id }) => id)
}

/** Fuse.js over firms, a query a listing, as people first think of it; tuned: location ignored, token search, extended off. */
export function fuseOverFirms(firms: readonly EngineFirm[]): Rival {
  const documents = documentsOf(firms)
  const of = (country: string, key: 'brings' | 'seeks') =>
    new Fuse(documents.filter(document => document.country === country), { keys: [key], includeScore: true, ignoreLocation: true, threshold: 0.35 })
  const searches = new Map(['PK', 'KZ'].flatMap(country => (['brings', 'seeks'] as const).map(key => [country + key, of(country, key)] as const)))
  return {
    name: 'Fuse.js over firms',
    partners: firm =>
      bothWays(firm, (text, field) =>
        searches.get((firm.country === 'PK' ? 'KZ' : 'PK') + field)!.search(text.slice(0, 32), { limit: 200 }).map(({ item, score }) => [item.id, 1 - (score ?? 1)] as const)),
  }
}

/** MiniSearch over firms: words with prefixes and one slip in five letters. */
export function miniSearchOverFirms(firms: readonly EngineFirm[]): Rival {
  const search = new MiniSearch<Document>({ fields: ['brings', 'seeks'], storeFields: ['country'] })
  search.addAll(documentsOf(firms))
  return {
    name: 'MiniSearch over firms',
    partners: firm =>
      bothWays(firm, (text, field) =>
        search.search(text, { fields: [field], prefix: true, fuzzy: 0.2, filter: result => result.country !== firm.country }).slice(0, 500).map(({ id, score }) => [String(id), score] as const)),
  }
}
