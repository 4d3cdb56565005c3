import { DEALS } from '~/core/matching/deal-table'
import { type Kind } from '~/core/companies/kinds'

/** What a made firm truly brings and seeks. */
export interface TrueFirm {
  country: string
  brings: string[]
  seeks: string[]
  broughtKinds: string[]
  soughtKinds: string[]
}

const FIT = new Map(DEALS.map(({ brought, sought, fit }) => [`${brought}>${sought}`, fit]))

function kindFit(brought: readonly string[], sought: readonly string[]): number {
  return Math.max(0, ...brought.flatMap(b => sought.map(s => FIT.get(`${b as Kind}>${s as Kind}`) ?? 0)))
}

/** What a partner is worth: goods met both ways first, then the kinds of deal. Ours, as rough as any such rule: it orders, it does not value. */
function worth(a: TrueFirm, b: TrueFirm): { gain: number; both: boolean } {
  const gets = Math.min(2, a.seeks.filter(code => b.brings.includes(code)).length)
  const gives = Math.min(2, b.seeks.filter(code => a.brings.includes(code)).length)
  const fit = Math.max(kindFit(a.broughtKinds, b.soughtKinds), kindFit(b.broughtKinds, a.soughtKinds))
  const goods = gets && gives ? 2 + gets + gives : (gets + gives) / 4
  return { gain: goods * (0.3 + 0.7 * fit), both: gets > 0 && gives > 0 && fit >= 0.5 }
}

/** Normalised discounted gain of the first ten, and the share found of partners with whom both sides gain. */
export function judge(truth: readonly TrueFirm[], answers: ReadonlyMap<string, readonly string[]>): { ndcg: number; reciprocalRecall: number } {
  const ndcg: number[] = []
  const recall: number[] = []
  for (const [id, partners] of answers) {
    const mine = truth[Number(id)]!
    const values = truth.map(other => (other.country === mine.country ? { gain: 0, both: false } : worth(mine, other)))
    const ideal = values.map(({ gain }) => gain).sort((x, y) => y - x)
    if (!ideal[0]) continue
    ndcg.push(discounted(partners.map(partner => values[Number(partner)]?.gain ?? 0)) / discounted(ideal))
    const both = values.filter(value => value.both).length
    if (both) recall.push(partners.slice(0, 10).filter(partner => values[Number(partner)]?.both).length / Math.min(10, both))
  }
  return { ndcg: mean(ndcg), reciprocalRecall: mean(recall) }
}

function discounted(gains: readonly number[]): number {
  return gains.slice(0, 10).reduce((sum, gain, i) => sum + gain / Math.log2(i + 2), 0)
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}
