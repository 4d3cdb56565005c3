import { describe, expect, it } from 'vitest'

import { dayAfterMonths, endOf } from './listing-end'

describe('how long a listing holds', () => {
  it.each([
    ['2026-11-22', 1, '2026-12-22'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2027-11-30', 3, '2028-02-29'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2026-11-22', 12, '2027-11-22'],
  ])('from %s for %d months is until %s', (today, months, end) => expect(dayAfterMonths(today, months)).toBe(end))

  it.each([
    [null, 'none'],
    ['2026-11-21', 'over'],
    ['2026-11-22', 'soon'],
    ['2026-12-13', 'soon'],
    ['2026-12-14', 'none'],
  ] as const)('one that ends on %s, on 22 November: %s', (end, stands) => expect(endOf(end, '2026-11-22')).toBe(stands))
})
