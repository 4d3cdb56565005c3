import type { Transform } from '~/core/taxonomy/transforms'
import { meetingsOf, type Meeting } from './meeting-points'
import type { PublicStore } from './public.store.server'
import type { Corridor, ForumCounts, Measures, PublicForum, Teaser } from './teaser'

/** Everything that lies open on the table: what every public page is made from. */
export interface OpenTable {
  forum: PublicForum | null
  counts: ForumCounts
  measures: Measures
  teasers: Teaser[]
  /** What Pakistan brings beside what Kazakhstan seeks, and the other way round. */
  meetings: { PK: Meeting[]; KZ: Meeting[] }
  corridors: Corridor[]
}

const nothing: ForumCounts = { companies: { PK: 0, KZ: 0 }, introductions: 0, answered: 0, connected: 0, met: 0, usd: { claimed: 0, documented: 0, verified: 0 } }

/** Reads the public views once. Before the first forum there is a table with nothing on it. */
export async function readOpenTable(store: PublicStore, edges: readonly Transform[]): Promise<OpenTable> {
  const [forum, teasers, corridors] = await Promise.all([store.forum(), store.teasers(), store.corridors()])
  const [counts, measures] = forum ? await Promise.all([store.counts(forum.id), store.measures(forum.id)]) : [nothing, { baseline: null, target: null }]
  return { forum, counts, measures, teasers, corridors, meetings: { PK: meetingsOf(teasers, edges, 'PK'), KZ: meetingsOf(teasers, edges, 'KZ') } }
}
