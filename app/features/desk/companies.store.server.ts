import type { Country } from '~/core/companies/country'
import { likestFirst } from '~/core/companies/likest-names'
import { nameKey } from '~/core/companies/name-keys'
import type { IntroductionState, MatchState, ProfileState } from '~/core/transitions'
import type { Json } from '~/platform/database.types'
import { answered } from '~/platform/refusal'
import type { Db } from '~/platform/supabase.server'
import type { FirmFilters } from './company-filters'
import type { DeskFirm, HistoryEntry, Names } from './desk-facts'
import type { Mark } from './rubric'

export type Review = { decision: 'validate' | 'return' | 'suspend' | 'reinstate'; marks: Partial<Record<Mark, number>>; reasons: string[]; message?: string }

/** What a firm has been shown: suggestions still open, introductions, connections. */
export type FirmFigures = { suggested: number; introduced: number; connected: number }

export type FirmRow = Names & FirmFigures & {
  id: string
  country: Country
  state: ProfileState
  registrationNumber: string | null
  region: string | null
  city: string | null
  sectors: string[]
  completeness: number
  publishedAt: string | null
  confirmedAt: string | null
  isDemo: boolean
}

/** `total` firms fit the filters; these of them stand on the page. */
export type FirmPage = { total: number; rows: FirmRow[] }

export type FirmFacts = {
  firm: DeskFirm
  figures: FirmFigures
  reviews: { at: string; decision: Review['decision']; by: string | null; reasons: string[]; message: string | null; marks: Partial<Record<Mark, number>> }[]
  notes: { at: string; by: string | null; body: string }[]
  pairs: (Names & { id: string; state: MatchState; score: number })[]
  introductions: (Names & { id: string; state: IntroductionState; at: string; answer: string | null })[]
  history: HistoryEntry[]
}

/** What the desk does with firms. Refusals of the database are thrown as `DatabaseRefusal`. */
export interface CompaniesDesk {
  list(forum: string, filters: FirmFilters, size?: number): Promise<FirmPage>
  firm(forum: string, company: string): Promise<FirmFacts>
  review(company: string, forum: string, review: Review): Promise<void>
  note(company: string, forum: string, body: string): Promise<void>
}

export function companiesDesk(db: Db): CompaniesDesk {
  return {
    async list(forum, { after, search, ...rest }, size = 50) {
      const wanted = { ...rest, ...(search ? { search, search_key: nameKey(search) || search } : {}) } as Json
      const found = answered(await db.rpc('desk_companies', { forum, wanted, after, page_size: size })) as FirmPage
      // The database puts roughly likest names first; where they are all here, they are laid side by side word for word.
      return search && found.total === found.rows.length ? { ...found, rows: likestFirst(search, found.rows) } : found
    },
    firm: async (forum, company) => answered(await db.rpc('desk_company', { forum, company })) as unknown as FirmFacts,
    async review(company, forum, { decision, marks, reasons, message }) {
      answered(await db.rpc('review_company', { company, forum, decision, marks: marks as Json, reasons, message }))
    },
    note: async (company, forum, body) => void answered(await db.rpc('write_company_note', { company, forum, body })),
  }
}
