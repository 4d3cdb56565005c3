import type { Country } from '~/core/companies/country'
import type { LikelyPair } from '~/core/companies/duplicate-index'
import type { FirmTraces, LikenessReason } from '~/core/companies/duplicates'
import type { RegistrationKind } from '~/core/companies/registration-number'
import type { ProfileState } from '~/core/transitions'
import type { Json } from '~/platform/database.types'
import { answered } from '~/platform/refusal'
import type { Db } from '~/platform/supabase.server'
import type { FirmFigures } from '../companies.store.server'
import type { Names } from '../desk-facts'

/** One of two firms that may be one, with what an organizer compares. */
export type DuplicateSide = Names & FirmFigures & {
  id: string
  country: Country
  state: ProfileState
  registrationKind: RegistrationKind | null
  registrationNumber: string | null
  region: string | null
  city: string | null
  website: string | null
  email: string | null
  phone: string | null
  completeness: number
  updatedAt: string
  members: number
  listings: string[]
}
export type DuplicatePair = { sureness: number; reasons: LikenessReason[]; foundAt: string; one: DuplicateSide; other: DuplicateSide }

/** What the desk does with likely duplicates. Refusals are thrown as `DatabaseRefusal`. */
export interface DuplicatesDesk {
  list(forum: string): Promise<{ total: number; pairs: DuplicatePair[] }>
  two(forum: string, one: string, other: string): Promise<{ one: DuplicateSide; other: DuplicateSide }>
  keepApart(forum: string, one: string, other: string): Promise<void>
  /** Makes two profiles one: `gone` goes into `kept`. */
  merge(forum: string, gone: string, kept: string): Promise<void>
}

export function duplicatesDesk(db: Db): DuplicatesDesk {
  return {
    list: async forum => answered(await db.rpc('desk_duplicates', { forum })) as unknown as { total: number; pairs: DuplicatePair[] },
    two: async (forum, one, other) => answered(await db.rpc('desk_two_firms', { forum, one, other })) as unknown as { one: DuplicateSide; other: DuplicateSide },
    keepApart: async (forum, one, other) => void answered(await db.rpc('keep_apart', { forum, one, other })),
    merge: async (forum, gone, kept) => void answered(await db.rpc('merge_companies', { forum, gone, kept })),
  }
}

/** A firm that was written; gone: it left, or is a draft now. */
export type ChangedTraces = { id: string; updatedAt: string; gone: true } | (FirmTraces & { updatedAt: string; gone?: undefined })

/** What the watch for duplicates needs of the database, over the server's own client. */
export interface WatchStore {
  openForums(): Promise<string[]>
  traces(forum: string, after?: string): Promise<(FirmTraces & { updatedAt: string })[]>
  changed(forum: string, since: string): Promise<ChangedTraces[]>
  /** Keeps likely pairs; with a company they are all of its, else all of the forum's. */
  keep(forum: string, pairs: readonly LikelyPair[], company?: string): Promise<void>
  tidy(): Promise<void>
}

export function watchStore(db: Db): WatchStore {
  return {
    openForums: async () => answered(await db.from('forums').select('id').eq('status', 'open').order('id')).map(row => row.id),
    traces: async (forum, after) => answered(await db.rpc('firm_traces', { forum, after })) as unknown as (FirmTraces & { updatedAt: string })[],
    changed: async (forum, since) => answered(await db.rpc('changed_traces', { forum, since })) as unknown as ChangedTraces[],
    keep: async (forum, pairs, company) => void answered(await db.rpc('store_duplicates', { forum, pairs: pairs as unknown as Json, company })),
    tidy: async () => void answered(await db.rpc('tidy_desk')),
  }
}
