import { type ValueChain } from './concepts'
import { BEST_FIT, dealFactor, gain, kindFit, productFit } from './fit'
import { meetingsOf, type Meeting } from './meetings'
import { type PreparedFirm } from './prepare'
import {
  certificatesSignal, languagesSignal, profileSignal, routeSignal, sizeSignal, UNKNOWN, volumeSignal, type Seen,
} from './signals'
import { type Reason, type Signal, SIGNALS } from './types'
import { type Weights } from './weights'

/** What scoring needs to know beside the two firms. */
export interface Scoring {
  chain: ValueChain
  weights: Weights
  /** Days since 1970-01-01: what a profile's age counts from. Left out, age does not count. */
  today?: number
}

/** A pair's score before rounding, taken apart. */
export interface Parts {
  exact: number
  /** Points by signal, in the order of SIGNALS; they sum to `exact`. */
  points: number[]
  /** What the Pakistani firm gains by the Kazakh one, and the other way round. */
  pkGains: number
  kzGains: number
  reasons: readonly Reason[]
}

/** Scores a pair: 100 × Σ wᵢ·sᵢ, less what the kinds of deal take from the product fit. The same whichever side asks. */
export function scorePair(pk: PreparedFirm, kz: PreparedFirm, scoring: Scoring): Parts {
  const { share } = scoring.weights
  const pkGains = gain(pk, kz)
  const kzGains = gain(kz, pk)
  const product = 100 * share.product * Math.min(1, productFit(pkGains, kzGains) / BEST_FIT)
  const deal = dealFactor(Math.max(kindFit(pk.bringsKinds, kz.seeksKinds), kindFit(kz.bringsKinds, pk.seeksKinds)))
  const seen: Record<Exclude<Signal, 'product' | 'dealType'>, Seen> = {
    volume: volumes(pk, kz, scoring),
    route: routeSignal(pk.firm, kz.firm),
    languages: languagesSignal(pk.firm, kz.firm),
    certificates: certificates(pk, kz),
    size: sizeSignal(pk.firm, kz.firm),
    profile: profileSignal(pk.firm, kz.firm, scoring.today),
  }
  const points = SIGNALS.map(signal => {
    if (signal === 'product') return product
    return signal === 'dealType' ? 0 - product * (1 - deal) : 100 * share[signal] * seen[signal].value
  })
  const exact = points.reduce((sum, part) => sum + part, 0)
  return { exact, points, pkGains, kzGains, reasons: Object.values(seen).flatMap(({ reasons }) => reasons) }
}

const unseen: Seen = { value: UNKNOWN, reasons: [] }

function volumes(pk: PreparedFirm, kz: PreparedFirm, { chain }: Scoring): Seen {
  if (!tellsVolume(pk) || !tellsVolume(kz)) return unseen
  const met = [...meetingsOf(pk, kz, chain), ...meetingsOf(kz, pk, chain)].filter(isTrade)
  return volumeSignal(met.map(meeting => [meeting.brought.listing, meeting.met.listing]))
}

function tellsVolume(firm: PreparedFirm): boolean {
  return firm.listings.some(({ listing }) => listing.volume)
}

function isTrade(meeting: Meeting): boolean {
  return meeting.via.by === 'concept' && meeting.weight >= 0.2
}

function certificates(pk: PreparedFirm, kz: PreparedFirm): Seen {
  if (!pk.firm.certificates && !kz.firm.certificates) return unseen
  const sides = [certificatesSignal(pk.firm, chaptersMet(pk, kz)), certificatesSignal(kz.firm, chaptersMet(kz, pk))]
  return { value: (sides[0]!.value + sides[1]!.value) / 2, reasons: sides.flatMap(side => side.reasons) }
}

/** Chapters of the goods one brings and the other, rather surely, seeks. */
function chaptersMet(bringer: PreparedFirm, seeker: PreparedFirm): string[] {
  const chapters = new Set<string>()
  bringer.brings.ids.forEach((id, i) => {
    const at = seeker.seeks.ids.indexOf(id)
    if (at >= 0 && id < 10_000 && bringer.brings.weights[i]! * seeker.seeks.weights[at]! >= 0.2) chapters.add(String(Math.floor(id / 100)).padStart(2, '0'))
  })
  return [...chapters].sort()
}
