import { type Kind } from '~/core/companies/kinds'
import { type Transform } from '~/core/taxonomy/transforms'
import { CHAPTER, chapterNumber, conceptChapter, conceptCode, isGoods, PLAIN_HOP, type Hop, type ValueChain } from './concepts'
import { dealFor } from './deal-table'
import { dealFactor, NEIGHBOUR_WEIGHT } from './fit'
import { wishesMet, type StepsOut } from './lens'
import { type PreparedFirm, type PreparedListing } from './prepare'
import { type Via } from './types'
import { beliefIn, conceptIn, FULL, FULL_SQUARED } from './vector'

/** A listing brought and what of the other firm it met: by one concept, over one hop, or as neighbours in a chapter. */
export interface Meeting {
  brought: PreparedListing
  met: PreparedListing
  by: Via['by']
  /** Concepts on either side; equal where they met by one concept. */
  from: number
  to: number
  edge?: Transform
  /** Whether the step was taken against its direction: what is brought is made of what it met. */
  against: boolean
  weight: number
}

/** Weaker meetings are coincidences of doubtful readings. */
const LEAST = 0.01
/** A hop is told from a reading at least this sure. */
const LEAST_BEFORE_HOP = 0.2 * FULL

/**
 * Every way in which what one firm brings meets the other: strongest first, ties by the order of listings. `out` and `back` say how the bringer meets the
 * seeker and the seeker the bringer, so that each way is looked for only where there is one.
 */
export function meetingsOf(bringer: PreparedFirm, seeker: PreparedFirm, chain: ValueChain, out: StepsOut, back: StepsOut): Meeting[] {
  const found: Meeting[] = []
  const venture = back.toMade ? Math.min(1, wishesMet(seeker.wishes.listed, seeker.wishes.told, bringer.offers) / 100) : 0
  if (!out.isNear && !out.toSought && !out.toMade && !venture) return found
  for (const brought of bringer.brought) {
    if (out.toMade || venture)
      for (const met of seeker.brought) {
        const meeting = asMade(brought, met, chain, out, venture)
        if (meeting) found.push(meeting)
      }
    for (const met of seeker.sought) {
      const meeting = asSought(brought, met, chain, out)
      if (meeting) found.push(meeting)
    }
  }
  return found.length > 1 ? found.sort((a, b) => b.weight - a.weight) : found
}

function asSought(brought: PreparedListing, met: PreparedListing, chain: ValueChain, out: StepsOut): Meeting | undefined {
  const meeting = (out.isSought ? sameConcept(brought, met) : undefined) ?? (out.toSought ? hop(brought, met, chain, false, PLAIN_HOP) : undefined) ?? neighbours(brought, met)
  if (meeting) meeting.weight *= kindsAgree(brought.listing.kind, met.listing.kind)
  return meeting
}

/** A processor wants its raw material, and its owner a processor: what both bring meets over a hop. */
function asMade(brought: PreparedListing, met: PreparedListing, chain: ValueChain, out: StepsOut, venture: number): Meeting | undefined {
  return (out.toMade ? hop(brought, met, chain, false, PLAIN_HOP) : undefined) ?? (venture ? hop(brought, met, chain, true, venture) : undefined)
}

/** Of two offers for one wish, the one of the right kind is told first: know-how for who seeks know-how, not the goods made by it. */
function kindsAgree(kind: Kind | undefined, wish: Kind | undefined): number {
  return kind && wish ? dealFactor(dealFor(kind, wish)?.fit ?? 0) : 1
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
  const { links } = met
  for (let i = 0; i < brought.links.length; i++) {
    const x = brought.links[i]!
    const concept = conceptIn(x)
    for (let j = 0; j < links.length; j++) {
      const y = links[j]!
      if (conceptIn(y) !== concept) continue
      const both = beliefIn(x) * beliefIn(y)
      weight += both
      if (both <= best) continue
      best = both
      id = concept
    }
  }
  return weight < LEAST * FULL_SQUARED ? undefined : { brought, met, by: 'concept', from: id, to: id, against: false, weight: weight / FULL_SQUARED }
}

function hop(brought: PreparedListing, met: PreparedListing, chain: ValueChain, against: boolean, scale: number): Meeting | undefined {
  let best = 100 * LEAST * FULL_SQUARED
  let over: Hop | undefined
  let from = 0
  for (let i = 0; i < brought.links.length && beliefIn(brought.links[i]!) >= LEAST_BEFORE_HOP; i++) {
    const x = brought.links[i]!
    for (const step of against ? chain.into(conceptIn(x)) : chain.outOf(conceptIn(x)))
      for (let j = 0; j < met.links.length; j++) {
        if (conceptIn(met.links[j]!) !== step.other) continue
        const worth = beliefIn(x) * beliefIn(met.links[j]!) * step.step
        if (worth <= best) continue
        best = worth
        over = step
        from = conceptIn(x)
      }
  }
  return over && { brought, met, by: 'hop', from, to: over.other, edge: over.edge, against, weight: (scale * best) / (100 * FULL_SQUARED) }
}

/** Neighbours are told only where both texts were read surely. */
function neighbours(brought: PreparedListing, met: PreparedListing): Meeting | undefined {
  if (!brought.links.length || !met.links.length) return undefined
  const x = brought.links[0]!
  const y = met.links[0]!
  const from = conceptIn(x)
  const to = conceptIn(y)
  if (from === to || Math.abs(from - to) >= CHAPTER || !isGoods(from) || chapterNumber(from) !== chapterNumber(to)) return undefined
  const weight = (NEIGHBOUR_WEIGHT * beliefIn(x) * beliefIn(y)) / FULL_SQUARED
  return weight < LEAST ? undefined : { brought, met, by: 'chapter', from, to, against: false, weight }
}
