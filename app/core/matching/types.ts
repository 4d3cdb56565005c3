import { type Kind } from '~/core/companies/kinds'
import { type Code } from '~/core/taxonomy/codes'
import { type DealType } from '~/core/taxonomy/deal-types'
import { type Language } from '~/core/taxonomy/language'

/** Goes up whenever the same firms could get other scores. Stored with every match beside the dictionary's and the weights' versions. */
export const ENGINE_VERSION = '4'

export type Country = 'PK' | 'KZ'
export type Direction = 'brings' | 'seeks'

/** A concept a listing means, with the share of belief (0…1). The links of a listing sum to at most 1. */
export interface Link {
  code: Code
  weight: number
}

/** One thing a firm brings or seeks. */
export interface EngineListing {
  /** Unique within the firm. */
  id: string
  direction: Direction
  text: string
  /** Unknown in a CSV without kinds. */
  kind?: Kind
  statedCode?: Code
  confirmedCode?: Code
  /** What it was resolved to. Left out, the engine resolves the text. */
  links?: readonly Link[]
  volume?: Volume
}

/** How much, a month, in tonnes, pieces, containers …: only equal units are compared. */
export interface Volume {
  amount: number
  unit: string
}

/** Employees: micro under 10, small under 50, medium under 250, large from 250. */
export const SIZE_BANDS = ['micro', 'small', 'medium', 'large'] as const
export type SizeBand = (typeof SIZE_BANDS)[number]

/** A firm as the engine sees it: all but id, country and listings may be unknown, and unknown is neutral, never bad. */
export interface EngineFirm {
  id: string
  country: Country
  listings: readonly EngineListing[]
  /** Kinds told for the whole firm (a CSV's brings_kinds and seeks_kinds); joined with those of the listings. */
  bringsKinds?: readonly Kind[]
  seeksKinds?: readonly Kind[]
  region?: string
  size?: SizeBand
  /** Ids of the corridors it uses or accepts. */
  corridors?: readonly string[]
  ports?: readonly string[]
  /** Incoterms 2020, upper case: FOB, CIF, DAP … */
  incoterms?: readonly string[]
  languages?: readonly Language[]
  /** Codes of certificates held: halal, gmp, veterinary, phytosanitary, iso9001 … */
  certificates?: readonly string[]
  /** 0…1. */
  completeness?: number
  /** Days since 1970-01-01. */
  updatedAt?: number
}

/** The rows a score is taken apart into. `dealType` is negative or nought: what the kinds of deal take away from the product fit. */
export const SIGNALS = ['product', 'dealType', 'volume', 'route', 'languages', 'certificates', 'size', 'profile'] as const
export type Signal = (typeof SIGNALS)[number]

export interface PointRow {
  signal: Signal
  /** Whole points; the rows of a pair sum to its score. */
  points: number
}

/** How a listing met another: the same concept, one hop of the value chain, or a neighbour in the chapter. */
export type Via =
  | { by: 'concept'; code: Code }
  | { by: 'hop'; from: Code; to: Code; why: string }
  | { by: 'chapter'; chapter: string; from: Code; to: Code }

/** Why two firms belong together, as data; the words are the interface's. */
export type Reason =
  | {
      type: 'listing'
      /** The country whose firm brings. */
      bringer: Country
      /** Listing ids: what is brought, and what it meets (sought, or at a hop also brought: a processor wants its raw material). At a hop the raw side brings. */
      brought: string
      met: string
      metDirection: Direction
      via: Via
      deal: DealType
      /** Share of the product row; the listing reasons of a pair sum to that row. */
      points: number
    }
  | { type: 'languages'; shared: Language[] }
  | { type: 'route'; corridors: string[]; ports: string[]; incoterms: string[] }
  | { type: 'volume'; listing: string; met: string; ratio: number }
  | { type: 'certificates'; needed: string[]; held: string[]; missing: string[]; bringer: Country }

/** A pair of firms, one of each country, scored. */
export interface ScoredPair {
  pk: string
  kz: string
  /** 0…100, whole; `points` sum to it. */
  score: number
  /** The score before rounding: what ranks. */
  exact: number
  points: PointRow[]
  reasons: Reason[]
  deal: DealType
  /** Both sides gain: each brings something the other seeks. */
  reciprocal: boolean
}

/** One entry of a firm's list. */
export interface RankedPair extends ScoredPair {
  /** From 1. */
  rank: number
  partner: string
}
