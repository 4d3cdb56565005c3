import type { PairView } from './pair-view'

// Pairs read ahead, so that the next one stands there before the key is up again. Short-lived: what is read for long may have been decided.
const FRESH_MS = 45_000
const pairs = new Map<string, { at: number; view: Promise<PairView | null> }>()

const key = (base: string, id: string) => `${base}/${id}`

/** A pair read in the last moments, or null. @param base the address of pairs in the page's language */
export function cachedPair(base: string, id: string): Promise<PairView | null> | null {
  const kept = pairs.get(key(base, id))
  return kept && Date.now() - kept.at < FRESH_MS ? kept.view : null
}

/** Reads a pair ahead. */
export function prefetchPair(base: string, id: string): void {
  if (cachedPair(base, id)) return
  const view = fetch(key(base, id), { headers: { Accept: 'application/json' } })
    .then(answer => (answer.ok ? (answer.json() as Promise<PairView>) : null))
    .catch(() => null)
  pairs.set(key(base, id), { at: Date.now(), view })
}

/** Something happened to a pair: it is read anew. */
export function forgetPair(id: string): void {
  for (const kept of pairs.keys()) if (kept.endsWith(id)) pairs.delete(kept)
}
