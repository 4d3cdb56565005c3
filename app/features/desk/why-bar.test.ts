import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { SIGNALS } from '~/core/matching/types'
import { barOf, signed } from './why-bar'

describe('why a score', () => {
  it('ends at the score, and its parts sum to it', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 14 }), { minLength: 8, maxLength: 8 }), fc.integer({ min: -10, max: 0 }), (gains, loss) => {
        const points = SIGNALS.map((signal, i) => ({ signal, points: signal === 'dealType' ? loss : gains[i]! }))
        const score = points.reduce((sum, row) => sum + row.points, 0)
        fc.pre(score >= 0 && score <= 100)
        const bar = barOf(points, signal => signal)
        expect(bar.reduce((sum, segment) => sum + segment.points, 0)).toBe(score)
        const losses = bar.filter(segment => segment.negative)
        const end = losses.length ? losses.at(-1)!.start : Math.max(0, ...bar.map(segment => segment.start + segment.width))
        expect(end).toBe(score)
      }),
    )
  })
  it('writes a true minus', () => {
    expect([38, -4, 0].map(signed)).toEqual(['+38', '−4', '0'])
  })
})
