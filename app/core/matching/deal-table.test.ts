import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kindBits, KINDS } from '~/core/companies/kinds'
import { DEAL_TYPES } from '~/core/taxonomy/deal-types'
import { DEALS, dealFor } from './deal-table'
import { bestDeal, dealFactor, dealsFactor } from './fit'
import { prepareFirm } from './prepare'
import { type Country } from './types'

describe('the deal-type table', () => {
  it('has a pair of kinds once, with a reason', () => {
    expect(new Set(DEALS.map(({ brought, sought }) => `${brought} ${sought}`)).size).toBe(DEALS.length)
    for (const row of DEALS) expect(row.reason.length).toBeGreaterThan(10)
  })

  it('leads to every type of deal, and from and to every kind', () => {
    expect(new Set(DEALS.map(({ deal }) => deal))).toEqual(new Set(DEAL_TYPES))
    for (const kind of KINDS) expect([DEALS.some(({ brought }) => brought === kind), DEALS.some(({ sought }) => sought === kind)]).toEqual([true, true])
  })

  it('gives whole fit to the same wish, and less to any other', () => {
    for (const { brought, sought, fit } of DEALS) expect(fit === 1).toBe(brought === sought)
  })

  const kinds = fc.subarray([...KINDS], { minLength: 1 })
  const firm = (country: Country, bringsKinds: (typeof KINDS)[number][], seeksKinds: (typeof KINDS)[number][]) =>
    prepareFirm({ id: country, country, listings: [], bringsKinds, seeksKinds }, () => [])

  it('fits sets of kinds by their best pair, whatever else is in the sets', () => {
    fc.assert(fc.property(kinds, kinds, (brought, sought) => {
      const best = Math.max(0, ...brought.flatMap(b => sought.map(s => dealFor(b, s)?.fit ?? 0)))
      expect(dealsFactor(kindBits(brought), 0, 0, kindBits(sought))).toBeCloseTo(dealFactor(best), 6)
      expect(dealsFactor(0, kindBits(sought), kindBits(brought), 0)).toBe(dealsFactor(kindBits(brought), 0, 0, kindBits(sought)))
    }))
  })

  it('names the same deal whichever firm asks', () => {
    fc.assert(fc.property(kinds, kinds, kinds, kinds, (a, b, c, d) => {
      const [pk, kz] = [firm('PK', a, b), firm('KZ', c, d)]
      expect(bestDeal(pk, kz)).toEqual(bestDeal(kz, pk))
    }))
  })
})
