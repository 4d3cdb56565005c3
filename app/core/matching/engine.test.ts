import { describe, expect, it } from 'vitest'
import { type Kind } from '~/core/companies/kinds'
import { parseTransforms } from '~/core/taxonomy/transforms'
import { createEngine } from './engine'
import { type Country, type EngineFirm, type EngineListing } from './types'

const { transforms } = parseTransforms('4102 > 4105 | processing-joint-venture, training | Raw sheepskins are tanned.')

/** `brings`/`seeks` as codes: the words are the resolver's business, tested beside it. */
function firm(id: string, country: Country, brings: string[], seeks: string[], more: Partial<EngineFirm> = {}): EngineFirm {
  const listing = (direction: EngineListing['direction']) => (code: string, i: number): EngineListing =>
    ({ id: `${direction}-${i}`, direction, text: code, links: [{ code, weight: 1 }] })
  return { id, country, listings: [...brings.map(listing('brings')), ...seeks.map(listing('seeks'))], ...more }
}

function ofKinds(one: EngineFirm, brought: Kind, sought: Kind): EngineFirm {
  return { ...one, listings: one.listings.map(listing => ({ ...listing, kind: listing.direction === 'brings' ? brought : sought })) }
}

function engineOf(...firms: EngineFirm[]) {
  const engine = createEngine({ linkListing: () => [], transforms: transforms.edges })
  for (const one of firms) engine.upsert(one)
  return engine
}

describe('the engine', () => {
  it('finds the partner for whom both sides gain before the one who only sells', () => {
    const engine = engineOf(firm('pk', 'PK', ['6302'], ['1001']), firm('kz-both', 'KZ', ['1001'], ['6302']), firm('kz-sells', 'KZ', ['1001'], ['8703']))
    const [first, second] = engine.pairsOf('pk')
    expect([first?.partner, second?.partner]).toEqual(['kz-both', 'kz-sells'])
    expect([first?.reciprocal, second?.reciprocal]).toEqual([true, false])
  })

  it('brings a collector of raw skins and a tannery together over one hop of the value chain', () => {
    const engine = engineOf(
      ofKinds(firm('tannery', 'PK', ['4105'], ['8453']), 'technology', 'machinery'),
      ofKinds(firm('collector', 'KZ', ['4102'], ['3102']), 'goods', 'technology'),
      firm('shop', 'PK', ['6302'], ['4102']),
    )
    const [pair, supply] = engine.pairsOf('collector')
    expect(supply?.partner).toBe('shop')
    expect(pair?.reciprocal).toBe(true)
    expect(pair?.partner).toBe('tannery')
    expect(pair?.deal).toBe('processing-joint-venture')
    expect(pair?.reasons[0]).toMatchObject({ type: 'listing', via: { by: 'hop', from: '4102', to: '4105' } })
  })

  it('tells a step of processing once, from who brings the raw: never the tannery as bringing the skins', () => {
    const tannery = ofKinds(firm('tannery', 'PK', ['4105'], ['8453']), 'technology', 'machinery')
    const pair = engineOf(tannery, ofKinds(firm('collector', 'KZ', ['4102'], ['3102']), 'goods', 'technology')).pairsOf('collector')[0]!
    const listings = pair.reasons.flatMap(reason => (reason.type === 'listing' ? [reason] : []))
    expect(listings).toMatchObject([{ bringer: 'KZ', metDirection: 'brings', via: { by: 'hop', from: '4102', to: '4105' } }])
    const product = pair.points.find(row => row.signal === 'product')!.points
    expect(listings.reduce((sum, { points }) => sum + points, 0)).toBe(product)
  })

  it('never offers a firm of the same country, or one that nothing connects', () => {
    const engine = engineOf(firm('a', 'PK', ['6302'], ['1001']), firm('b', 'PK', ['1001'], ['6302']), firm('c', 'KZ', ['8703'], ['8704']))
    expect(engine.pairsOf('a')).toEqual([])
    expect(engine.pair('a', 'b')).toBeUndefined()
  })

  it('keeps a rejected pair out for ever, and the others in', () => {
    const engine = engineOf(firm('a', 'PK', ['6302'], ['1001']), firm('b', 'KZ', ['1001'], ['6302']), firm('c', 'KZ', ['1001'], ['6302']))
    engine.reject('a', 'b')
    engine.upsert(firm('b', 'KZ', ['1001'], ['6302']))
    expect(engine.pairsOf('a').map(pair => pair.partner)).toEqual(['c'])
    expect(engine.pairsOf('b')).toEqual([])
  })

  it('forgets a firm that is removed, and sees an edit at once', () => {
    const engine = engineOf(firm('a', 'PK', ['6302'], ['1001']), firm('b', 'KZ', ['1001'], ['6302']))
    engine.upsert(firm('b', 'KZ', ['7403'], ['2523']))
    expect(engine.pairsOf('a')).toEqual([])
    engine.upsert(firm('b', 'KZ', ['1001'], []))
    expect(engine.pairsOf('a')).toHaveLength(1)
    expect(engine.remove('b')).toBe(true)
    expect(engine.pairsOf('a')).toEqual([])
    expect(engine.remove('b')).toBe(false)
  })

  it('takes the score apart into whole points that sum to it, and shows what the kinds of deal take away', () => {
    const engine = engineOf(
      firm('a', 'PK', ['6302'], ['1001'], { bringsKinds: ['training'], seeksKinds: ['port'] }),
      firm('b', 'KZ', ['1001'], ['6302'], { bringsKinds: ['goods'], seeksKinds: ['goods'] }),
    )
    const [pair] = engine.pairsOf('a')
    expect(pair?.points.reduce((sum, row) => sum + row.points, 0)).toBe(pair?.score)
    expect(pair?.points.find(row => row.signal === 'dealType')?.points).toBeLessThan(0)
  })
})
