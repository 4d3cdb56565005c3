import { chapterOf, headingOf, type Code } from '~/core/taxonomy/codes'
import { type DealType } from '~/core/taxonomy/deal-types'
import { type Transform } from '~/core/taxonomy/transforms'

/** The other end of a value-chain step, and how much the step counts in hundredths (whole, so that sums of them are exact). */
export interface Hop {
  other: number
  step: number
  edge: Transform
}

/** The value chain between numbered concepts. */
export interface ValueChain {
  outOf(id: number): readonly Hop[]
  into(id: number): readonly Hop[]
  edge(from: number, to: number): Transform | undefined
}

/**
 * A concept's number, told by its code alone, so that vectors are in the same order in every engine: headings as they are, then ISIC and CPC, ten
 * thousand numbers to each length of code. Small enough that a firm can be laid out over all of them (`lens.ts`).
 */
export function conceptId(code: Code): number {
  const heading = headingOf(code)
  const colon = heading.indexOf(':')
  if (colon < 0) return Number(heading)
  const digits = heading.slice(colon + 1)
  return (heading.startsWith('isic') ? ISIC : CPC) + (digits.length - 2) * 10_000 + Number(digits)
}

const ISIC = 10_000
const CPC = 40_000
/** Concepts are numbered below this: CPC classes of five digits come last. */
export const CONCEPT_NUMBERS = 170_000

/** Whether a numbered concept is goods, not a service. */
export function isGoods(id: number): boolean {
  return id < ISIC
}

/** The code of a numbered concept. */
export function conceptCode(id: number): Code {
  if (isGoods(id)) return String(id).padStart(4, '0')
  const from = id < CPC ? ISIC : CPC
  const length = Math.min(2 + Math.floor((id - from) / 10_000), from === ISIC ? 4 : 5)
  return `${from === ISIC ? 'isic' : 'cpc'}:${String(id - from - (length - 2) * 10_000).padStart(length, '0')}`
}

/** Headings are numbered a hundred to a chapter. */
export const CHAPTER = 100

/** The chapter of numbered goods, as a number. */
export function chapterNumber(id: number): number {
  return (id / CHAPTER) | 0
}

/** The chapter or division of a numbered concept. */
export function conceptChapter(id: number): string {
  return chapterOf(conceptCode(id))
}

/**
 * What a hop counts for by the deal it makes, in hundredths of the same concept: a joint venture in processing is what the two countries' memoranda
 * are about; plain supply over a hop means that something in between is missing.
 */
const HOP_STEP: Readonly<Record<DealType, number>> = {
  'processing-joint-venture': 35,
  'technology-transfer': 35,
  training: 30,
  'contract-manufacturing': 30,
  'logistics-joint-venture': 25,
  distribution: 20,
  supply: 20,
}

/**
 * What is left of a hop that nobody asked for: raw material on one side, what is made of it on the other, and no wish for a plant, a process or a
 * teacher between them. A hint that orders what is otherwise equal. At its full weight it outranked plain supply: with 639 edges that cost
 * seven hundredths of the ranking's quality on populations of 10,000.
 */
export const PLAIN_HOP = 0.05

/** Lays out the value chain's edges by heading. */
export function layValueChain(edges: readonly Transform[]): ValueChain {
  const outgoing = new Map<number, Hop[]>()
  const incoming = new Map<number, Hop[]>()
  for (const edge of edges) {
    const from = conceptId(edge.from)
    const to = conceptId(edge.to)
    if (from === to) continue
    const step = Math.max(...edge.deals.map(deal => HOP_STEP[deal]))
    outgoing.set(from, [...(outgoing.get(from) ?? []), { other: to, step, edge }])
    incoming.set(to, [...(incoming.get(to) ?? []), { other: from, step, edge }])
  }
  return {
    outOf: id => outgoing.get(id) ?? NONE,
    into: id => incoming.get(id) ?? NONE,
    edge: (from, to) => outgoing.get(from)?.find(hop => hop.other === to)?.edge,
  }
}

const NONE: readonly Hop[] = []
