import type { Country } from '~/core/companies/country'
import type { Locale } from '~/core/locale'
import type { Reason } from '~/core/matching/types'
import type { DealType } from '~/core/taxonomy/deal-types'
import type { IntroductionState } from '~/core/transitions'
import type { DeclineReason, EvidenceLevel, OutcomeKind } from '~/i18n/words/matches'
import { answered } from '~/platform/refusal'
import type { Db } from '~/platform/supabase.server'
import type { CorridorStatus, MailMaterial, Party } from './outbox/material'
import type { Answer } from './outbox/links.server'

/** An introduction as one of its firms sees it. Times are ISO; nothing of what the other side answered. */
export type FirmIntroduction = {
  id: string
  state: IntroductionState
  mode: 'double_opt_in' | 'direct'
  deal_type: DealType | null
  sent_at: string | null
  expires_at: string | null
  connected_at: string | null
  closed_at: string | null
  my_answer: Answer | null
  my_reason: DeclineReason | null
  answered_at: string | null
  counterpart: { id: string; country: Country; name_native: string | null; name_latin: string | null; name_locale: Locale | null; region: string | null; city: string | null; is_demo: boolean; erased: boolean }
  outcomes: number
}

export type Outcome = { id: string; kind: OutcomeKind; valueUsd: number | null; happenedOn: string; evidence: EvidenceLevel; documentUrl: string | null; note: string | null; companyId: string | null }
export type OutcomeDraft = Pick<Outcome, 'kind' | 'valueUsd' | 'happenedOn' | 'documentUrl' | 'note'> & { evidence: Exclude<EvidenceLevel, 'customs_verified'> }

/** What a firm's own pages do with its introductions. */
export interface FirmIntroductionsStore {
  list(company: string): Promise<FirmIntroduction[]>
  /** All that an introduction is described from, as this firm may see it. */
  material(introduction: FirmIntroduction, company: string, now: Date): Promise<MailMaterial>
  outcomes(introduction: string): Promise<Outcome[]>
  answer(introduction: string, company: string, said: Answer, why: DeclineReason | null, words: string | null): Promise<void>
  report(introduction: string, company: string, outcome: OutcomeDraft): Promise<void>
}

export function firmIntroductionsStore(db: Db): FirmIntroductionsStore {
  return {
    list: async company => answered(await db.rpc('company_introductions', { company })) as FirmIntroduction[],
    async material({ id, counterpart, ...introduction }, company, now) {
      const [rows, parties, notes, contacts, corridors] = await Promise.all([
        db.from('introductions').select('reasons, forum_id, forums (id, slug, name, host_city, starts_on, ends_on, desk_email, expire_days, is_demo)').eq('id', id).then(answered),
        db.rpc('introduction_parties', { introduction: id }).then(answered),
        db.from('introduction_notes').select('body').eq('introduction_id', id).eq('company_id', company).then(answered),
        // The policy decides whether it is open.
        db.from('contacts').select('name, role_title, email, phone').eq('company_id', counterpart.id).eq('is_primary', true).then(answered),
        db.from('corridors').select('id, status, as_of').order('position').then(answered),
      ])
      const both = parties as unknown as Party[]
      const contact = contacts[0]
      return {
        now: now.toISOString(),
        forum: rows[0]?.forums ?? null,
        company: { ...both.find(party => party.company_id === company)!, id: company },
        introduction: { ...introduction, id, reasons: (rows[0]?.reasons ?? []) as unknown as Reason[] },
        parties: both,
        note: notes[0]?.body ?? null,
        contact: contact ? { ...contact, email: String(contact.email) } : null,
        answer: introduction.my_answer,
        corridors: corridors as CorridorStatus[],
      }
    },
    async outcomes(introduction) {
      const rows = answered(await db.from('outcomes').select('*').eq('introduction_id', introduction).order('happened_on').order('created_at'))
      return rows.map(row => ({
        id: row.id, kind: row.kind as OutcomeKind, valueUsd: row.value_usd === null ? null : Number(row.value_usd), happenedOn: row.happened_on,
        evidence: row.evidence as EvidenceLevel, documentUrl: row.document_url, note: row.note, companyId: row.company_id,
      }))
    },
    async answer(introduction, company, said, why, words) {
      answered(await db.rpc('answer_introduction', { introduction, company, said, why: why ?? undefined, words: words ?? undefined }))
    },
    async report(introduction, company, { kind, valueUsd, happenedOn, evidence, documentUrl, note }) {
      answered(
        await db.rpc('report_outcome', {
          introduction, company, of_kind: kind, value: valueUsd as number, happened: happenedOn, level: evidence, document: documentUrl ?? undefined, words: note ?? undefined,
        }),
      )
    },
  }
}
