import { type Signal } from './types'

/** Shares of the score. They sum to 1; `dealType` has none of its own, because it takes away from `product`. */
export interface Weights {
  readonly version: string
  readonly share: Readonly<Record<Exclude<Signal, 'dealType'>, number>>
}

/**
 * The default weights, each with its reason.
 * - product .70: without goods that fit both ways nothing else matters; what firms can agree on must not outweigh what they trade.
 * - volume .06: a mill of 5,000 t a month and a seller of 20 t waste each other's time, but volumes are often unknown or negotiable.
 * - route .06: a shared corridor, port or incoterm makes the first shipment likely; where none is shared an organizer can help.
 * - languages .06: the first call needs a common language; interpreters exist.
 * - certificates .05: a missing veterinary or halal certificate stops a shipment, yet can be had: it is also shown as a warning.
 * - size .03: similar sizes deal as equals; a weak rule, so a small share.
 * - profile .04: a complete, fresh profile is answered more often; small, lest the tidy beat the fitting.
 */
export const DEFAULT_WEIGHTS: Weights = Object.freeze({
  version: '1',
  share: Object.freeze({ product: 0.7, volume: 0.06, route: 0.06, languages: 0.06, certificates: 0.05, size: 0.03, profile: 0.04 }),
})

/** The signals that have a share of the score, in the order of its rows. */
export const WEIGHED_SIGNALS = ['product', 'volume', 'route', 'languages', 'certificates', 'size', 'profile'] as const satisfies readonly (keyof Weights['share'])[]
export type WeighedSignal = (typeof WEIGHED_SIGNALS)[number]

/** Whole per cents of the score, as organizers set them; 100 in all. */
export type Shares = Readonly<Record<WeighedSignal, number>>

/** A forum's own weights. @param version the forum's count of them, from 1 @param shares whole per cents; what is missing counts nothing */
export function weightsOf(version: number, shares: Readonly<Partial<Record<string, number>>>): Weights {
  return { version: `forum-${version}`, share: Object.fromEntries(WEIGHED_SIGNALS.map(signal => [signal, (shares[signal] ?? 0) / 100])) as Record<WeighedSignal, number> }
}

/** The same the other way round. */
export const sharesOf = ({ share }: Weights): Shares =>
  Object.fromEntries(WEIGHED_SIGNALS.map(signal => [signal, Math.round(share[signal] * 100)])) as Record<WeighedSignal, number>
