import { answered } from '~/platform/refusal'
import type { Db } from '~/platform/supabase.server'
import type { HistoryEntry } from './desk-facts'

export const corridorStates = ['open', 'restricted', 'closed'] as const
export type CorridorState = (typeof corridorStates)[number]
export type Corridor = { id: string; legs: string[]; status: CorridorState; asOf: string; source: string; waiting: number; live: number }

/** What organizers set. Refusals of the database are thrown as `DatabaseRefusal`. */
export interface SettingsDesk {
  save(forum: string, patch: Record<string, string | number | boolean>): Promise<void>
  /** The corridors, each with the waiting pairs and live introductions that use it. */
  corridors(forum: string): Promise<Corridor[]>
  setCorridor(forum: string, corridor: string, change: { status: CorridorState; asOf: string; source: string }): Promise<void>
  record(forum: string): Promise<HistoryEntry[]>
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
    record: async forum => answered(await db.rpc('desk_record', { forum, kinds: ['forum', 'corridor'] })) as HistoryEntry[],
  }
}
