import { conceptChapter, isGoods, type ValueChain } from './concepts'
import { BEST_FIT, dealsFactor, productFit } from './fit'
import { type Lens, NO_STEPS, type Steps } from './lens'
import { meetingsOf, type Meeting } from './meetings'
import { type PreparedFirm } from './prepare'
import {
  certificatesSignal, languagesSignal, profileSignal, routeSignal, sizeSignal, UNKNOWN, volumeSignal, type Seen,
} from './signals'
import { type Signal } from './types'
import { beliefIn, conceptIn, FULL_SQUARED } from './vector'
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
  steps: Steps
}

/** Scores the firm shown in the lens with one of the other country: 100 × Σ wᵢ·sᵢ, less what the kinds of deal take from the product fit. The same whichever side asks. */
export function scorePair(lens: Lens, me: PreparedFirm, them: PreparedFirm, scoring: Scoring): Parts {
  const { share } = scoring.weights
  lens.show(me)
  lens.look(them)
  const mineIsPk = me.firm.country === 'PK'
  const [pk, kz] = mineIsPk ? [me, them] : [them, me]
  const [pkGains, kzGains] = mineIsPk ? [lens.mine, lens.theirs] : [lens.theirs, lens.mine]
  const product = 100 * share.product * Math.min(1, productFit(pkGains, kzGains) / BEST_FIT)
  const deal = dealsFactor(pk.bringsKinds, pk.seeksKinds, kz.bringsKinds, kz.seeksKinds)
  const seen = pk.tells && kz.tells ? seensOf(pk, kz, scoring) : NOTHING_SEEN
  const others =
    share.volume * seen.volume.value + share.route * seen.route.value + share.languages * seen.languages.value +
    share.certificates * seen.certificates.value + share.size * seen.size.value + share.profile * seen.profile.value
  return { exact: product * deal + 100 * others, product, deal, seen, pkGains, kzGains, steps: lens.steps }
}

/** The points of each signal, in the order of SIGNALS; they sum to `exact`. */
export function pointsOf({ product, deal, seen }: Parts, { share }: Weights): number[] {
  return [
    product, product * deal - product, 100 * share.volume * seen.volume.value, 100 * share.route * seen.route.value, 100 * share.languages * seen.languages.value,
    100 * share.certificates * seen.certificates.value, 100 * share.size * seen.size.value, 100 * share.profile * seen.profile.value,
  ]
}

const unseen: Seen = { value: UNKNOWN, reasons: [] }
/** Where either firm told nothing but its listings. */
export const NOTHING_SEEN: Seens = { volume: unseen, route: unseen, languages: unseen, certificates: unseen, size: unseen, profile: unseen }

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
  const met = [...meetingsOf(pk, kz, chain, NO_STEPS, NO_STEPS), ...meetingsOf(kz, pk, chain, NO_STEPS, NO_STEPS)].filter(isTrade)
  return volumeSignal(met.map(meeting => [meeting.brought.listing, meeting.met.listing]))
}

function tellsVolume(firm: PreparedFirm): boolean {
  return firm.firm.listings.some(({ volume }) => volume)
}

/** Both texts were read rather surely. */
const SURE = 0.2

function isTrade(meeting: Meeting): boolean {
  return meeting.by === 'concept' && meeting.weight >= SURE
}

function certificates(pk: PreparedFirm, kz: PreparedFirm): Seen {
  const ours = certificatesSignal(pk.firm, chaptersMet(pk, kz))
  const theirs = certificatesSignal(kz.firm, chaptersMet(kz, pk))
  return { value: (ours.value + theirs.value) / 2, reasons: [...ours.reasons, ...theirs.reasons] }
}

/** Chapters of the goods one brings and the other, rather surely, seeks. */
function chaptersMet(bringer: PreparedFirm, seeker: PreparedFirm): string[] {
  const chapters = new Set<string>()
  let j = 0
  for (const entry of bringer.brings) {
    const id = conceptIn(entry)
    while (j < seeker.seeks.length && conceptIn(seeker.seeks[j]!) < id) j++
    if (j < seeker.seeks.length && conceptIn(seeker.seeks[j]!) === id && isGoods(id) && beliefIn(entry) * beliefIn(seeker.seeks[j]!) >= SURE * FULL_SQUARED) chapters.add(conceptChapter(id))
  }
  return [...chapters].sort()
}
