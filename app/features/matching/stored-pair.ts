import { sectorOf } from '~/core/companies/sectors'
import type { PointRow, Reason, ScoredPair } from '~/core/matching/types'
import type { PublishedFirm } from './engine-firms'

/** A reason as it is kept: with the words of both listings, since a firm may rewrite them later. */
export type StoredReason = Reason & { broughtText?: string; metText?: string }

export const warnings = ['no_shared_language', 'corridor_closed', 'corridor_restricted', 'no_shared_corridor', 'missing_certificate', 'thin_profile', 'one_way'] as const
export type Warning = (typeof warnings)[number]

/** A pair as it is written to the database. */
export type PairRow = {
  pk: string
  kz: string
  score: number
  points: PointRow[]
  reasons: StoredReason[]
  warnings: Warning[]
  deal_type: string
  sector: string | null
}

/** Below this, an organizer learns too little from a profile to introduce it (per cent). */
const THIN_BELOW = 60

/** What an organizer should know before approving. `statusOf` tells a corridor's state. */
export function warningsOf(pair: ScoredPair, pk: PublishedFirm, kz: PublishedFirm, statusOf: (corridor: string) => string | undefined): Warning[] {
  const found: Warning[] = []
  const shared = (a: readonly string[], b: readonly string[]) => a.filter(item => b.includes(item))
  const [one, other] = [pk.company, kz.company]
  if (one.workingLanguages.length && other.workingLanguages.length && !shared(one.workingLanguages, other.workingLanguages).length) found.push('no_shared_language')
  if (one.corridors.length && other.corridors.length) {
    const states = shared(one.corridors, other.corridors).map(statusOf)
    if (states.length === 0) found.push('no_shared_corridor')
    else if (states.every(state => state === 'closed')) found.push('corridor_closed')
    else if (!states.includes('open')) found.push('corridor_restricted')
  }
  if (pair.reasons.some(reason => reason.type === 'certificates' && reason.missing.length > 0)) found.push('missing_certificate')
  if (Math.min(one.completeness, other.completeness) < THIN_BELOW) found.push('thin_profile')
  if (!pair.reciprocal) found.push('one_way')
  return found
}

const codeOf = (reason: Reason) => (reason.type !== 'listing' ? null : reason.via.by === 'concept' ? reason.via.code : reason.via.from)

/** The row of a scored pair. */
export function toPairRow(pair: ScoredPair, pk: PublishedFirm, kz: PublishedFirm, statusOf: (corridor: string) => string | undefined): PairRow {
  const texts = new Map([...pk.listings, ...kz.listings].map(listing => [listing.id, listing.text]))
  const best = pair.reasons.map(codeOf).find(code => code !== null)
  return {
    pk: pair.pk,
    kz: pair.kz,
    score: pair.score,
    points: pair.points,
    reasons: pair.reasons.map(reason => (reason.type === 'listing' ? { ...reason, broughtText: texts.get(reason.brought), metText: texts.get(reason.met) } : reason)),
    warnings: warningsOf(pair, pk, kz, statusOf),
    deal_type: pair.deal,
    sector: best ? sectorOf(best) : null,
  }
}
