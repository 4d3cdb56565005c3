import type { Json } from '~/platform/database.types'
import { answered } from '~/platform/refusal'
import type { Db } from '~/platform/supabase.server'

export const rubric = ['substance', 'clarity', 'plausibility', 'completeness'] as const
export type Mark = (typeof rubric)[number]
export type Review = { decision: 'validate' | 'return' | 'suspend' | 'reinstate'; marks: Partial<Record<Mark, number>>; reasons: string[]; message?: string }

/** What the desk does with firms. Refusals of the database are thrown as `DatabaseRefusal`. */
export interface CompaniesDesk {
  review(company: string, forum: string, review: Review): Promise<void>
  note(company: string, forum: string, body: string): Promise<void>
}

export function companiesDesk(db: Db): CompaniesDesk {
  return {
    async review(company, forum, { decision, marks, reasons, message }) {
      answered(await db.rpc('review_company', { company, forum, decision, marks: marks as Json, reasons, message }))
    },
    note: async (company, forum, body) => void answered(await db.rpc('write_company_note', { company, forum, body })),
  }
}
