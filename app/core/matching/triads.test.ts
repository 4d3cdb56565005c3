import { describe, expect, it } from 'vitest'
import { isCarrier, thirdsFor } from './triads'
import { type Country, type EngineFirm, type EngineListing, type ScoredPair } from './types'

function trader(id: string, country: Country, more: Partial<EngineFirm> = {}): EngineFirm {
  return { id, country, listings: [{ id: 'wheat', direction: 'brings', text: 'wheat', kind: 'goods', volume: { amount: 400, unit: 't' } }], ...more }
}

function carrier(id: string, more: Partial<EngineFirm>, amount?: number): EngineFirm {
  const lorries: EngineListing = { id: 'lorries', direction: 'brings', text: 'lorries', kind: 'transport', ...(amount && { volume: { amount, unit: 't' } }) }
  return { id, country: 'PK', listings: [lorries], ...more }
}

/** A pair in which the Kazakh firm's wheat is what is traded. */
const match = {
  pk: 'mill', kz: 'grain', deal: 'supply',
  reasons: [{ type: 'listing', bringer: 'KZ', brought: 'wheat', met: 'x', metDirection: 'seeks', via: { by: 'concept', code: '1001' }, deal: 'supply', points: 9 }],
} as unknown as ScoredPair
const mill = trader('mill', 'PK', { corridors: ['uzbekistan', 'turkmenistan'], ports: ['karachi'] })
const grain = trader('grain', 'KZ', { corridors: ['uzbekistan'], ports: [] })
const thirds = (...carriers: EngineFirm[]) => thirdsFor(match, mill, grain, carriers).map(({ id }) => id)

describe('the third of a goods match', () => {
  it('is a logistics firm, of either country, on the route both share', () => {
    expect(thirds(carrier('on the way', { corridors: ['uzbekistan'] }), carrier('elsewhere', { corridors: ['turkmenistan'] }))).toEqual(['on the way'])
    expect(thirds({ ...carrier('kazakh', { corridors: ['uzbekistan'] }), country: 'KZ' })).toEqual(['kazakh'])
  })

  it('is the one that covers more of the route first, of equals by id', () => {
    const whole = carrier('z', { corridors: ['uzbekistan'], ports: ['karachi'] })
    expect(thirds(carrier('b', { corridors: ['uzbekistan'] }), whole, carrier('a', { corridors: ['uzbekistan'] }))).toEqual(['z', 'a', 'b'])
  })

  it('has room for at least a quarter of the volume; unknown room is neither good nor bad', () => {
    const on = { corridors: ['uzbekistan'] }
    expect(thirds(carrier('small', on, 90), carrier('unknown', on), carrier('large', on, 900))).toEqual(['large', 'unknown'])
  })

  it('is never one of the two, never a firm that does not carry, and not looked for where no goods move or no route was told', () => {
    expect(thirds({ ...carrier('mill', { corridors: ['uzbekistan'] }) }, trader('shop', 'PK', { corridors: ['uzbekistan'] }))).toEqual([])
    const on = carrier('on the way', { corridors: ['uzbekistan'] })
    expect(thirdsFor({ ...match, deal: 'training' }, mill, grain, [on])).toEqual([])
    expect(thirdsFor(match, trader('mill', 'PK'), trader('grain', 'KZ'), [on])).toEqual([])
  })

  it('is told by the kind of what it brings, or else by a logistics class its words were read as', () => {
    const told = (listing: Partial<EngineListing>) => isCarrier({ id: 'a', country: 'PK', listings: [{ id: '1', direction: 'brings', text: '', ...listing }] })
    expect(told({ kind: 'port' })).toBe(true)
    expect(told({ links: [{ code: 'isic:4923', weight: 0.8 }] })).toBe(true)
    expect(told({ kind: 'goods', links: [{ code: 'isic:4923', weight: 0.8 }] })).toBe(false)
    expect(told({ kind: 'transport', direction: 'seeks' })).toBe(false)
  })
})
