import { describe, expect, it } from 'vitest'

import { gini } from './gini'

describe('how unequally suggestions are shared', () => {
  it('is nought for equal shares, for nobody and for nothing', () => {
    for (const shares of [[3, 3, 3], [], [0, 0]]) expect(gini(shares)).toBeCloseTo(0)
  })
  it('comes near one when one firm has all', () => {
    expect(gini([0, 0, 0, 12])).toBeCloseTo(0.75)
    expect(gini([...Array<number>(99).fill(0), 5])).toBeCloseTo(0.99)
  })
  it('minds neither order nor scale', () => {
    expect(gini([1, 2, 7])).toBeCloseTo(gini([70, 10, 20]))
  })
})
