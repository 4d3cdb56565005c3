import { describe, expect, it } from 'vitest'

import { locales } from '~/core/locale'
import { formatDate, formatMonth } from './format.server'

describe('a date', () => {
  it('can close a sentence: it brings no dot of its own, in any language', () => {
    for (const locale of locales) for (const format of [formatDate, formatMonth]) expect(`${format(locale, '2026-12-06T07:00:00Z')}.`).not.toMatch(/\.\./)
    expect(formatDate('ru', '2026-12-06T07:00:00Z')).toBe('6 декабря 2026')
  })
})
