import { type Transform } from '~/core/taxonomy/transforms'
import { conceptChapter, conceptCode, type ValueChain } from './concepts'
import { NEIGHBOUR_WEIGHT } from './fit'
import { type PreparedFirm, type PreparedListing } from './prepare'
import { type Direction, type Via } from './types'

/** A listing brought and what of the other firm it met. */
export interface Meeting {
  brought: PreparedListing
  met: PreparedListing
  via: Via
  edge?: Transform
  weight: number
}

/** Every way in which what one firm brings meets the other: strongest first, ties by the order of listings. */
export function meetingsOf(bringer: PreparedFirm, seeker: PreparedFirm, chain: ValueChain): Meeting[] {
  const brought = listed(bringer, 'brings')
  const found: Meeting[] = []
  for (const mine of brought) {
    for (const theirs of listed(seeker, 'seeks')) {
      const meeting = sameConcept(mine, theirs) ?? hop(mine, theirs, chain, 'onward') ?? neighbours(mine, theirs)
      if (meeting) found.push(meeting)
    }
    for (const theirs of listed(seeker, 'brings')) {
      const meeting = hop(mine, theirs, chain, 'either')
      if (meeting) found.push(meeting)
    }
  }
  return found.sort((a, b) => b.weight - a.weight)
}

function listed(firm: PreparedFirm, direction: Direction): PreparedListing[] {
  return firm.listings.filter(({ listing }) => listing.direction === direction)
}

const LEAST = 0.01

function sameConcept(brought: PreparedListing, met: PreparedListing): Meeting | undefined {
  let weight = 0
  let best = 0
  let id = -1
  for (const x of brought.links)
    for (const y of met.links)
      if (x.id === y.id) {
        weight += x.weight * y.weight
        if (x.weight * y.weight > best) [best, id] = [x.weight * y.weight, x.id]
      }
  return weight < LEAST ? undefined : { brought, met, via: { by: 'concept', code: conceptCode(id) }, weight }
}

function hop(brought: PreparedListing, met: PreparedListing, chain: ValueChain, way: 'onward' | 'either'): Meeting | undefined {
  let best: Meeting | undefined
  for (const x of brought.links) {
    const hops = way === 'onward' ? chain.outOf(x.id) : [...chain.outOf(x.id), ...chain.into(x.id)]
    for (const { other, weight, edge } of hops)
      for (const y of met.links)
        if (y.id === other && x.weight * y.weight * weight > (best?.weight ?? LEAST))
          best = { brought, met, edge, via: { by: 'hop', from: edge.from, to: edge.to, why: edge.reason }, weight: x.weight * y.weight * weight }
  }
  return best
}

function neighbours(brought: PreparedListing, met: PreparedListing): Meeting | undefined {
  const x = brought.links[0]
  const y = met.links[0]
  if (!x || !y || x.id === y.id || conceptChapter(x.id) !== conceptChapter(y.id)) return undefined
  const via: Via = { by: 'chapter', chapter: conceptChapter(x.id), from: conceptCode(x.id), to: conceptCode(y.id) }
  return { brought, met, via, weight: NEIGHBOUR_WEIGHT * x.weight * y.weight }
}
