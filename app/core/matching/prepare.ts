import { kindBits, KINDS, kindsOf, type Kind } from '~/core/companies/kinds'
import { conceptId, PLAIN_HOP, type ValueChain } from './concepts'
import { type EngineFirm, type EngineListing, type Link } from './types'

/** Links below this share are noise, and cost a posting each. */
const LEAST_WEIGHT = 0.03
const LEAST_IN_VECTOR = 0.002
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
  /** What it could bring or would want one step along the value chain. */
  hopBrings: Vector
  hopSeeks: Vector
  /** Joint ventures it could offer or would want, by kind (`jointVentureId`). */
  ventureBrings: Vector
  ventureSeeks: Vector
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
  const listed = { brings: kindsIn(of('brings')), seeks: kindsIn(of('seeks')) }
  const told = { brings: kindBits(firm.bringsKinds ?? []), seeks: kindBits(firm.seeksKinds ?? []) }
  const hops = hopVectors(brings, listed.brings | told.brings, wishesOf(listed.seeks, told.seeks), chain)
  const [bringsKinds, seeksKinds] = [listed.brings | told.brings || GOODS, listed.seeks | told.seeks || GOODS]
  return { firm, listings, brings, seeks, ...hops, bringsKinds, seeksKinds, hash: hashOf(firm.id), tells: tellsMore(firm) }
}

/** Prepared once for each list of links: the resolver gives many listings the same. */
const prepared = new WeakMap<readonly Link[], PreparedListing['links']>()

function linksOf(links: readonly Link[]): PreparedListing['links'] {
  let ready = prepared.get(links)
  if (!ready) {
    ready = links
      .filter(link => link.weight >= LEAST_WEIGHT)
      .map(link => ({ id: conceptId(link.code), weight: Math.min(1, link.weight) }))
      .sort((a, b) => b.weight - a.weight || a.id - b.id)
    prepared.set(links, ready)
  }
  return ready
}

/** At least one listing means the concept: 1 − Π (1 − weight). */
function believed(listings: readonly PreparedListing[]): Map<number, number> {
  const belief = new Map<number, number>()
  for (const { links } of listings) for (const { id, weight } of links) belief.set(id, 1 - (1 - (belief.get(id) ?? 0)) * (1 - weight))
  return belief
}

function vectorOf(belief: ReadonlyMap<number, number>): Vector {
  const ids = Int32Array.from([...belief].filter(([, weight]) => weight >= LEAST_IN_VECTOR).map(([id]) => id)).sort()
  return ids.length ? { ids, weights: Float32Array.from(ids, id => belief.get(id)!) } : NO_CONCEPTS
}

const NO_CONCEPTS: Vector = { ids: new Int32Array(0), weights: new Float32Array(0) }

/** Kinds that make two ends of a value-chain step a joint venture: what a raw material's owner lacks to process it, and a processor has. */
const PROCESSING = kindBits(['technology', 'training', 'machinery', 'capital', 'plant'])
/**
 * A kind told for a whole firm (as in a CSV) says little about this very material: such a joint venture ranks beside plain one-way supply, one
 * between listings of such kinds far above it.
 */
const TOLD_VENTURE = 0.06

/** Joint-venture wishes are concepts of their own: tanned sheepskins by way of technology, by way of training, … */
function jointVentureId(concept: number, kind: Kind): number {
  return (KINDS.indexOf(kind) + 1) * 10_000_000 + concept
}

/**
 * One hop of the value chain. Who brings tanned skins wants raw ones; who brings raw ones could bring tanned ones, given a partner; and who brings
 * raw ones and seeks technology (training, a plant …) wants what a maker of tanned ones that brings just that kind can give.
 */
function hopVectors(brings: Vector, offers: number, wishes: readonly Wish[], chain: ValueChain): Pick<PreparedFirm, 'hopBrings' | 'hopSeeks' | 'ventureBrings' | 'ventureSeeks'> {
  const hopBrings = new Map<number, number>()
  const hopSeeks = new Map<number, number>()
  const ventureBrings = new Map<number, number>()
  const ventureSeeks = new Map<number, number>()
  brings.ids.forEach((id, i) => {
    const weight = brings.weights[i]!
    if (weight < LEAST_BEFORE_HOP) return
    for (const { other, weight: step } of chain.outOf(id)) {
      raise(hopBrings, other, weight * step * PLAIN_HOP)
      for (const wish of wishes) raise(ventureSeeks, jointVentureId(other, wish.kind), weight * step * wish.weight)
    }
    for (const { other, weight: step } of chain.into(id)) raise(hopSeeks, other, weight * step * PLAIN_HOP)
    if (chain.into(id).length) for (const kind of kindsOf(offers & PROCESSING)) raise(ventureBrings, jointVentureId(id, kind), weight)
  })
  return { hopBrings: vectorOf(hopBrings), hopSeeks: vectorOf(hopSeeks), ventureBrings: vectorOf(ventureBrings), ventureSeeks: vectorOf(ventureSeeks) }
}

function raise(map: Map<number, number>, id: number, weight: number): void {
  map.set(id, Math.max(map.get(id) ?? 0, weight))
}

const GOODS = kindBits(['goods'])

function kindsIn(listings: readonly PreparedListing[]): number {
  return kindBits(listings.flatMap(({ listing }) => listing.kind ?? []))
}

interface Wish {
  kind: Kind
  weight: number
}

function wishesOf(listed: number, told: number): Wish[] {
  return kindsOf((listed | told) & PROCESSING).map(kind => ({ kind, weight: listed & kindBits([kind]) ? 1  : TOLD_VENTURE }))
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
