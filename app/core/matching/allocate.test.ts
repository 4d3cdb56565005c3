import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allocate, giniOf, type Allocation, type Offer } from './allocate'

function counts({ pairs }: Allocation): Map<string, number> {
  const got = new Map<string, number>()
  for (const { pk, kz } of pairs) for (const id of [pk, kz]) got.set(id, (got.get(id) ?? 0) + 1)
  return got
}

/** Markets of random size, where each possible pair is offered with some chance. */
const markets = (most: number, least = 1) =>
  fc
    .record({
      pks: fc.integer({ min: least, max: most }), kzs: fc.integer({ min: least, max: most }), density: fc.integer({ min: 10, max: 100 }), seed: fc.integer({ min: 1, max: 1e9 }),
    })
    .map(({ pks, kzs, density, seed }) => {
      let state = seed
      const next = (below: number) => (state = (state * 48271) % 2147483647) % below
      return Array.from({ length: pks * kzs }, (_, i): Offer => ({ pk: `p${i % pks}`, kz: `k${Math.floor(i / pks)}`, score: 1 + next(100) })).filter(() => next(100) < density)
    })
const rules = fc.record({ floor: fc.integer({ min: 0, max: 3 }), more: fc.integer({ min: 1, max: 4 }) }).map(({ floor, more }) => ({ floor, cap: floor + more }))

describe('sharing attention out', () => {
  it('caps a star, and serves the others with what it leaves', () => {
    const offers = Array.from({ length: 10 }, (_, i) => ({ pk: `p${i}`, kz: 'star', score: 90 - i }))
      .concat(Array.from({ length: 10 }, (_, i) => ({ pk: `p${i}`, kz: 'modest', score: 40 })))
    const allocation = allocate(offers, { floor: 1, cap: 6 })
    expect(counts(allocation).get('star')).toBe(6)
    expect(allocation.short).toEqual([])
    expect(allocation.coverage).toBe(1)
  })

  it('says who is short and why', () => {
    const { short } = allocate([{ pk: 'a', kz: 'b', score: 50 }], { floor: 3, cap: 20 })
    expect(short).toEqual([{ id: 'a', got: 1, why: 'few counterparts' }, { id: 'b', got: 1, why: 'few counterparts' }])
  })

  it('keeps the cap always, however it is reached', () => {
    fc.assert(
      fc.property(markets(14), rules, (offers, { floor, cap }) => {
        const exact = allocate(offers, { floor, cap })
        const greedy = allocate(offers, { floor, cap }, 0)
        for (const count of [...counts(exact).values(), ...counts(greedy).values()]) expect(count).toBeLessThanOrEqual(cap)
      }),
      { numRuns: 150 },
    )
  })

  it.each([1, 2, 3])('comes, greedily, within three in a hundred of the exact optimum (market %i)', seed => {
    const [offers] = fc.sample(markets(60, 50), { numRuns: 1, seed })
    const exact = allocate(offers!, { floor: 3, cap: 8 }, Infinity)
    const greedy = allocate(offers!, { floor: 3, cap: 8 }, 0)
    expect(greedy.total).toBeGreaterThanOrEqual(0.97 * exact.total)
    expect(greedy.short.length).toBeLessThanOrEqual(exact.short.length)
  })

  it('gives the same whatever the order of the offers, and turns equals by the round', () => {
    const offers = Array.from({ length: 8 }, (_, i) => ({ pk: `p${i}`, kz: 'k', score: 50 }))
    const once = allocate(offers, { floor: 0, cap: 3 })
    expect(allocate([...offers].reverse(), { floor: 0, cap: 3 }).pairs).toEqual(once.pairs)
    const rounds = Array.from({ length: 12 }, (_, round) => allocate(offers, { floor: 0, cap: 3, round }).pairs.map(({ pk }) => pk))
    expect(new Set(rounds.flat()).size).toBeGreaterThan(5)
  })

  it('measures inequality', () => {
    expect(giniOf(Int32Array.of(4, 4, 4))).toBe(0)
    expect(giniOf(Int32Array.of(0, 0, 9))).toBeCloseTo(2 / 3)
  })
})
