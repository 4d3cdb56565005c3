import type { IntroductionState } from '~/core/transitions'
import type { Json } from '~/platform/database.types'
import { answered } from '~/platform/refusal'
import type { Db } from '~/platform/supabase.server'
import type { MemorandumFields } from './memorandum.schema'

export const closings = ['fulfilled', 'expired', 'abandoned'] as const
export type Closing = (typeof closings)[number]

export type Memorandum = Omit<MemorandumFields, 'introductions'> & {
  id: string
  closedAs: Closing | null
  closedAt: string | null
  version: number
  introductions: { id: string; state: IntroductionState; pk: string; kz: string }[]
}

/** The forum's memoranda. Refusals of the database are thrown as `DatabaseRefusal`. */
export interface MemorandaStore {
  list(forum: string): Promise<Memorandum[]>
  /** Adds one, or writes all fields of the one that stands at this version; answers its id. */
  save(forum: string, fields: MemorandumFields, known?: { id: string; version: number }): Promise<string>
  close(id: string, closing: Closing): Promise<void>
}

export const memorandaStore = (db: Db): MemorandaStore => ({
  list: async forum => answered(await db.rpc('desk_memoranda', { forum })) as unknown as Memorandum[],
  save: async (forum, fields, known) =>
    answered(await db.rpc('save_memorandum', { forum, fields: fields as unknown as Json, ...(known && { memorandum: known.id, expected_version: known.version }) })),
  close: async (memorandum, closing) => void answered(await db.rpc('close_memorandum', { memorandum, closing })),
})
