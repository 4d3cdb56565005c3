import Fuse from 'fuse.js'
import { nameKey, nameSkeleton } from '~/core/companies/name-keys'

/** A company as name matching sees it. */
export interface NamedCompany {
  id: string
  name: string
}

export interface NameMatch {
  id: string
  /** 0…1, 1 the same name. */
  likeness: number
}

/**
 * Finds companies by name in a list of up to some five thousand, across Latin, Cyrillic and Arabic script, typing errors and all. Make it once a
 * list; the desk's search over every firm is the database's (trigrams on the same key).
 */
export function createNameSearch(companies: readonly NamedCompany[]): (name: string, most?: number) => NameMatch[] {
  const entries = companies.map(({ id, name }) => ({ id, key: nameKey(name), skeleton: nameSkeleton(name) }))
  const fuse = new Fuse(entries, {
    keys: [{ name: 'key', weight: 0.65 }, { name: 'skeleton', weight: 0.35 }],
    includeScore: true, threshold: 0.45, ignoreLocation: true, useTokenSearch: true,
  })
  return (name, most = 5) => {
    const key = nameKey(name)
    if (!key) return []
    const skeleton = nameSkeleton(name)
    const found = new Map<string, number>()
    for (const query of new Set([key, skeleton]))
      for (const { item, score } of fuse.search(query, { limit: most * 4 })) {
        const likeness = item.key === key ? 1 : Math.max(0.6 * (1 - (score ?? 1)), likenessOf(item.key, key), 0.95 * likenessOf(item.skeleton, skeleton))
        found.set(item.id, Math.max(found.get(item.id) ?? 0, likeness))
      }
    return [...found]
      .map(([id, likeness]) => ({ id, likeness }))
      .sort((a, b) => b.likeness - a.likeness || (a.id < b.id ? -1 : 1))
      .slice(0, most)
  }
}

/** Shared pairs of letters, of all (Dice), spaces aside. */
function likenessOf(a: string, b: string): number {
  const [x, y] = [pairsOf(a), pairsOf(b)]
  if (!x.length || !y.length) return a === b ? 1 : 0
  const left = new Map<string, number>()
  for (const pair of x) left.set(pair, (left.get(pair) ?? 0) + 1)
  let shared = 0
  for (const pair of y) {
    const count = left.get(pair) ?? 0
    if (count) shared++
    left.set(pair, count - (count ? 1 : 0))
  }
  return (2 * shared) / (x.length + y.length)
}

function pairsOf(text: string): string[] {
  const letters = ` ${text.replaceAll(' ', '')} `
  return Array.from({ length: letters.length - 1 }, (_, i) => letters.slice(i, i + 2))
}
