import { describe, expect, it } from 'vitest'

import { readEdges, readLexicon } from '~/platform/dictionary.server'
import { scoreExample } from './example-pair'

describe('the example of the landing page', () => {
  const pair = scoreExample(readLexicon(), readEdges())

  it('is a good pair, from which both sides gain', () => {
    expect(pair.reciprocal).toBe(true)
    expect(pair.score).toBeGreaterThanOrEqual(60)
  })

  it('is taken apart into points that sum to its score', () => {
    expect(pair.points.reduce((sum, row) => sum + row.points, 0)).toBe(pair.score)
  })

  it('hides nothing that speaks against it: the two share no language', () => {
    expect(pair.reasons).toContainEqual({ type: 'languages', shared: [] })
  })
})
