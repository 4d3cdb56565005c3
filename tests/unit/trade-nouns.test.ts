import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseDictionary } from '~/core/taxonomy/dictionary'
import { LANGUAGES } from '~/core/taxonomy/language'
import { buildLexicon } from '~/core/taxonomy/lexicon'
import { resolve } from '~/core/taxonomy/resolve'
import { readTermFiles } from '~/platform/dictionary.server'

const lexicon = buildLexicon(parseDictionary(readTermFiles()).dictionary)
const rows = readFileSync('tests/unit/trade-nouns.txt', 'utf8')
  .split('\n')
  .filter(line => line && !line.startsWith('#'))
  .map(line => line.split('|').map(cell => cell.trim()))

// The commonest goods and services, each by its bare noun: words of neighbouring headings ("copper parts", "gram flour") must not outrank the thing itself.
describe('a bare noun of the trade means its own heading first', () => {
  it.each(LANGUAGES.map((language, i) => ({ language, i })))('in $language', ({ i }) => {
    const asked = rows.filter(row => row[i + 1]).map(row => ({ headings: row[0]!.split(','), noun: row[i + 1]! }))
    const astray = asked
      .map(({ headings, noun }) => ({ headings, noun, read: resolve(lexicon, noun).concepts[0]?.code ?? 'nothing' }))
      .filter(({ headings, read }) => !headings.includes(read))
      .map(({ headings, noun, read }) => `${noun}: ${read}, not ${headings.join(' or ')}`)
    expect(asked.length).toBeGreaterThan(180)
    expect(astray).toEqual([])
  })
})
