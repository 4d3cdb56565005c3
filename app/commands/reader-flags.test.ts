import { readdirSync, readFileSync } from 'node:fs'

import { expect, it } from 'vitest'

import { flagCatalogue, flaggedTerms } from './reader-flags'

const glossary = '| English | Urdu |\n| the desk ⚑ | ڈیسک |\n| listing (on screens also: line) ⚑ | اندراج |\n| claimed · documented ⚑ | x |\n| contract | معاہدہ |\n'
const terms = flaggedTerms(glossary)
const entry = (id: string, comment = '') => `${comment}#. js-lingui-explicit-id\n#: app/x.tsx\nmsgid "${id}"\nmsgstr "…"`

it('takes from the glossary what it marks, and nothing else', () => {
  expect(terms.map(term => term.name)).toEqual(['desk', 'listing', 'claimed', 'documented'])
  expect(flaggedTerms(readFileSync('docs/glossary.md', 'utf8')).length).toBeGreaterThan(5)
})

it('flags the entries that use a marked word, in the singular and the plural, and no others', () => {
  const flagged = flagCatalogue([entry('Two listings at the Desk'), entry('A contract'), entry('undocumented')].join('\n\n'), terms)
  expect(flagged).toBe([entry('Two listings at the Desk', '# ⚑ desk, listing\n'), entry('A contract'), entry('undocumented')].join('\n\n'))
})

it('run again changes nothing, takes back a flag whose word has gone, and leaves what a translator wrote', () => {
  const once = flagCatalogue(entry('A listing', '# short, for a button\n'), terms)
  expect(once).toContain('# ⚑ listing\n# short, for a button\n')
  expect(flagCatalogue(once, terms)).toBe(once)
  expect(flagCatalogue(once, [])).toBe(entry('A listing', '# short, for a button\n'))
})

it.each(readdirSync('app/i18n/locales/ur').filter(name => name.endsWith('.po')))('touches nothing but comments in %s', name => {
  const catalogue = readFileSync(`app/i18n/locales/ur/${name}`, 'utf8')
  const bare = (text: string) => text.split('\n').filter(line => !line.startsWith('# ⚑ '))
  expect(bare(flagCatalogue(catalogue, flaggedTerms(readFileSync('docs/glossary.md', 'utf8'))))).toEqual(bare(catalogue))
})
