import { toCompany, toListing } from '~/features/companies/companies.store.server'
import { DEFAULT_WEIGHTS, weightsOf, type Weights } from '~/core/matching/weights'
import type { Json } from '~/platform/database.types'
import { answered } from '~/platform/refusal'
import type { Db } from '~/platform/supabase.server'
import type { PublishedFirm } from './engine-firms'
import type { PairRow } from './stored-pair'

export type ChangedCompany = { id: string; published: boolean; updatedAt: string }

/** What the engine's process needs of the database. */
export interface MatchingStore {
  /** Forums whose firms are matched. */
  openForums(): Promise<string[]>
  /** Takes or renews the forum's lease; false while another process holds it. */
  lease(forum: string, holder: string, seconds: number): Promise<boolean>
  /** The forum's published firms, or those of them with the given ids. */
  publishedFirms(forum: string, ids?: readonly string[]): Promise<PublishedFirm[]>
  changedSince(forum: string, since: string): Promise<ChangedCompany[]>
  /** Pairs that an organizer rejected: Pakistani firm, Kazakh firm. */
  rejectedPairs(forum: string): Promise<Array<readonly [string, string]>>
  /** By firm: with whom its stored pairs stand, decided or not. */
  storedPartners(forum: string, companies: readonly string[]): Promise<Map<string, string[]>>
  corridorStatuses(): Promise<Map<string, string>>
  /** What the forum's scores are weighed by: its last saved version, else the engine's own. */
  weights(forum: string): Promise<Weights>
  /** Writes pairs; with companies they are the whole lists of those firms. Never touches a decided match. */
  storePairs(forum: string, pairs: PairRow[], version: string, companies?: readonly string[]): Promise<number>
  dropOldPairs(forum: string, version: string): Promise<number>
  reportRun(forum: string, version: string, total: number, done: number): Promise<void>
}

const PAGE = 500
const IDS_A_CALL = 100
const firmColumns = `id, country, state, name_native, name_latin, name_locale, registration_kind, registration_number, region, city, founded_year, employees_band,
  website, about, sectors, corridors, ports, incoterms, certificates, working_languages, locale, show_name, completeness, is_demo, version, published_at, confirmed_at, updated_at,
  participations!inner (forum_id), listings (id, direction, position, text, language, kind, amount, unit, period, stated_code, confirmed_code, concepts, expires_on)`

/** The store over the server's own client. */
export function matchingStore(db: Db): MatchingStore {
  return {
    openForums: async () => answered(await db.from('forums').select('id').eq('status', 'open').order('id')).map(row => row.id),
    lease: async (forum, holder, seconds) => answered(await db.rpc('lease_engine', { forum, holder, seconds })),
    async publishedFirms(forum, ids) {
      const firms: PublishedFirm[] = []
      // Ids go in the address, which has its bounds: an import changes hundreds at once.
      if (ids && ids.length > IDS_A_CALL) {
        for (let from = 0; from < ids.length; from += IDS_A_CALL) firms.push(...(await this.publishedFirms(forum, ids.slice(from, from + IDS_A_CALL))))
        return firms
      }
      const today = new Date().toISOString().slice(0, 10)
      for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
        let query = db.from('companies').select(firmColumns).eq('participations.forum_id', forum).in('state', ['published', 'validated'])
        if (ids) query = query.in('id', [...ids])
        const rows = answered(await query.gt('id', after).order('id').limit(PAGE))
        for (const row of rows) firms.push({ company: toCompany(row), listings: row.listings.map(toListing).filter(({ expiresOn }) => !expiresOn || expiresOn >= today) })
        if (rows.length < PAGE) return firms
        after = rows[rows.length - 1]!.id
      }
    },
    async changedSince(forum, since) {
      const rows = answered(await db.rpc('changed_companies', { forum, since }))
      return rows.map(row => ({ id: row.id, published: row.state === 'published' || row.state === 'validated', updatedAt: row.updated_at }))
    },
    async rejectedPairs(forum) {
      const pairs: Array<readonly [string, string]> = []
      for (let from = 0; ; from += PAGE) {
        const rows = answered(
          await db.from('matches').select('pk_company, kz_company').eq('forum_id', forum).eq('state', 'rejected').order('id').range(from, from + PAGE - 1),
        )
        pairs.push(...rows.map(row => [row.pk_company, row.kz_company] as const))
        if (rows.length < PAGE) return pairs
      }
    },
    async storedPartners(forum, companies) {
      const partners = new Map<string, string[]>(companies.map(company => [company, []]))
      const rows = answered(await db.rpc('stored_partners', { forum, companies: [...companies] })) as { company: string; partner: string }[]
      for (const { company, partner } of rows) partners.get(company)?.push(partner)
      return partners
    },
    async weights(forum) {
      const [last] = answered(await db.from('forum_weights').select('version, share').eq('forum_id', forum).order('version', { ascending: false }).limit(1))
      return last ? weightsOf(last.version, last.share as Record<string, number>) : DEFAULT_WEIGHTS
    },
    corridorStatuses: async () => new Map(answered(await db.from('corridors').select('id, status')).map(row => [row.id, row.status])),
    storePairs: async (forum, pairs, version, companies) =>
      answered(await db.rpc('store_pairs', { forum, pairs: pairs as unknown as Json, scored_by: version, companies: companies && [...companies] })),
    dropOldPairs: async (forum, version) => answered(await db.rpc('drop_old_pairs', { forum, scored_by: version })),
    async reportRun(forum, version, total, done) {
      answered(await db.rpc('report_engine_run', { forum, scored_by: version, of_total: total, so_far: done }))
    },
  }
}
