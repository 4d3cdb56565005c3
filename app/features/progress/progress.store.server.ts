import type { Country } from '~/core/companies/country'
import type { Locale } from '~/core/locale'
import type { EvidenceLevel, OutcomeKind } from '~/i18n/words/matches'
import { answered } from '~/platform/refusal'
import type { Db } from '~/platform/supabase.server'
import type { UsedCorridor } from './corridor-map.server'
import type { GoodFacts } from './goods-chart.server'
import { processedHeadings } from './processed-goods'

export const funnelSteps = ['suggested', 'approved', 'sent', 'answered', 'connected', 'met', 'agreed'] as const
export type FunnelStep = (typeof funnelSteps)[number]

export type ExposedFirm = {
  id: string
  country: Country
  region: string | null
  sector: string | null
  size: string | null
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
  /** The weeks of the last two months in which something was decided, the first day of each, and the median hours a decision took. */
  weeks: { from: string; decided: number; hours: number }[]
  bands: { from: number; sent: number; yes: number }[]
  exposure: ExposedFirm[]
  corridors: (UsedCorridor & { asOf: string; source: string })[]
  meetings: { pk: string; kz: string; pairs: number; approved: number }[]
  ledger: { kind: OutcomeKind; evidence: EvidenceLevel; count: number; usd: number }[]
}

export const readProgress = async (db: Db, forum: string): Promise<ProgressFacts> => answered(await db.rpc('desk_progress', { forum })) as unknown as ProgressFacts

/** Who brings and seeks the processed goods. */
export const readGoods = async (db: Db, forum: string): Promise<GoodFacts[]> => answered(await db.rpc('desk_goods', { forum, headings: [...processedHeadings] })) as unknown as GoodFacts[]
