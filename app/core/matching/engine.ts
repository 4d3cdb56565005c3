import { type Transform } from '~/core/taxonomy/transforms'
import { Join } from './candidates'
import { layValueChain } from './concepts'
import { explainPair } from './explain'
import { Lens } from './lens'
import { type LinkListing } from './links'
import { PostingIndex } from './posting-index'
import { prepareFirm, tieKey, type PreparedFirm } from './prepare'
import { scorePair, type Parts, type Scoring } from './score'
import { type Country, type EngineFirm, type RankedPair, type ScoredPair } from './types'
import { DEFAULT_WEIGHTS, type Weights } from './weights'

export interface EngineOptions {
  /** Links of a listing that carries none: usually the resolver's (`links.ts`). */
  linkListing: LinkListing
  transforms: readonly Transform[]
  weights?: Weights
  /** Pairs (Pakistani firm's id, Kazakh firm's id) that were rejected: they never come back. */
  rejected?: Iterable<readonly [string, string]>
  today?: number
}

/** A scored pair not yet put into words: what ranking and sharing out need. */
export interface RankedPartner {
  partner: string
  exact: number
}

/** Holds the firms of one forum and finds their partners. Nothing in it depends on the order in which firms came. */
export interface Engine {
  readonly size: number
  upsert(firm: EngineFirm): void
  /** Returns whether the firm was there. */
  remove(id: string): boolean
  has(id: string): boolean
  reject(pk: string, kz: string): void
  /** A firm's best partners, best first, scored and explained. Empty for a firm that is not there or has no counterpart. */
  pairsOf(id: string, top?: number): RankedPair[]
  /** The same without explanations. */
  partnersOf(id: string, top?: number): RankedPartner[]
  /** Every firm's best partners, in the order of ids. */
  allPairs(top?: number): Generator<{ id: string; pairs: RankedPair[] }>
  /** One pair, whatever its rank; undefined for the same country, a rejected pair or a firm that is not there. */
  pair(a: string, b: string): ScoredPair | undefined
  ids(): string[]
}

const DEFAULT_TOP = 10
/** Of the roughly ranked, this many are scored in full: the other signals may lift a pair, not by hundreds of places. */
const SCORED_AT_LEAST = 64
const SCORED_PER_TOP = 4
/** A firm that told nothing but its listings: only neighbours in a chapter can still change places. */
const SCORED_BESIDE_TOP = 6

/** Makes an empty engine. */
export function createEngine(options: EngineOptions): Engine {
  return new MatchingEngine(options)
}

/** A candidate scored in full. */
interface Scored {
  them: PreparedFirm
  parts: Parts
}

class MatchingEngine implements Engine {
  private readonly sides: Record<Country, PostingIndex> = { PK: new PostingIndex(), KZ: new PostingIndex() }
  private readonly firms = new Map<string, PreparedFirm>()
  private readonly join = new Join()
  private readonly lens: Lens
  private readonly scoring: Scoring
  private readonly rejected = new Map<string, Set<string>>()
  private readonly linkListing: LinkListing

  constructor({ linkListing, transforms, weights = DEFAULT_WEIGHTS, rejected = [], today }: EngineOptions) {
    this.linkListing = linkListing
    this.scoring = { chain: layValueChain(transforms), weights, today }
    this.lens = new Lens(this.scoring.chain)
    for (const [pk, kz] of rejected) this.reject(pk, kz)
  }

  get size(): number {
    return this.firms.size
  }

  has(id: string): boolean {
    return this.firms.has(id)
  }

  ids(): string[] {
    return [...this.firms.keys()].sort()
  }

  upsert(firm: EngineFirm): void {
    const prepared = prepareFirm(firm, this.linkListing)
    this.remove(firm.id)
    this.firms.set(firm.id, prepared)
    this.sides[firm.country].add(prepared)
  }

  remove(id: string): boolean {
    const known = this.firms.get(id)
    if (!known) return false
    const { country } = known.firm
    this.sides[country].remove(known.slot)
    this.firms.delete(id)
    if (this.sides[country].worn) this.relay(country)
    return true
  }

  reject(pk: string, kz: string): void {
    const partners = this.rejected.get(pk)
    if (partners) partners.add(kz)
    else this.rejected.set(pk, new Set([kz]))
  }

  pairsOf(id: string, top = DEFAULT_TOP): RankedPair[] {
    const me = this.firms.get(id)
    if (!me) return []
    return this.ranked(me, top).map(({ them, parts }, i) => Object.assign(this.explained(me, them, parts), { rank: i + 1, partner: them.firm.id }))
  }

  partnersOf(id: string, top = DEFAULT_TOP): RankedPartner[] {
    const me = this.firms.get(id)
    return me ? this.ranked(me, top).map(({ them, parts }) => ({ partner: them.firm.id, exact: parts.exact })) : []
  }

  *allPairs(top = DEFAULT_TOP): Generator<{ id: string; pairs: RankedPair[] }> {
    for (const id of this.ids()) yield { id, pairs: this.pairsOf(id, top) }
  }

  pair(a: string, b: string): ScoredPair | undefined {
    const [x, y] = [this.firms.get(a), this.firms.get(b)]
    if (!x || !y || x.firm.country === y.firm.country || this.isRejected(x, y)) return undefined
    return this.explained(x, y, scorePair(this.lens, x, y, this.scoring))
  }

  private ranked(me: PreparedFirm, top: number): Scored[] {
    const others = this.sides[me.firm.country === 'PK' ? 'KZ' : 'PK']
    const most = me.tells ? Math.max(SCORED_AT_LEAST, top * SCORED_PER_TOP) : top + SCORED_BESIDE_TOP
    this.lens.show(me)
    this.join.find(others, me, this.lens, most, slot => this.rejected.size > 0 && this.isRejected(me, others.firms[slot]!))
    const scored: Scored[] = []
    for (const slot of this.join.best.slots.subarray(0, this.join.best.count)) {
      const them = others.firms[slot]!
      scored.push({ them, parts: scorePair(this.lens, me, them, this.scoring) })
    }
    return scored.sort((a, b) => b.parts.exact - a.parts.exact || this.tieOf(me, a.them) - this.tieOf(me, b.them) || (a.them.firm.id < b.them.firm.id ? -1 : 1)).slice(0, top)
  }

  private tieOf(a: PreparedFirm, b: PreparedFirm): number {
    return a.firm.country === 'PK' ? tieKey(a.hash, b.hash) : tieKey(b.hash, a.hash)
  }

  private explained(a: PreparedFirm, b: PreparedFirm, parts: Parts): ScoredPair {
    return a.firm.country === 'PK' ? explainPair(a, b, parts, this.scoring) : explainPair(b, a, parts, this.scoring)
  }

  private isRejected(a: PreparedFirm, b: PreparedFirm): boolean {
    const [pk, kz] = a.firm.country === 'PK' ? [a, b] : [b, a]
    return this.rejected.get(pk.firm.id)?.has(kz.firm.id) ?? false
  }

  /** Lays a country's index anew, without the dead slots of edits. */
  private relay(country: Country): void {
    const living = this.sides[country].firms.filter(firm => firm !== undefined)
    this.sides[country] = new PostingIndex()
    for (const firm of living) this.sides[country].add(firm)
  }
}
