import { type EngineFirm, type Reason, type ScoredPair } from './types'

/** A firm that could carry what two others trade. */
export interface Third {
  id: string
  /** 0…1. */
  fit: number
  corridors: string[]
  ports: string[]
  /** Its capacity over the volume traded, at most 1; undefined where either is unknown. */
  capacity?: number
}

const CARRIES = new Set(['transport', 'port'])
/** Freight by rail, road and water (49, 50, 51), and handling, warehousing and forwarding (52). */
const LOGISTICS_CLASS = /^isic:(49|50|51|52)/
const GOODS_DEALS = new Set(['supply', 'distribution', 'processing-joint-venture', 'contract-manufacturing'])

/** Whether a firm offers to carry, store or forward. */
export function isCarrier(firm: EngineFirm): boolean {
  if (firm.bringsKinds?.some(kind => CARRIES.has(kind))) return true
  return firm.listings.some(({ direction, kind, links }) =>
    direction === 'brings' && (kind ? CARRIES.has(kind) : (links ?? []).some(({ code, weight }) => weight >= 0.5 && LOGISTICS_CLASS.test(code))))
}

/**
 * Names the logistics firms, of either country, whose lanes fit the route of a goods match: a triad. The route is what the two share of corridors and
 * ports, or, where they share none, what either uses. Best first; ties by id.
 */
export function thirdsFor(pair: ScoredPair, pk: EngineFirm, kz: EngineFirm, carriers: readonly EngineFirm[], most = 3): Third[] {
  if (!GOODS_DEALS.has(pair.deal)) return []
  const corridors = routeOf(pk.corridors, kz.corridors)
  const ports = routeOf(pk.ports, kz.ports)
  if (!corridors.length && !ports.length) return []
  const volume = tradedVolume(pair, pk, kz)
  return carriers
    .filter(carrier => carrier.id !== pk.id && carrier.id !== kz.id && isCarrier(carrier))
    .map(carrier => thirdOf(carrier, corridors, ports, volume))
    .filter(third => third.corridors.length + third.ports.length > 0 && (third.capacity ?? 1) >= 0.25)
    .sort((a, b) => b.fit - a.fit || (a.id < b.id ? -1 : 1))
    .slice(0, most)
}

function routeOf(a: readonly string[] = [], b: readonly string[] = []): string[] {
  const shared = a.filter(item => b.includes(item))
  return [...new Set(shared.length ? shared : [...a, ...b])].sort()
}

function thirdOf(carrier: EngineFirm, corridors: readonly string[], ports: readonly string[], volume: { amount: number; unit: string } | undefined): Third {
  const lanes = corridors.filter(corridor => carrier.corridors?.includes(corridor))
  const calls = ports.filter(port => carrier.ports?.includes(port))
  const room = volume && carrier.listings.find(listing => listing.direction === 'brings' && listing.volume?.unit === volume.unit)?.volume
  const capacity = volume && room ? Math.min(1, room.amount / volume.amount) : undefined
  const share = (found: number, all: number) => (all ? found / all : 0)
  const covered = corridors.length && ports.length ? 0.6 * share(lanes.length, corridors.length) + 0.4 * share(calls.length, ports.length) : share(lanes.length + calls.length, corridors.length + ports.length)
  return { id: carrier.id, fit: covered * (0.8 + 0.2 * (capacity ?? 0.5)), corridors: lanes, ports: calls, ...(capacity !== undefined && { capacity }) }
}

/** The volume of the listing that matters most in the match, if it was told. */
function tradedVolume(pair: ScoredPair, pk: EngineFirm, kz: EngineFirm): { amount: number; unit: string } | undefined {
  const strongest = pair.reasons.find((reason): reason is Reason & { type: 'listing' } => reason.type === 'listing')
  const bringer = strongest?.bringer === 'PK' ? pk : kz
  const volume = bringer.listings.find(({ id }) => id === strongest?.brought)?.volume
  return volume && volume.amount > 0 ? volume : undefined
}
