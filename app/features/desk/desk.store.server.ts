import { nameKey } from '~/core/companies/name-keys'
import type { Country } from '~/core/companies/country'
import type { MailCounts } from '~/features/introductions/mail-log.store.server'
import type { Database, Json } from '~/platform/database.types'
import { answered } from '~/platform/refusal'
import type { Db } from '~/platform/supabase.server'
import type { BatchReport, DeskCounts, Forum, Organizer, PairFacts, QueuePage, SavedFilter } from './desk-facts'
import { filterNames, sortKey, type QueueFilters } from './queue-filters'

export type BatchDecision = { decision: 'approve' } | { decision: 'reject'; reason: string; note?: string } | { decision: 'snooze'; until: Date }
/** How much waits where, of pairs, firms and mails; and the filters the reader keeps by name. */
export type DeskFrame = { counts: DeskCounts; mails: MailCounts; filters: SavedFilter[] }
/** `stands`: the session may go on, which has an end, idle and absolute. `at`: the forum whose desk it is. `frame`: where it was asked for. */
export type OpenedDesk = { stands: boolean; mine: Organizer[]; at: string | null; frame: DeskFrame | null }
/** Named pairs, or all that a set of filters means. */
export type BatchPairs = { pairs: string[] } | { filters: QueueFilters }

/** What the desk needs of the database for its queue. Refusals of the database are thrown as `DatabaseRefusal`. */
export interface DeskStore {
  /** The forums the caller organizes, the latest first; he sits at the `chosen`, if it is one of them, else at the latest. */
  open(chosen?: string, framed?: boolean): Promise<OpenedDesk>
  /** What stands around every page. */
  frame(forum: string): Promise<DeskFrame>
  queue(forum: string, filters: QueueFilters, size?: number): Promise<QueuePage>
  count(forum: string, filters: QueueFilters): Promise<number>
  /** A pair with all that is known of it. */
  pair(match: string): Promise<PairFacts>
  /** Keeps filters under a name; the same name again replaces them. */
  saveFilter(forum: string, name: string, query: string): Promise<void>
  dropFilter(filter: string): Promise<void>
  /** Tells the other organizers that the caller looks at this pair; answers who else does. */
  look(match: string): Promise<string[]>
  /** Approves; `introduction` is missing where a second organizer must approve too. */
  approve(match: string, notes: { pk?: string; kz?: string }): Promise<{ state: string; introduction?: string; send_after?: string }>
  reject(match: string, reason: string, note?: string): Promise<void>
  snooze(match: string, until: Date): Promise<void>
  undo(match: string): Promise<void>
  decideBatch(forum: string, pairs: BatchPairs, decision: BatchDecision): Promise<BatchReport>
  batch(id: string): Promise<BatchReport>
  undoBatch(id: string): Promise<{ undone: number; kept: number; already: boolean }>
}

type ForumRow = Database['public']['Tables']['forums']['Row']
type OrganizerRow = { user_id: string; name: string; country: Country; role: Organizer['role']; forum: ForumRow }

export function toForum(row: ForumRow): Forum {
  return {
    id: row.id, slug: row.slug, name: row.name, hostCity: row.host_city, startsOn: row.starts_on, endsOn: row.ends_on, languages: row.languages, mode: row.mode as Forum['mode'], dualKey: row.dual_key, undoMinutes: row.undo_minutes,
    floor: row.floor, cap: row.cap, unansweredCap: row.unanswered_cap, nudgeDays: row.nudge_days, expireDays: row.expire_days, isDemo: row.is_demo,
  }
}

/** The filters as the database's functions read them; a search brings its transliterated key along. */
function wantedOf(filters: QueueFilters): Json {
  const wanted: Record<string, string> = { tab: filters.tab, sort: sortKey(filters) }
  for (const name of filterNames) if (filters[name]) wanted[name] = filters[name]
  if (filters.search) Object.assign(wanted, { search: filters.search, search_key: nameKey(filters.search) || filters.search })
  return wanted
}

/** The store over the caller's own client: the database's functions look up what the caller may. */
export function deskStore(db: Db): DeskStore {
  return {
    async open(chosen, framed = false) {
      const { mine, ...rest } = answered(await db.rpc('open_desk', { chosen, framed })) as unknown as Omit<OpenedDesk, 'mine'> & { mine: OrganizerRow[] }
      return { ...rest, mine: mine.map(({ user_id: userId, name, country, role, forum }) => ({ userId, name, country, role, forum: toForum(forum) })) }
    },
    frame: async forum => answered(await db.rpc('desk_frame', { forum })) as DeskFrame,
    queue: async (forum, filters, size = 50) =>
      answered(await db.rpc('desk_queue', { forum, wanted: wantedOf(filters), after: filters.after, page_size: size })) as QueuePage,
    count: async (forum, filters) => answered(await db.rpc('count_queue', { forum, wanted: wantedOf(filters) })),
    pair: async match => answered(await db.rpc('desk_pair', { match })) as unknown as PairFacts,
    saveFilter: async (forum, name, query) => void answered(await db.rpc('save_filter', { forum, called: name, address_query: query })),
    dropFilter: async filter => void answered(await db.rpc('drop_filter', { filter })),
    look: async match => answered(await db.rpc('attend_match', { match })) as string[],
    approve: async (match, notes) => answered(await db.rpc('approve_match', { match, note_pk: notes.pk, note_kz: notes.kz })) as { state: string },
    reject: async (match, reason, note) => void answered(await db.rpc('reject_match', { match, reason, note })),
    snooze: async (match, until) => void answered(await db.rpc('snooze_match', { match, until: until.toISOString() })),
    undo: async match => void answered(await db.rpc('undo_decision', { match })),
    async decideBatch(forum, pairs, decision) {
      const which = 'pairs' in pairs ? { pairs: pairs.pairs } : { wanted: wantedOf({ ...pairs.filters, after: undefined }) }
      const how = decision.decision === 'reject' ? { reason: decision.reason, note: decision.note } : decision.decision === 'snooze' ? { until: decision.until.toISOString() } : {}
      return answered(await db.rpc('decide_batch', { forum, decision: decision.decision, ...which, ...how })) as BatchReport
    },
    batch: async id => answered(await db.rpc('read_batch', { batch: id })) as BatchReport,
    undoBatch: async id => answered(await db.rpc('undo_batch', { batch: id })) as { undone: number; kept: number; already: boolean },
  }
}
