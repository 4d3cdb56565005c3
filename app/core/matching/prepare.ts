import { kindBits, type Kind } from '~/core/companies/kinds'
import { packLinks, type LinkListing } from './links'
import { type Direction, type EngineFirm, type EngineListing } from './types'
import { beliefIn, conceptIn, entryOf, FULL, type Vector } from './vector'

export interface PreparedListing {
  listing: EngineListing
  /** What it means, as entries (`vector.ts`), strongest first. */
  links: Vector
}

/** A firm as the join wants it. */
export interface PreparedFirm {
  firm: EngineFirm
  /** Its place in the index of its country; −1 before it is there. */
  slot: number
  brings: Vector
  seeks: Vector
  /** Kinds of what it brings and seeks, as bits; goods where it told none. */
  bringsKinds: number
  seeksKinds: number
  /** What it offers and what it lacks of what a joint venture in processing takes, as bits of VENTURE_KINDS. */
  offers: number
  wishes: Wishes
  /** Its listings by direction, in their order. */
  brought: readonly PreparedListing[]
  sought: readonly PreparedListing[]
  /** Whether it told anything beside its listings: where either firm did not, all other signals are unknown. */
  tells: boolean
  /** Breaks ties (`tieKey`). */
  hash: number
}

/** Wishes named at a listing, and wishes only told for the whole firm (as in a CSV), which say little about this very material. */
export interface Wishes {
  listed: number
  told: number
}

/** Turns a firm into vectors: belief that it brings, or seeks, each concept, over all its listings. */
export function prepareFirm(firm: EngineFirm, linkListing: LinkListing): PreparedFirm {
  const brought = preparedOf(firm.listings, 'brings', linkListing)
  const sought = preparedOf(firm.listings, 'seeks', linkListing)
  const listed = { brings: kindsIn(firm.listings, 'brings'), seeks: kindsIn(firm.listings, 'seeks') }
  const brings = listed.brings | kindBits(firm.bringsKinds ?? [])
  const seeks = listed.seeks | kindBits(firm.seeksKinds ?? [])
  const wished = listed.seeks & VENTURE_KINDS
  return {
    firm, slot: -1, brought, sought, brings: believed(brought), seeks: believed(sought),
    bringsKinds: brings || GOODS, seeksKinds: seeks || GOODS, offers: brings & VENTURE_KINDS, wishes: { listed: wished, told: seeks & VENTURE_KINDS & ~wished },
    hash: hashOf(firm.id), tells: tellsMore(firm),
  }
}

/** Listings of a direction, in an array no longer than they are: one that grows keeps room for sixteen more. */
function preparedOf(listings: readonly EngineListing[], direction: Direction, linkListing: LinkListing): PreparedListing[] {
  let count = 0
  for (const listing of listings) if (listing.direction === direction) count++
  const prepared = new Array<PreparedListing>(count)
  count = 0
  for (const listing of listings)
    if (listing.direction === direction) prepared[count++] = { listing, links: listing.links ? packLinks(listing.links) : linkListing(listing) }
  return prepared
}

/** Kinds that make two ends of a value-chain step a joint venture: what a raw material's owner lacks to process it, and a processor has. */
export const VENTURE_KINDS = kindBits(['technology', 'training', 'machinery', 'capital', 'plant'])
const GOODS = kindBits(['goods'])

/** Concepts, ascending, and the doubt left in each, while a firm's listings are gone through. */
const doubted = { ids: new Int32Array(64), doubt: new Float64Array(64) }

/** At least one listing means the concept: 1 − Π (1 − belief). */
function believed(listings: readonly PreparedListing[]): Vector {
  let count = 0
  for (const { links } of listings)
    for (const entry of links) {
      const id = conceptIn(entry)
      let i = count
      while (i > 0 && doubted.ids[i - 1]! >= id) i--
      if (i === count || doubted.ids[i] !== id) makePlace(i, id, count++)
      doubted.doubt[i]! *= 1 - beliefIn(entry) / FULL
    }
  const vector = new Array<number>(count)
  for (let i = 0; i < count; i++) vector[i] = entryOf(doubted.ids[i]!, 1 - doubted.doubt[i]!)
  return vector
}

function makePlace(i: number, id: number, count: number): void {
  const { ids, doubt } = doubted
  if (count === ids.length) {
    doubted.ids = new Int32Array(ids.length * 2)
    doubted.doubt = new Float64Array(ids.length * 2)
    doubted.ids.set(ids)
    doubted.doubt.set(doubt)
  }
  doubted.ids.copyWithin(i + 1, i, count)
  doubted.doubt.copyWithin(i + 1, i, count)
  doubted.ids[i] = id
  doubted.doubt[i] = 1
}

function kindsIn(listings: readonly EngineListing[], direction: Direction): number {
  let bits = 0
  for (const listing of listings) if (listing.kind && listing.direction === direction) bits |= kindBits([listing.kind satisfies Kind])
  return bits
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
 * Breaks ties between equal pairs: from the two ids' hashes alone, so that results never flicker, and different for each pair, so that among equals
 * nobody is always first.
 */
export function tieKey(pkHash: number, kzHash: number): number {
  const mixed = Math.imul(pkHash ^ Math.imul(kzHash, 0x9e3779b1), 0x85ebca6b)
  return (mixed ^ (mixed >>> 15)) >>> 0
}
