import { expect, it } from 'vitest'

import { readAmount } from './amount'

it.each([
  ['500', 500],
  ['1 200,5', 1200.5],
  ['1,200', 1200],
  ['1,200,000.50', 1200000.5],
  ['۱۲۰۰', 1200],
  ['2.5', 2.5],
])('reads %s', (typed, amount) => expect(readAmount(typed)).toBe(amount))

it.each(['', '0', '-5', 'about 500', '1.2.3', '1e9'])('reads no amount out of "%s"', typed => expect(readAmount(typed)).toBeNull())
