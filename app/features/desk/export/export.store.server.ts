import { nameKey } from '~/core/companies/name-keys'
import type { Country } from '~/core/companies/country'
import type { IntroductionState, MatchState } from '~/core/transitions'
import type { EvidenceLevel, OutcomeKind, RejectReason } from '~/i18n/words/matches'
import type { Json } from '~/platform/database.types'
import { answered } from '~/platform/refusal'
import type { Db } from '~/platform/supabase.server'
import type { FirmFigures } from '../companies.store.server'
import type { FirmFilters } from '../company-filters'
import type { DeskFirm, Flag } from '../desk-facts'
import { filterNames, type QueueFilters } from '../queue-filters'

type Named = { native: string | null; latin: string | null }
export type ExportedFirm = DeskFirm & FirmFigures
export type ExportedMatch = {
  id: string; state: MatchState; score: number; sector: string | null; deal: string | null; flags: Flag[]; createdAt: string; snoozedUntil: string | null
  decidedBy: string | null; decidedAt: string | null; rejectReason: RejectReason | null; rejectNote: string | null; pk: Named & { id: string; region: string | null }; kz: Named & { id: string; region: string | null }
}
export type ExportedIntroduction = {
  id: string; state: IntroductionState; mode: 'double_opt_in' | 'direct'; deal: string | null; score: number; createdAt: string; sentAt: string | null; connectedAt: string | null; closedAt: string | null
  pk: Named; kz: Named; answers: Partial<Record<Country, { answer: 'yes' | 'not_now' | 'no'; reason: string | null; at: string }>>
}
export type ExportedOutcome = {
  id: string; kind: OutcomeKind; value: number | null; on: string; evidence: EvidenceLevel; document: string | null; note: string | null; by: Country | null; introduction: string; deal: string | null; pk: Named; kz: Named
}

/** Everything of a kind, page by page. Refusals are thrown as `DatabaseRefusal`. */
export interface ExportDesk {
  firms(forum: string, filters: FirmFilters): AsyncIterable<ExportedFirm[]>
  matches(forum: string, filters: QueueFilters): AsyncIterable<ExportedMatch[]>
  introductions(forum: string): AsyncIterable<ExportedIntroduction[]>
  outcomes(forum: string): AsyncIterable<ExportedOutcome[]>
}

const named = (search: string | undefined) => (search ? { search, search_key: nameKey(search) || search } : {})

async function* pages<Row extends { id: string }>(size: number, read: (after: string | undefined) => Promise<unknown>): AsyncIterable<Row[]> {
  for (let after: string | undefined; ; ) {
    const page = (await read(after)) as Row[]
    yield page
    after = page.at(-1)?.id
    if (page.length < size) return
  }
}

export function exportDesk(db: Db): ExportDesk {
  return {
    firms(forum, { after: _page, search, ...rest }) {
      const wanted = { ...rest, ...named(search) } as Json
      return pages(250, async after => answered(await db.rpc('export_firms', { forum, wanted, after, page_size: 250 })))
    },
    matches(forum, filters) {
      const chosen = Object.fromEntries(filterNames.flatMap(name => (filters[name] ? [[name, filters[name]]] : [])))
      const wanted = { tab: filters.tab, ...chosen, ...named(filters.search) } as Json
      return pages(1000, async after => answered(await db.rpc('export_matches', { forum, wanted, after, page_size: 1000 })))
    },
    introductions: forum => pages(1000, async after => answered(await db.rpc('export_introductions', { forum, after, page_size: 1000 }))),
    outcomes: forum => pages(1000, async after => answered(await db.rpc('export_outcomes', { forum, after, page_size: 1000 }))),
  }
}
