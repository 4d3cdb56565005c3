import type { Country } from '~/core/companies/country'
import type { RoundFirm, RoundOffer, RoundRules, ShortFirm } from '~/core/matching/propose-round'
import type { ProfileState } from '~/core/transitions'
import type { Json } from '~/platform/database.types'
import { answered } from '~/platform/refusal'
import type { Db } from '~/platform/supabase.server'
import type { Names } from './desk-facts'

/** What a proposal comes to, as it is kept; `short` names the shortest, `shortBy` counts all by reason. */
export type RoundOutcome = {
  firms: number
  floorBefore: number
  floorAfter: number
  gini: number
  method: 'exact' | 'greedy'
  shortBy: Partial<Record<ShortFirm['why'], number>>
}

export type RoundLine = {
  id: string
  number: number
  proposedBy: string | null
  proposedAt: string
  appliedBy: string | null
  appliedAt: string | null
  undone: boolean
  pairs: number
  done: number
}

export type RoundFacts = Omit<RoundLine, 'pairs' | 'done'> & {
  batch: string
  rules: RoundRules
  outcome: RoundOutcome
  counts: { pairs: number; done: number; left: number }
  /** How many pairs were passed over, by the database's reason. */
  refused: Record<string, number>
  /** When the first mail of the round leaves; null when none waits. */
  sendAfter: string | null
  best: { id: string; score: number; done: boolean | null; sector: string | null; pk: Names; kz: Names }[]
  short: (ShortFirm & Names & { country: Country; sector: string | null; completeness: number; understood: boolean })[]
}

/** A firm, what it was shown and given, and what bears on that. */
export type ExposedFirm = Names & {
  id: string
  country: Country
  region: string | null
  sector: string | null
  size: string | null
  state: Extract<ProfileState, 'published' | 'validated'>
  completeness: number
  reachable: boolean
  suggested: number
  approved: number
  introduced: number
  unanswered: number
  connected: number
  listings: number
  understood: number
  /** Among its suggestions, those with a validated counterpart; counted where it has few. */
  validatedCounterparts: number
}

/** What rounds need of the database. Refusals are thrown as `DatabaseRefusal`. */
export interface RoundsDesk {
  /** Everything a proposal is made from, and the number it would have. */
  material(forum: string): Promise<{ number: number; firms: RoundFirm[]; offers: RoundOffer[] }>
  /** Keeps a proposal; answers its id. */
  propose(forum: string, pairs: readonly string[], rules: RoundRules, outcome: RoundOutcome & { short: readonly ShortFirm[] }): Promise<string>
  /** Approves the next pairs of a round. */
  apply(round: string, most: number): Promise<{ done: number; left: number }>
  /** Forgets a proposal that was not applied. */
  drop(round: string): Promise<void>
  list(forum: string): Promise<RoundLine[]>
  one(round: string): Promise<RoundFacts>
  exposure(forum: string): Promise<ExposedFirm[]>
}

type FirmTuple = [id: string, valid: boolean, reachable: boolean, introduced: number, unanswered: number]
type OfferTuple = [match: string, pk: number, kz: number, score: number]

export function roundsDesk(db: Db): RoundsDesk {
  return {
    async material(forum) {
      const found = answered(await db.rpc('desk_round_material', { forum })) as unknown as { number: number; firms: FirmTuple[]; offers: OfferTuple[] }
      const firms = found.firms.map(([id, valid, reachable, introduced, unanswered]): RoundFirm => ({ id, valid, reachable, introduced, unanswered }))
      return { number: found.number, firms, offers: found.offers.map(([match, pk, kz, score]) => ({ match, pk: firms[pk]!.id, kz: firms[kz]!.id, score })) }
    },
    propose: async (forum, pairs, rules, outcome) => answered(await db.rpc('propose_round', { forum, pairs: [...pairs], rules: rules as unknown as Json, outcome: outcome as unknown as Json })),
    apply: async (round, most) => answered(await db.rpc('apply_round', { round, most })) as { done: number; left: number },
    drop: async round => void answered(await db.rpc('drop_round', { round })),
    list: async forum => answered(await db.rpc('desk_rounds', { forum })) as unknown as RoundLine[],
    one: async round => answered(await db.rpc('desk_round', { round })) as unknown as RoundFacts,
    exposure: async forum => answered(await db.rpc('desk_exposure', { forum })) as unknown as ExposedFirm[],
  }
}
