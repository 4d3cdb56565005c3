import { type Transform } from '~/core/taxonomy/transforms'
import { candidatesOf, joinMemory, type JoinMemory } from './candidates'
import { layValueChain } from './concepts'
import { explainPair } from './explain'
import { PostingIndex } from './posting-index'
import { prepareFirm, type LinkListing, type PreparedFirm } from './prepare'
import { scorePair, type Parts, type Scoring } from './score'
import { type EngineFirm, type RankedPair, type ScoredPair } from './types'
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

class MatchingEngine implements Engine {
  private index = new PostingIndex()
  private memory: JoinMemory = joinMemory(0)
  private readonly slots = new Map<string, number>()
  private readonly scoring: Scoring
  private readonly rejected = new Map<string, Set<string>>()
  private readonly linkListing: LinkListing

  constructor({ linkListing, transforms, weights = DEFAULT_WEIGHTS, rejected = [], today }: EngineOptions) {
    this.linkListing = linkListing
    this.scoring = { chain: layValueChain(transforms), weights, today }
    for (const [pk, kz] of rejected) this.reject(pk, kz)
  }

  get size(): number {
    return this.slots.size
  }

  has(id: string): boolean {
    return this.slots.has(id)
  }

  ids(): string[] {
    return [...this.slots.keys()].sort()
  }

  upsert(firm: EngineFirm): void {
    const prepared = prepareFirm(firm, this.scoring.chain, this.linkListing)
    this.remove(firm.id)
    this.slots.set(firm.id, this.index.add(prepared))
  }

  remove(id: string): boolean {
    const slot = this.slots.get(id)
    if (slot === undefined) return false
    this.index.remove(slot)
    this.slots.delete(id)
    if (this.index.worn) this.relay()
    return true
  }

  reject(pk: string, kz: string): void {
    const partners = this.rejected.get(pk)
    if (partners) partners.add(kz)
    else this.rejected.set(pk, new Set([kz]))
  }

  pairsOf(id: string, top = DEFAULT_TOP): RankedPair[] {
    const me = this.find(id)
    if (!me) return []
    return this.ranked(me, top).map(({ them, parts }, i) => ({ ...this.explained(me, them, parts), rank: i + 1, partner: them.firm.id }))
  }

  partnersOf(id: string, top = DEFAULT_TOP): RankedPartner[] {
    const me = this.find(id)
    return me ? this.ranked(me, top).map(({ them, parts }) => ({ partner: them.firm.id, exact: parts.exact })) : []
  }

  *allPairs(top = DEFAULT_TOP): Generator<{ id: string; pairs: RankedPair[] }> {
    for (const id of this.ids()) yield { id, pairs: this.pairsOf(id, top) }
  }

  pair(a: string, b: string): ScoredPair | undefined {
    const [x, y] = [this.find(a), this.find(b)]
    if (!x || !y || x.firm.country === y.firm.country || this.isRejected(x, y)) return undefined
    return this.explained(x, y, this.parts(x, y))
  }

  private find(id: string): PreparedFirm | undefined {
    const slot = this.slots.get(id)
    return slot === undefined ? undefined : this.index.firms[slot]
  }

  private ranked(me: PreparedFirm, top: number): { them: PreparedFirm; parts: Parts }[] {
    const { firms } = this.index
    if (this.memory.gained.length < firms.length) this.memory = joinMemory(Math.ceil(firms.length * 1.25) + 64)
    const skip = (slot: number) => this.rejected.size > 0 && this.isRejected(me, firms[slot]!)
    const most = me.tells ? Math.max(SCORED_AT_LEAST, top * SCORED_PER_TOP) : top + SCORED_BESIDE_TOP
    return candidatesOf(this.index, me, this.memory, most, skip)
      .map(({ slot, tie }) => ({ them: firms[slot]!, tie, parts: this.parts(me, firms[slot]!) }))
      .sort((a, b) => b.parts.exact - a.parts.exact || a.tie - b.tie || (a.them.firm.id < b.them.firm.id ? -1 : 1))
      .slice(0, top)
  }

  private parts(a: PreparedFirm, b: PreparedFirm): Parts {
    return a.firm.country === 'PK' ? scorePair(a, b, this.scoring) : scorePair(b, a, this.scoring)
  }

  private explained(a: PreparedFirm, b: PreparedFirm, parts: Parts): ScoredPair {
    return a.firm.country === 'PK' ? explainPair(a, b, parts, this.scoring) : explainPair(b, a, parts, this.scoring)
  }

  private isRejected(a: PreparedFirm, b: PreparedFirm): boolean {
    const [pk, kz] = a.firm.country === 'PK' ? [a, b] : [b, a]
    return this.rejected.get(pk.firm.id)?.has(kz.firm.id) ?? false
  }

  /** Lays the index anew, without the dead slots of edits. */
  private relay(): void {
    const firms = this.index.firms.filter(firm => firm !== undefined)
    this.index = new PostingIndex()
    for (const firm of firms) this.slots.set(firm.firm.id, this.index.add(firm))
  }
}
