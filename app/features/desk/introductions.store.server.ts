import type { Country } from '~/core/companies/country'
import type { Locale } from '~/core/locale'
import type { IntroductionState } from '~/core/transitions'
import type { EvidenceLevel, OutcomeKind } from '~/i18n/words/matches'
import { answered } from '~/platform/refusal'
import type { Db } from '~/platform/supabase.server'
import type { HistoryEntry, Names } from './desk-facts'

export const introductionGroups = ['held', 'open', 'connected', 'closed', 'trouble'] as const
export type IntroductionGroup = (typeof introductionGroups)[number]

export type IntroductionRow = {
  id: string
  match: string
  state: IntroductionState
  mode: 'double_opt_in' | 'direct'
  onHold: boolean
  createdAt: string
  sendAfter: string
  sentAt: string | null
  expiresAt: string | null
  pk: Names & { id: string }
  kz: Names & { id: string }
  answers: { country: Country; answer: 'yes' | 'not_now' | 'no'; reason: string | null; at: string }[]
  outcomes: number
  alarms: string[]
  /** Corridors both use that changed since the approval. */
  flags: { corridor: string; status: 'open' | 'restricted' | 'closed'; asOf: string }[]
}

export type MailRow = {
  id: string
  notice: string
  country: Country | null
  locale: Locale
  to: string
  state: string
  notBefore: string | null
  sentAt: string | null
  settledAt: string | null
  attempts: number
  error: string | null
  alarm: string | null
  subject: string | null
  text: string | null
}

export type IntroductionFacts = IntroductionRow & {
  notes: Partial<Record<Country, string>>
  outcomeList: { kind: OutcomeKind; value: number | null; on: string; evidence: EvidenceLevel; note: string | null; by: Country | null }[]
  mails: MailRow[]
  history: HistoryEntry[]
}

/** What the desk does with introductions. Refusals of the database are thrown as `DatabaseRefusal`. */
export interface IntroductionsDesk {
  list(forum: string, group: IntroductionGroup | null, after?: string): Promise<{ total: number; groups: Partial<Record<IntroductionGroup, number>>; rows: IntroductionRow[] }>
  one(introduction: string): Promise<IntroductionFacts>
  hold(introduction: string, hold: boolean): Promise<void>
  writeNotes(introduction: string, notes: { pk: string; kz: string }): Promise<void>
  withdraw(introduction: string): Promise<void>
  report(introduction: string, outcome: { kind: OutcomeKind; value: number | null; on: string; evidence: EvidenceLevel; note: string }): Promise<void>
}

export function introductionsDesk(db: Db): IntroductionsDesk {
  return {
    list: async (forum, group, after) => answered(await db.rpc('desk_introductions', { forum, wanted: group ?? undefined, after })) as unknown as Awaited<ReturnType<IntroductionsDesk['list']>>,
    one: async introduction => answered(await db.rpc('desk_introduction', { introduction })) as unknown as IntroductionFacts,
    hold: async (introduction, hold) => void answered(await db.rpc('hold_introduction', { introduction, hold })),
    writeNotes: async (introduction, { pk, kz }) => void answered(await db.rpc('write_introduction_notes', { introduction, note_pk: pk, note_kz: kz })),
    withdraw: async introduction => void answered(await db.rpc('withdraw_introduction', { introduction })),
    async report(introduction, { kind, value, on, evidence, note }) {
      // Reported by the desk: of no company. The generated types know neither null.
      answered(await db.rpc('report_outcome', { introduction, company: null as never, of_kind: kind, value: value as number, happened: on, level: evidence, words: note }))
    },
  }
}
