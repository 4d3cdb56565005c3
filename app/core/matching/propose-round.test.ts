import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { proposeRound, type RoundFirm, type RoundOffer, type RoundRules } from './propose-round'

const rules: RoundRules = { floor: 3, cap: 20, unansweredCap: 5, most: 5, leastScore: 0, round: 1 }
const firm = (id: string, more: Partial<RoundFirm> = {}): RoundFirm => ({ id, valid: true, reachable: true, introduced: 0, unanswered: 0, ...more })
const offer = (pk: string, kz: string, score = 60): RoundOffer => ({ match: `${pk}-${kz}`, pk, kz, score })
const whyOf = (firms: RoundFirm[], offers: RoundOffer[], change: Partial<RoundRules> = {}) =>
  Object.fromEntries(proposeRound(firms, offers, { ...rules, ...change }).short.map(({ id, why, count }) => [id, [why, count]]))

describe('a round', () => {
  it('never gives a firm more than its cap, its unanswered introductions and the round allow, nor a firm that may not be introduced anything', () => {
    const markets = fc.record({
      firms: fc.array(fc.record({ valid: fc.boolean(), reachable: fc.boolean(), introduced: fc.integer({ min: 0, max: 6 }), unanswered: fc.integer({ min: 0, max: 6 }) }), { minLength: 2, maxLength: 16 }),
      scores: fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 64, maxLength: 64 }),
      most: fc.integer({ min: 1, max: 5 }), cap: fc.integer({ min: 3, max: 8 }),
    })
    fc.assert(
      fc.property(markets, ({ firms, scores, most, cap }) => {
        const all = firms.map((facts, i) => firm(`${i % 2 ? 'k' : 'p'}${i}`, facts))
        const [pks, kzs] = [all.filter(({ id }) => id.startsWith('p')), all.filter(({ id }) => id.startsWith('k'))]
        const offers = pks.flatMap((pk, i) => kzs.map((kz, j) => offer(pk.id, kz.id, scores[(i * 8 + j) % 64])))
        const { pairs, short } = proposeRound(all, offers, { ...rules, most, cap })
        for (const one of all) {
          const got = pairs.filter(({ pk, kz }) => pk === one.id || kz === one.id).length
          if (got === 0) continue
          expect(one.valid && one.reachable).toBe(true)
          expect(got).toBeLessThanOrEqual(most)
          expect(one.introduced + got).toBeLessThanOrEqual(cap)
          expect(one.unanswered + got).toBeLessThanOrEqual(rules.unansweredCap)
        }
        // Whoever is valid stands at its floor, or among the short with a reason.
        for (const one of all.filter(({ valid }) => valid)) {
          const has = one.introduced + pairs.filter(({ pk, kz }) => pk === one.id || kz === one.id).length
          expect(short.some(({ id }) => id === one.id)).toBe(has < rules.floor)
        }
      }),
      { numRuns: 200 },
    )
  })

  it('serves the firm that has nothing before the star, and counts what a firm has had towards its floor', () => {
    const firms = [firm('star', { introduced: 3 }), firm('new'), firm('k1'), firm('k2')]
    const { pairs } = proposeRound(firms, [offer('star', 'k1', 95), offer('star', 'k2', 94), offer('new', 'k1', 40), offer('new', 'k2', 40)], { ...rules, floor: 1, most: 1 })
    expect(pairs.map(({ pk }) => pk)).toEqual(['star', 'new'])
    const scarce = proposeRound(firms.slice(0, 3), [offer('star', 'k1', 95), offer('new', 'k1', 40)], { ...rules, floor: 1, most: 1 })
    expect(scarce.pairs.map(({ pk }) => pk)).toEqual(['new'])
  })

  it('leaves pairs under the least score to an organizer’s eye', () => {
    expect(proposeRound([firm('p'), firm('k')], [offer('p', 'k', 49)], { ...rules, leastScore: 50 }).pairs).toEqual([])
  })

  it('says of each firm left short why, as data', () => {
    expect(whyOf([firm('p', { reachable: false }), firm('k', { valid: false })], [offer('p', 'k')])).toEqual({ p: ['unreachable', 0] })
    expect(whyOf([firm('p', { introduced: 0, unanswered: 5 })], [])).toEqual({ p: ['unanswered', 5] })
    expect(whyOf([firm('p')], [])).toEqual({ p: ['no_counterparts', 0] })
    expect(whyOf([firm('p'), firm('k', { valid: false }), firm('l', { valid: false })], [offer('p', 'k'), offer('p', 'l')])).toEqual({ p: ['counterparts_not_validated', 2] })
    expect(whyOf([firm('p'), firm('k', { reachable: false, introduced: 3 })], [offer('p', 'k')])).toEqual({ p: ['counterparts_unreachable', 1] })
    expect(whyOf([firm('p'), firm('k', { introduced: 5, unanswered: 5 })], [offer('p', 'k')])).toEqual({ p: ['counterparts_unanswered', 1] })
    expect(whyOf([firm('p'), firm('k', { introduced: 3 })], [offer('p', 'k', 30)], { leastScore: 50 })).toEqual({ p: ['low_scores', 1] })
    expect(whyOf([firm('p'), firm('k', { introduced: 3 })], [offer('p', 'k')])).toEqual({ p: ['few_counterparts', 1] })
    expect(whyOf([firm('p'), firm('q'), firm('k', { introduced: 19 })], [offer('p', 'k', 40), offer('q', 'k', 90)], { floor: 1 })).toEqual({ p: ['counterparts_taken', 1] })
  })
})
