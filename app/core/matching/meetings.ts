import { type Transform } from '~/core/taxonomy/transforms'
import { conceptChapter, conceptCode, PLAIN_HOP, type ValueChain } from './concepts'
import { dealFor } from './deal-table'
import { dealFactor, dot, NEIGHBOUR_WEIGHT } from './fit'
import { type PreparedFirm, type PreparedListing } from './prepare'
import { type Via } from './types'

/** A listing brought and what of the other firm it met: by one concept, over one hop, or as neighbours in a chapter. */
export interface Meeting {
  brought: PreparedListing
  met: PreparedListing
  by: Via['by']
  /** Concepts on either side; equal where they met by one concept. */
  from: number
  to: number
  edge?: Transform
  weight: number
}

/** Weaker meetings are coincidences of doubtful readings. */
const LEAST = 0.01

/** Every way in which what one firm brings meets the other: strongest first, ties by the order of listings. */
export function meetingsOf(bringer: PreparedFirm, seeker: PreparedFirm, chain: ValueChain): Meeting[] {
  const found: Meeting[] = []
  const onward = dot(seeker.seeks, bringer.hopBrings) > LEAST * PLAIN_HOP
  const fed = dot(seeker.hopSeeks, bringer.brings) > LEAST * PLAIN_HOP
  const venture = dot(seeker.ventureSeeks, bringer.ventureBrings) > LEAST
  for (const mine of bringer.listings) {
    if (mine.listing.direction !== 'brings') continue
    for (const theirs of seeker.listings) {
      const sought = theirs.listing.direction === 'seeks'
      const meeting =
        (sought ? sameConcept(mine, theirs) : undefined) ??
        ((sought ? onward : fed) ? hop(mine, theirs, chain.outOf, PLAIN_HOP) : undefined) ??
        (!sought && venture ? hop(mine, theirs, chain.into, 1) : undefined) ??
        (sought ? neighbours(mine, theirs) : undefined)
      if (meeting) found.push({ ...meeting, weight: meeting.weight * kindsAgree(mine, theirs, sought) })
    }
  }
  return found.length > 1 ? found.sort((a, b) => b.weight - a.weight) : found
}

/** Of two offers for one wish, the one of the right kind is told first: know-how for who seeks know-how, not the goods made by it. */
function kindsAgree(brought: PreparedListing, met: PreparedListing, sought: boolean): number {
  const [kind, wish] = [brought.listing.kind, met.listing.kind]
  return kind && wish && sought ? dealFactor(dealFor(kind, wish)?.fit ?? 0) : 1
}

/** How two listings met, as data to show. */
export function viaOf({ by, from, to, edge }: Meeting): Via {
  if (by === 'concept') return { by, code: conceptCode(from) }
  if (by === 'hop' && edge) return { by, from: edge.from, to: edge.to, why: edge.reason }
  return { by: 'chapter', chapter: conceptChapter(from), from: conceptCode(from), to: conceptCode(to) }
}

function sameConcept(brought: PreparedListing, met: PreparedListing): Meeting | undefined {
  let weight = 0
  let best = 0
  let id = -1
  for (const x of brought.links)
    for (const y of met.links)
      if (x.id === y.id) {
        const both = x.weight * y.weight
        weight += both
        if (both > best) {
          best = both
          id = x.id
        }
      }
  return weight < LEAST ? undefined : { brought, met, by: 'concept', from: id, to: id, weight }
}

function hop(brought: PreparedListing, met: PreparedListing, hopsOf: ValueChain['outOf'], scale: number): Meeting | undefined {
  let best: Meeting | undefined
  for (const x of brought.links)
    for (const { other, weight, edge } of hopsOf(x.id))
      for (const y of met.links)
        if (y.id === other && x.weight * y.weight * weight * scale > (best?.weight ?? LEAST * scale))
          best = { brought, met, by: 'hop', from: x.id, to: y.id, edge, weight: x.weight * y.weight * weight * scale }
  return best
}

/** Neighbours are told only where both texts were read surely. */
function neighbours(brought: PreparedListing, met: PreparedListing): Meeting | undefined {
  const x = brought.links[0]
  const y = met.links[0]
  if (!x || !y || x.id === y.id || x.id >= 10_000 || Math.floor(x.id / 100) !== Math.floor(y.id / 100)) return undefined
  const weight = NEIGHBOUR_WEIGHT * x.weight * y.weight
  return weight < LEAST ? undefined : { brought, met, by: 'chapter', from: x.id, to: y.id, weight }
}
