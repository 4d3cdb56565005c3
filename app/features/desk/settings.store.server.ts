import type { Shares } from '~/core/matching/weights'
import type { PublishedFirm } from '~/features/matching/engine-firms'
import { matchingStore } from '~/features/matching/matching.store.server'
import { answered } from '~/platform/refusal'
import type { Db } from '~/platform/supabase.server'
import type { ForumEntry, Names } from './desk-facts'

export const corridorStates = ['open', 'restricted', 'closed'] as const
export type CorridorState = (typeof corridorStates)[number]
export type Corridor = { id: string; legs: string[]; status: CorridorState; asOf: string; source: string; waiting: number; live: number }

/** A version of the weights, in whole per cents. */
export type SavedWeights = { version: number; share: Shares; by: string | null; at: string }

/** A waiting pair to try weights on. */
export type SamplePair = { id: string; pk: string; kz: string; pkNames: Names; kzNames: Names }

export const figureKinds = ['baseline', 'target', 'deadline'] as const
export type FigureKind = (typeof figureKinds)[number]
/** A figure that trade is measured against, in the words of whoever said it. */
export type Figure = { id: string; kind: FigureKind; usd: number | null; on: string | null; saidBy: string; saidOn: string; inUse: boolean }

/** What organizers set. Refusals of the database are thrown as `DatabaseRefusal`. */
export interface SettingsDesk {
  save(forum: string, patch: Record<string, string | number | boolean | string[]>): Promise<void>
  /** The corridors, each with the waiting pairs and live introductions that use it. */
  corridors(forum: string): Promise<Corridor[]>
  setCorridor(forum: string, corridor: string, change: { status: CorridorState; asOf: string; source: string }): Promise<void>
  /** What was changed at the forum, the newest first. */
  record(forum: string): Promise<ForumEntry[]>
  /** The forum's weights, the last saved first; empty while it weighs by the engine's own. */
  weights(forum: string): Promise<SavedWeights[]>
  /** Saves the next version; refused where another was saved since `basedOn`. */
  saveWeights(forum: string, shares: Shares, basedOn: number): Promise<number>
  /** Waiting pairs spread evenly over the queue. */
  samplePairs(forum: string, most: number): Promise<SamplePair[]>
  firms(forum: string, ids: readonly string[]): Promise<PublishedFirm[]>
  /** How far the engine is with scoring all pairs; null before its first run. */
  scoring(forum: string): Promise<{ total: number; done: number } | null>
  figures(forum: string): Promise<Figure[]>
  addFigure(forum: string, figure: Pick<Figure, 'kind' | 'usd' | 'on' | 'saidBy' | 'saidOn'>): Promise<void>
  /** Reckons with this figure of its kind from now on. */
  useFigure(figure: string): Promise<void>
  dropFigure(figure: string): Promise<void>
}

export function settingsDesk(db: Db): SettingsDesk {
  return {
    save: async (forum, patch) => void answered(await db.rpc('save_forum_settings', { forum, patch })),
    async corridors(forum) {
      const rows = answered(await db.from('corridors').select('id, legs, status, as_of, source').order('position'))
      return Promise.all(
        rows.map(async row => {
          const effect = answered(await db.rpc('corridor_effect', { forum, corridor: row.id })) as { waiting: number; live: number }
          return { id: row.id, legs: row.legs, status: row.status as CorridorState, asOf: row.as_of, source: row.source, ...effect }
        }),
      )
    },
    async setCorridor(forum, corridor, { status, asOf, source }) {
      answered(await db.rpc('set_corridor', { forum, corridor, new_status: status, as_of: asOf, source }))
    },
    async weights(forum) {
      const rows = answered(await db.from('forum_weights').select('version, share, saved_by_name, saved_at').eq('forum_id', forum).order('version', { ascending: false }).limit(20))
      return rows.map(row => ({ version: row.version, share: row.share as unknown as Shares, by: row.saved_by_name, at: row.saved_at }))
    },
    saveWeights: async (forum, shares, based_on) => answered(await db.rpc('save_weights', { forum, shares: { ...shares }, based_on })),
    samplePairs: async (forum, most) => answered(await db.rpc('sample_pairs', { forum, most })) as unknown as SamplePair[],
    firms: (forum, ids) => (ids.length ? matchingStore(db).publishedFirms(forum, ids) : Promise.resolve([])),
    scoring: async forum => answered(await db.from('engine_runs').select('total, done').eq('forum_id', forum).maybeSingle()),
    async figures(forum) {
      const rows = answered(await db.from('forum_figures').select('id, kind, value_usd, falls_on, said_by, said_on, in_use').eq('forum_id', forum).order('said_on', { ascending: false }).order('id'))
      return rows.map(row => ({ id: row.id, kind: row.kind as FigureKind, usd: row.value_usd === null ? null : Number(row.value_usd), on: row.falls_on, saidBy: row.said_by, saidOn: row.said_on, inUse: row.in_use }))
    },
    async addFigure(forum, { kind, usd, on, saidBy, saidOn }) {
      answered(await db.rpc('add_forum_figure', { forum, of_kind: kind, value: usd as number, falls: on as string, by_whom: saidBy, said: saidOn }))
    },
    useFigure: async figure => void answered(await db.rpc('use_forum_figure', { figure })),
    dropFigure: async figure => void answered(await db.rpc('drop_forum_figure', { figure })),
    record: async forum => answered(await db.rpc('desk_record', { forum, kinds: ['forum', 'corridor', 'round'] })) as ForumEntry[],
  }
}
