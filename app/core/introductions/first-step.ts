import type { DealType } from '~/core/taxonomy/deal-types'

/** What two firms can do first, small enough to be agreed in one call. */
export type FirstStep = {
  kind: 'trial_order' | 'sample_run' | 'training_call' | 'trial_consignment'
  /** How much, in the listing's own unit; null where the step is not a quantity. */
  amount: number | null
  unit: string | null
  /** Incoterms 2020, or null when neither side named any. */
  incoterm: string | null
  /** A corridor's id, or null. */
  corridor: string | null
  port: string | null
}

type Side = { corridors: readonly string[]; ports: readonly string[]; incoterms: readonly string[] }
type Wanted = { amount: number | null; unit: string | null; period: 'once' | 'month' | 'year' | null }

/** One lorry or container of it: what a first order between strangers is, whatever the yearly volume. */
const LOAD: Readonly<Record<string, number>> = { t: 20, kg: 20_000, m3: 60, l: 24_000, container: 1 }

/** A first lot: a month's share of what the smaller side deals in, never more than one load; a tenth of what is counted in pieces. */
export function trialAmount({ amount, unit, period }: Wanted): number | null {
  if (amount === null || unit === null || unit === 'usd') return null
  const monthly = period === 'year' ? amount / 12 : amount
  const load = LOAD[unit]
  const lot = load === undefined ? monthly / 10 : Math.min(load, monthly)
  return lot >= 10 ? Math.round(lot) : lot >= 1 ? Math.round(lot * 10) / 10 : Math.round(lot * 100) / 100 || null
}

const shared = (mine: readonly string[], theirs: readonly string[]) => mine.find(item => theirs.includes(item)) ?? theirs[0] ?? mine[0] ?? null

/**
 * The step a desk would suggest: for goods a trial order, for processing and technology a sample run, for training a call about it, for
 * logistics one consignment. Terms are the ones both named, else the bringer's; the route is an open one where there is a choice.
 * @param open corridors that are open or restricted; a closed one is never suggested
 */
export function firstStep(deal: DealType, bringer: Side, seeker: Side, wanted: Wanted, open: readonly string[]): FirstStep {
  const usable = (side: Side) => side.corridors.filter(id => open.includes(id))
  const kind = {
    supply: 'trial_order', distribution: 'trial_order', 'contract-manufacturing': 'trial_order', 'processing-joint-venture': 'sample_run',
    'technology-transfer': 'sample_run', training: 'training_call', 'logistics-joint-venture': 'trial_consignment',
  } as const satisfies Record<DealType, FirstStep['kind']>
  const moves = kind[deal] !== 'training_call'
  return {
    kind: kind[deal],
    amount: moves ? trialAmount(wanted) : null,
    unit: moves ? wanted.unit : null,
    incoterm: moves ? shared(seeker.incoterms, bringer.incoterms) : null,
    corridor: moves ? shared(usable(seeker), usable(bringer)) : null,
    port: moves ? shared(seeker.ports, bringer.ports) : null,
  }
}
