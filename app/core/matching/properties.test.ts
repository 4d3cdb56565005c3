import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { KINDS } from '~/core/companies/kinds'
import { parseTransforms } from '~/core/taxonomy/transforms'
import { createEngine, type Engine } from './engine'
import { SIZE_BANDS, type EngineFirm, type EngineListing } from './types'

const CODES = ['4101', '4102', '4105', '4107', '4112', '1001', '1101', '1905', '5201', '5205', '7403', '8703', 'isic:4923', 'isic:5224']
const { transforms } = parseTransforms(
  '4102 > 4105 | processing-joint-venture | Tanning.\n4105 > 4112 | technology-transfer | Finishing.\n1001 > 1101 | processing-joint-venture | Milling.\n5201 > 5205 | supply | Spinning.',
)

const links = fc.uniqueArray(fc.record({ code: fc.constantFrom(...CODES), weight: fc.double({ min: 0.02, max: 0.5, noNaN: true }) }), { maxLength: 3, selector: link => link.code })
const listing = fc.record({
  id: fc.uuid(), direction: fc.constantFrom('brings' as const, 'seeks' as const), text: fc.string({ maxLength: 12 }), links,
  kind: fc.option(fc.constantFrom(...KINDS), { nil: undefined }),
  volume: fc.option(fc.record({ amount: fc.double({ min: 0, max: 1e6, noNaN: true }), unit: fc.constantFrom('t', 'pcs') }), { nil: undefined }),
}) satisfies fc.Arbitrary<EngineListing>
const some = <T>(...values: T[]) => fc.option(fc.subarray(values), { nil: undefined })
const firmWith = (id: string) =>
  fc.record({
    id: fc.constant(id), country: fc.constant(Number(id) % 2 ? ('KZ' as const) : ('PK' as const)), listings: fc.array(listing, { maxLength: 5 }),
    languages: some('en', 'ru', 'kk', 'ur'), corridors: some('kz-tm-af-pk', 'kz-uz-af-pk'), ports: some('karachi', 'gwadar'), certificates: some('halal', 'veterinary', 'gmp'),
    size: fc.option(fc.constantFrom(...SIZE_BANDS), { nil: undefined }), completeness: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined }),
    updatedAt: fc.option(fc.integer({ min: 19_000, max: 21_000 }), { nil: undefined }),
  }) satisfies fc.Arbitrary<EngineFirm>
const worlds = fc.tuple(...Array.from({ length: 10 }, (_, i) => firmWith(String(i))))

function engineOf(firms: Iterable<EngineFirm>): Engine {
  const engine = createEngine({ linkListing: () => [], transforms: transforms.edges, today: 20_800 })
  for (const firm of firms) engine.upsert(firm)
  return engine
}

const everything = (engine: Engine) => [...engine.allPairs(5)]

describe('for any firms', () => {
  it('keeps scores in 0…100, makes points sum to them, and never pairs a firm with itself or its own country', () => {
    fc.assert(fc.property(worlds, firms => {
      for (const { id, pairs } of everything(engineOf(firms)))
        for (const pair of pairs) {
          expect(pair.score).toBeGreaterThanOrEqual(0)
          expect(pair.score).toBeLessThanOrEqual(100)
          expect(pair.points.reduce((sum, row) => sum + row.points, 0)).toBe(pair.score)
          const product = pair.points.find(row => row.signal === 'product')!.points
          const told = pair.reasons.flatMap(reason => (reason.type === 'listing' ? reason.points : []))
          if (told.length) expect(told.reduce((sum, points) => sum + points, 0)).toBe(product)
          expect(Number(pair.partner) % 2).not.toBe(Number(id) % 2)
        }
    }), { numRuns: 60 })
  })

  it('scores a pair alike from either side', () => {
    fc.assert(fc.property(worlds, firms => {
      const engine = engineOf(firms)
      for (const { id, pairs } of everything(engine)) for (const pair of pairs) expect(engine.pair(pair.partner, id)).toEqual(engine.pair(id, pair.partner))
    }), { numRuns: 40 })
  })

  it('does not depend on the order in which firms came', () => {
    fc.assert(fc.property(worlds.chain(firms => fc.tuple(fc.constant(firms), fc.shuffledSubarray([...firms], { minLength: firms.length }))), ([firms, shuffled]) => {
      expect(everything(engineOf(shuffled))).toEqual(everything(engineOf(firms)))
    }), { numRuns: 40 })
  })

  it('is, after any history of edits and removals, exactly what a rebuilt engine is', () => {
    const history = fc.array(fc.oneof(fc.integer({ min: 0, max: 9 }).chain(i => firmWith(String(i))), fc.integer({ min: 0, max: 9 }).map(String)), { maxLength: 30 })
    fc.assert(fc.property(worlds, history, (firms, steps) => {
      const engine = engineOf(firms)
      const last = new Map<string, EngineFirm>(firms.map(firm => [firm.id, firm]))
      for (const step of steps) {
        if (typeof step === 'string') {
          engine.remove(step)
          last.delete(step)
        } else {
          engine.upsert(step)
          last.set(step.id, step)
        }
      }
      expect(everything(engine)).toEqual(everything(engineOf(last.values())))
    }), { numRuns: 60 })
  })

  it('never brings back a rejected pair, and leaves the rest as it was', () => {
    fc.assert(fc.property(worlds, firms => {
      const engine = engineOf(firms)
      const before = everything(engine)
      const first = before.find(({ pairs }) => pairs.length)?.pairs[0]
      if (!first) return
      engine.reject(first.pk, first.kz)
      for (const { id, pairs } of before) {
        const left = pairs.filter(pair => pair.pk !== first.pk || pair.kz !== first.kz).map(({ rank: _, ...pair }) => pair)
        expect(engine.pairsOf(id, 5).map(({ rank: _, ...pair }) => pair).slice(0, left.length)).toEqual(left)
      }
    }), { numRuns: 40 })
  })

  it('tells nobody anything new when a firm comes that has nothing to do with anyone', () => {
    fc.assert(fc.property(worlds, firms => {
      const engine = engineOf(firms)
      const before = everything(engine)
      const stranger: EngineFirm = { id: 'z', country: 'KZ', listings: [{ id: 'a', direction: 'brings', text: 'x', links: [{ code: '9706', weight: 1 }] }] }
      engine.upsert(stranger)
      expect(everything(engine).filter(({ id }) => id !== 'z')).toEqual(before)
    }), { numRuns: 40 })
  })
})
