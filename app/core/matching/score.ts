import { type ValueChain } from './concepts'
import { BEST_FIT, dealFactor, gain, kindFit, productFit } from './fit'
import { meetingsOf, type Meeting } from './meetings'
import { type PreparedFirm } from './prepare'
import {
  certificatesSignal, languagesSignal, profileSignal, routeSignal, sizeSignal, UNKNOWN, volumeSignal, type Seen,
} from './signals'
import { type Signal, SIGNALS } from './types'
import { type Weights } from './weights'

/** What scoring needs to know beside the two firms. */
export interface Scoring {
  chain: ValueChain
  weights: Weights
  /** Days since 1970-01-01: what a profile's age counts from. Left out, age does not count. */
  today?: number
}

type Seens = Readonly<Record<Exclude<Signal, 'product' | 'dealType'>, Seen>>

/** A pair's score before rounding, taken apart. */
export interface Parts {
  exact: number
  /** Points of the product fit, and what is left of it by the kinds of deal (0.3…1). */
  product: number
  deal: number
  seen: Seens
  /** What the Pakistani firm gains by the Kazakh one, and the other way round. */
  pkGains: number
  kzGains: number
}

/** Scores a pair: 100 × Σ wᵢ·sᵢ, less what the kinds of deal take from the product fit. The same whichever side asks. */
export function scorePair(pk: PreparedFirm, kz: PreparedFirm, scoring: Scoring): Parts {
  const { share } = scoring.weights
  const pkGains = gain(pk, kz)
  const kzGains = gain(kz, pk)
  const product = 100 * share.product * Math.min(1, productFit(pkGains, kzGains) / BEST_FIT)
  const deal = dealFactor(Math.max(kindFit(pk.bringsKinds, kz.seeksKinds), kindFit(kz.bringsKinds, pk.seeksKinds)))
  const seen = pk.tells && kz.tells ? seensOf(pk, kz, scoring) : NOTHING_SEEN
  const others =
    share.volume * seen.volume.value + share.route * seen.route.value + share.languages * seen.languages.value +
    share.certificates * seen.certificates.value + share.size * seen.size.value + share.profile * seen.profile.value
  return { exact: product * deal + 100 * others, product, deal, seen, pkGains, kzGains }
}

/** The points of each signal, in the order of SIGNALS; they sum to `exact`. */
export function pointsOf({ product, deal, seen }: Parts, { share }: Weights): number[] {
  return SIGNALS.map(signal => {
    if (signal === 'product') return product
    return signal === 'dealType' ? product * deal - product : 100 * share[signal] * seen[signal].value
  })
}

const unseen: Seen = { value: UNKNOWN, reasons: [] }
const NOTHING_SEEN: Seens = { volume: unseen, route: unseen, languages: unseen, certificates: unseen, size: unseen, profile: unseen }

function seensOf(pk: PreparedFirm, kz: PreparedFirm, scoring: Scoring): Seens {
  return {
    volume: volumes(pk, kz, scoring),
    route: routeSignal(pk.firm, kz.firm),
    languages: languagesSignal(pk.firm, kz.firm),
    certificates: certificates(pk, kz),
    size: sizeSignal(pk.firm, kz.firm),
    profile: profileSignal(pk.firm, kz.firm, scoring.today),
  }
}

function volumes(pk: PreparedFirm, kz: PreparedFirm, { chain }: Scoring): Seen {
  if (!tellsVolume(pk) || !tellsVolume(kz)) return unseen
  const met = [...meetingsOf(pk, kz, chain), ...meetingsOf(kz, pk, chain)].filter(isTrade)
  return volumeSignal(met.map(meeting => [meeting.brought.listing, meeting.met.listing]))
}

function tellsVolume(firm: PreparedFirm): boolean {
  return firm.listings.some(({ listing }) => listing.volume)
}

function isTrade(meeting: Meeting): boolean {
  return meeting.by === 'concept' && meeting.weight >= 0.2
}

function certificates(pk: PreparedFirm, kz: PreparedFirm): Seen {
  const ours = certificatesSignal(pk.firm, chaptersMet(pk, kz))
  const theirs = certificatesSignal(kz.firm, chaptersMet(kz, pk))
  return { value: (ours.value + theirs.value) / 2, reasons: [...ours.reasons, ...theirs.reasons] }
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
