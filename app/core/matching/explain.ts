import { type DealType } from '~/core/taxonomy/deal-types'
import { dealFor } from './deal-table'
import { bestDeal } from './fit'
import { meetingsOf, viaOf, type Meeting } from './meetings'
import { type PreparedFirm } from './prepare'
import { wholeParts } from './round'
import { NOTHING_SEEN, pointsOf, type Parts, type Scoring } from './score'
import { SIGNALS, type Reason, type ScoredPair } from './types'

/** Meetings shown a direction: more are the same thing said again. */
const MOST_SHOWN = 3
/** A side gains by a pair from this on: less is a doubtful reading or a neighbour. */
const REAL_GAIN = 0.15

type ListingReason = Reason & { type: 'listing' }
const PRODUCT = SIGNALS.indexOf('product')

/** Says a pair's score as data: whole points that sum to it, and which listing met which. */
export function explainPair(pk: PreparedFirm, kz: PreparedFirm, parts: Parts, scoring: Scoring): ScoredPair {
  const score = Math.min(100, Math.max(0, Math.round(parts.exact)))
  const whole = wholeParts(pointsOf(parts, scoring.weights), score)
  const pkBrings = distinct(meetingsOf(pk, kz, scoring.chain, parts.steps.pk, parts.steps.kz))
  const kzBrings = distinct(meetingsOf(kz, pk, scoring.chain, parts.steps.kz, parts.steps.pk))
  const fallback = bestDeal(pk, kz)?.deal ?? 'supply'
  const shown = [...pkBrings, ...kzBrings]
  const product = whole[PRODUCT]!
  let total = 0
  for (const { weight } of shown) total += weight
  const points = wholeParts(shown.map(({ weight }) => (product * weight) / total), product)
  const told = shown.map((meeting, i) => reasonOf(meeting, i < pkBrings.length, fallback, points[i]!))
  const listings = shown.some(({ edge }) => edge) ? together(told) : told
  return {
    pk: pk.firm.id,
    kz: kz.firm.id,
    score,
    exact: parts.exact,
    points: SIGNALS.map((signal, i) => ({ signal, points: whole[i]! })),
    reasons: parts.seen === NOTHING_SEEN ? listings : [...listings, ...Object.values(parts.seen).flatMap(seen => seen.reasons)],
    deal: strongest(listings)?.deal ?? fallback,
    reciprocal: parts.pkGains >= REAL_GAIN && parts.kzGains >= REAL_GAIN,
  }
}

/** A step of the value chain is told from its raw side, whichever firm was asked: else a tanner would bring the raw material of what a herder makes. */
function reasonOf(meeting: Meeting, byPk: boolean, fallback: DealType, points: number): ListingReason {
  const { against } = meeting
  const [brought, met] = against ? [meeting.met.listing, meeting.brought.listing] : [meeting.brought.listing, meeting.met.listing]
  return {
    type: 'listing',
    bringer: byPk === against ? 'KZ' : 'PK',
    brought: brought.id,
    met: met.id,
    metDirection: met.direction,
    via: viaOf(meeting),
    deal: dealOf(meeting, fallback),
    points,
  }
}

/** Two listings that met both ways, as they can over a hop, are told once, with the points of both. */
function together(reasons: readonly ListingReason[]): ListingReason[] {
  const told: ListingReason[] = []
  for (const reason of reasons) {
    const same = told.findIndex(({ bringer, brought, met }) => bringer === reason.bringer && brought === reason.brought && met === reason.met)
    if (same < 0) told.push(reason)
    else told[same] = { ...told[same]!, points: told[same]!.points + reason.points }
  }
  return told
}

function strongest(listings: readonly ListingReason[]): ListingReason | undefined {
  let best = listings[0]
  for (const listing of listings) if (listing.points > best!.points) best = listing
  return best
}

/** A listing of each side is told once, by its strongest meeting. */
function distinct(meetings: readonly Meeting[]): Meeting[] {
  const first: Meeting[] = []
  for (const meeting of meetings)
    if (first.length < MOST_SHOWN && !first.some(({ brought, met }) => brought === meeting.brought || met === meeting.met)) first.push(meeting)
  return first
}

function dealOf({ brought, met, edge }: Meeting, fallback: DealType): DealType {
  if (edge) return edge.deals[0]!
  const kinds = [brought.listing.kind, met.listing.kind] as const
  return (kinds[0] && kinds[1] && dealFor(kinds[0], kinds[1])?.deal) || fallback
}
