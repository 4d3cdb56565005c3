import { kindBits, type Kind } from '~/core/companies/kinds'
import { conceptId, type ValueChain } from './concepts'
import { type EngineFirm, type EngineListing, type Link } from './types'

/** Links below this share are noise, and cost a posting each. */
const LEAST_WEIGHT = 0.03
/** A step of the value chain starts from a good reading only. */
const LEAST_BEFORE_HOP = 0.4

/** A sparse vector over concepts: ids ascending, so that two are compared by one merge, and in the same order from either side. */
export interface Vector {
  ids: Int32Array
  weights: Float32Array
}

export interface PreparedListing {
  listing: EngineListing
  /** Concept ids with weights, strongest first. */
  links: readonly { id: number; weight: number }[]
}

/** A firm as the join wants it. */
export interface PreparedFirm {
  firm: EngineFirm
  brings: Vector
  seeks: Vector
  /** What it could bring or would want one step along the value chain . */
  hopBrings: Vector
  hopSeeks: Vector
  bringsKinds: number
  seeksKinds: number
  listings: readonly PreparedListing[]
  /** Whether it told anything beside its listings: where either firm did not, all other signals are unknown. */
  tells: boolean
  /** Breaks ties (`tieKey`). */
  hash: number
}

/** How a listing's text becomes links where the firm carries none. */
export type LinkListing = (listing: EngineListing) => readonly Link[]

/** Turns a firm into vectors: belief that it brings, or seeks, each concept, over all its listings. */
export function prepareFirm(firm: EngineFirm, chain: ValueChain, linkListing: LinkListing): PreparedFirm {
  const listings = firm.listings.map(listing => ({ listing, links: linksOf(listing.links ?? linkListing(listing)) }))
  const of = (direction: EngineListing['direction']) => listings.filter(({ listing }) => listing.direction === direction)
  const brings = vectorOf(believed(of('brings')))
  const seeks = vectorOf(believed(of('seeks')))
  return {
    firm, listings, brings, seeks, hash: hashOf(firm.id), tells: tellsMore(firm),
    ...hopVectors(brings, chain),
    bringsKinds: kindsIn(of('brings'), firm.bringsKinds),
    seeksKinds: kindsIn(of('seeks'), firm.seeksKinds),
  }
}

function linksOf(links: readonly Link[]): PreparedListing['links'] {
  return links
    .filter(link => link.weight >= LEAST_WEIGHT)
    .map(link => ({ id: conceptId(link.code), weight: Math.min(1, link.weight) }))
    .sort((a, b) => b.weight - a.weight || a.id - b.id)
}

/** At least one listing means the concept: 1 − Π (1 − weight). */
function believed(listings: readonly PreparedListing[]): Map<number, number> {
  const belief = new Map<number, number>()
  for (const { links } of listings) for (const { id, weight } of links) belief.set(id, 1 - (1 - (belief.get(id) ?? 0)) * (1 - weight))
  return belief
}

function vectorOf(belief: ReadonlyMap<number, number>): Vector {
  const ids = Int32Array.from([...belief].filter(([, weight]) => weight >= LEAST_WEIGHT).map(([id]) => id)).sort()
  return { ids, weights: Float32Array.from(ids, id => belief.get(id)!) }
}

/**
 * One hop of the value chain, both ways: who brings raw skins could bring tanned ones with a partner's process, and wants that process;
 * who brings tanned skins wants raw ones.
 */
function hopVectors(brings: Vector, chain: ValueChain): Pick<PreparedFirm, 'hopBrings' | 'hopSeeks'> {
  const hopBrings = new Map<number, number>()
  const hopSeeks = new Map<number, number>()
  const raise = (map: Map<number, number>, id: number, weight: number) => map.set(id, Math.max(map.get(id) ?? 0, weight))
  brings.ids.forEach((id, i) => {
    const weight = brings.weights[i]!
    if (weight < LEAST_BEFORE_HOP) return
    for (const hop of chain.outOf(id)) {
      raise(hopBrings, hop.other, weight * hop.weight)
      raise(hopSeeks, hop.other, weight * hop.weight)
    }
    for (const hop of chain.into(id)) raise(hopSeeks, hop.other, weight * hop.weight)
  })
  return { hopBrings: vectorOf(hopBrings), hopSeeks: vectorOf(hopSeeks) }
}

function kindsIn(listings: readonly PreparedListing[], told: readonly Kind[] = []): number {
  const bits = kindBits([...told, ...listings.flatMap(({ listing }) => listing.kind ?? [])])
  return bits || kindBits(['goods'])
}

function tellsMore(firm: EngineFirm): boolean {
  const lists = [firm.languages, firm.corridors, firm.ports, firm.incoterms, firm.certificates]
  return lists.some(Boolean) || firm.size !== undefined || firm.completeness !== undefined || firm.listings.some(({ volume }) => volume)
}

function hashOf(id: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193)
  return hash
}

/**
 * Breaks ties between equal pairs: from the two ids alone, so that results never flicker, and different for each pair, so that among equals
 * nobody is always first.
 */
export function tieKey(a: PreparedFirm, b: PreparedFirm): number {
  const [pk, kz] = a.firm.country === 'PK' ? [a.hash, b.hash] : [b.hash, a.hash]
  const mixed = Math.imul(pk ^ Math.imul(kz, 0x9e3779b1), 0x85ebca6b)
  return (mixed ^ (mixed >>> 15)) >>> 0
}
