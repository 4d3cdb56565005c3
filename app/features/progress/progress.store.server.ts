import type { Country } from '~/core/companies/country'
import type { Locale } from '~/core/locale'
import type { EvidenceLevel, OutcomeKind } from '~/i18n/words/matches'
import { answered } from '~/platform/refusal'
import type { Db } from '~/platform/supabase.server'

export const funnelSteps = ['suggested', 'approved', 'sent', 'answered', 'connected', 'met', 'agreed'] as const
export type FunnelStep = (typeof funnelSteps)[number]

export type ExposedFirm = {
  id: string
  country: Country
  region: string | null
  sector: string | null
  native: string | null
  latin: string | null
  locale: Locale | null
  completeness: number
  coded: number
  listings: number
  suggested: number
  introduced: number
  connected: number
}

export type ProgressFacts = {
  funnel: Record<FunnelStep, number>
  /** Median hours from suggestion to decision. */
  hours: number | null
  bands: { from: number; sent: number; yes: number }[]
  exposure: ExposedFirm[]
  meetings: { pk: string; kz: string; pairs: number; approved: number }[]
  ledger: { kind: OutcomeKind; evidence: EvidenceLevel; count: number; usd: number }[]
}

export const readProgress = async (db: Db, forum: string): Promise<ProgressFacts> => answered(await db.rpc('desk_progress', { forum })) as unknown as ProgressFacts
