import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'

import { toCsv } from './csv'

describe('a table for a spreadsheet', () => {
  it('begins with the mark that tells Excel its letters', () => {
    expect(toCsv(['a'], []).charCodeAt(0)).toBe(0xfeff)
  })
  it('lets no cell be a formula', () => {
    for (const evil of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1']) expect(toCsv(['a'], [[evil]])).toContain(`'${evil}`)
    expect(toCsv(['a'], [[-5]])).toContain('\r\n-5\r\n')
  })
  it('is read back as it was, commas, quotes, lines and every script', () => {
    const rows = [['a, b', 'say "yes"', 'two\nlines'], ['Қостанай', 'چمڑا', '']]
    expect(Papa.parse(toCsv(['x', 'y', 'z'], rows).slice(1), { skipEmptyLines: true }).data).toEqual([['x', 'y', 'z'], ...rows])
  })
})
