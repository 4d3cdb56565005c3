import type { Country } from '~/core/companies/country'
import { sectors, type Sector } from '~/core/companies/sectors'
import type { Locale } from '~/core/locale'
import { answered } from '~/platform/refusal'
import type { Db } from '~/platform/supabase.server'
import type { Corridor, ForumCounts, Measures, PublicForum, Teaser, TeaserListing } from './teaser'

/** What the public pages read. All of it is open to a visitor. */
export interface PublicStore {
  /** The newest forum that is open, else the newest closed one; null before the first. */
  forum(): Promise<PublicForum | null>
  counts(forum: string): Promise<ForumCounts>
  /** Baseline and target as the forum's organizers set them; null where they set none. */
  measures(forum: string): Promise<Measures>
  teasers(): Promise<Teaser[]>
  corridors(): Promise<Corridor[]>
}

const PAGE = 1000
const isSector = (name: string): name is Sector => (sectors as readonly string[]).includes(name)

/** The store over the visitor's own client. */
export function publicStore(db: Db): PublicStore {
  return {
    async forum() {
      const rows = answered(
        await db
          .from('forums')
          .select('id, name, host_city, starts_on, ends_on, is_demo, desk_email, status')
          .in('status', ['open', 'closed'])
          .order('status', { ascending: false })
          .order('starts_on', { ascending: false })
          .limit(1),
      )
      const row = rows[0]
      if (!row) return null
      return { id: row.id, name: row.name, hostCity: row.host_city, startsOn: row.starts_on, endsOn: row.ends_on, isDemo: row.is_demo, deskEmail: row.desk_email }
    },
    async counts(forum) {
      const sums = (answered(await db.rpc('forum_counts', { forum })) ?? {}) as Record<string, unknown>
      const sum = (name: string) => Number(sums[name] ?? 0)
      return {
        companies: { PK: sum('companies_pk'), KZ: sum('companies_kz') },
        introductions: sum('introductions'), answered: sum('answered'), connected: sum('connected'), met: sum('met'),
        usd: { claimed: sum('claimed_usd'), documented: sum('documented_usd'), verified: sum('verified_usd') },
      }
    },
    async measures(forum) {
      const rows = answered(await db.from('forum_figures').select('kind, value_usd, said_by, said_on').eq('forum_id', forum).eq('in_use', true))
      const of = (kind: string) => {
        const row = rows.find(one => one.kind === kind)
        return row?.value_usd ? { usd: Number(row.value_usd), saidBy: row.said_by, saidOn: row.said_on } : null
      }
      return { baseline: of('baseline'), target: of('target') }
    },
    async teasers() {
      const found: Teaser[] = []
      for (let from = 0; ; from += PAGE) {
        const rows = answered(
          await db
            .from('company_teasers')
            .select('id, country, region, sectors, is_demo, name_native, name_latin, name_locale, listings')
            .order('id')
            .range(from, from + PAGE - 1),
        )
        for (const row of rows) {
          found.push({
            id: row.id ?? '',
            country: row.country as Country,
            region: row.region,
            sectors: (row.sectors ?? []).filter(isSector),
            isDemo: row.is_demo ?? false,
            name: row.name_native || row.name_latin ? { native: row.name_native, latin: row.name_latin, locale: row.name_locale as Locale | null } : null,
            listings: (row.listings ?? []) as TeaserListing[],
          })
        }
        if (rows.length < PAGE) return found
      }
    },
    async corridors() {
      const rows = answered(await db.from('corridors').select('id, legs, status, as_of, source').order('position'))
      return rows.map(row => ({ id: row.id, legs: row.legs, status: row.status as Corridor['status'], asOf: row.as_of, source: row.source }))
    },
  }
}
