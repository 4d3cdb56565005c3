import { type DealType } from '~/core/taxonomy/deal-types'
import { dealFor } from './deal-table'
import { bestDeal } from './fit'
import { meetingsOf, viaOf, type Meeting } from './meetings'
import { type PreparedFirm } from './prepare'
import { wholeParts } from './round'
import { pointsOf, type Parts, type Scoring } from './score'
import { SIGNALS, type Reason, type ScoredPair } from './types'

/** Meetings shown a direction: more are the same thing said again. */
const MOST_SHOWN = 3
/** A side gains by a pair from this on: less is a doubtful reading or a neighbour. */
const REAL_GAIN = 0.15

/** Says a pair's score as data: whole points that sum to it, and which listing met which. */
export function explainPair(pk: PreparedFirm, kz: PreparedFirm, parts: Parts, scoring: Scoring): ScoredPair {
  const score = Math.min(100, Math.max(0, Math.round(parts.exact)))
  const whole = wholeParts(pointsOf(parts, scoring.weights), score)
  const pkBrings = distinct(meetingsOf(pk, kz, scoring.chain)).slice(0, MOST_SHOWN)
  const kzBrings = distinct(meetingsOf(kz, pk, scoring.chain)).slice(0, MOST_SHOWN)
  const fallback = bestDeal(pk, kz)?.deal ?? 'supply'
  const shown = [...pkBrings.map(meeting => ({ meeting, bringer: 'PK' as const })), ...kzBrings.map(meeting => ({ meeting, bringer: 'KZ' as const }))]
  const product = whole[SIGNALS.indexOf('product')]!
  const total = shown.reduce((sum, { meeting }) => sum + meeting.weight, 0)
  const points = wholeParts(shown.map(({ meeting }) => (product * meeting.weight) / total), product)
  const listings = shown.map(({ meeting, bringer }, i): Reason & { type: 'listing' } => ({
    type: 'listing', bringer,
    brought: meeting.brought.listing.id,
    met: meeting.met.listing.id,
    metDirection: meeting.met.listing.direction,
    via: viaOf(meeting),
    deal: dealOf(meeting, fallback),
    points: points[i]!,
  }))
  return {
    pk: pk.firm.id,
    kz: kz.firm.id,
    score,
    exact: parts.exact,
    points: SIGNALS.map((signal, i) => ({ signal, points: whole[i]! })),
    reasons: [...listings, ...Object.values(parts.seen).flatMap(seen => seen.reasons)],
    deal: [...listings].sort((a, b) => b.points - a.points)[0]?.deal ?? fallback,
    reciprocal: parts.pkGains >= REAL_GAIN && parts.kzGains >= REAL_GAIN,
  }
}

/** A listing of each side is told once, by its strongest meeting; then what is left, so that nothing that met goes unsaid. */
function distinct(meetings: readonly Meeting[]): Meeting[] {
  const told = new Set<string>()
  const first: Meeting[] = []
  for (const meeting of meetings) {
    if (told.has(meeting.brought.listing.id) || told.has(meeting.met.listing.id)) continue
    told.add(meeting.brought.listing.id).add(meeting.met.listing.id)
    first.push(meeting)
  }
  return first
}

function dealOf({ brought, met, edge }: Meeting, fallback: DealType): DealType {
  if (edge) return edge.deals[0]!
  const kinds = [brought.listing.kind, met.listing.kind] as const
  return (kinds[0] && kinds[1] && dealFor(kinds[0], kinds[1])?.deal) || fallback
}
