import { describe, expect, it } from 'vitest'
import { parseDictionary } from './dictionary'
import { buildLexicon } from './lexicon'
import { resolve } from './resolve'

const TERMS = `
3004
en Medicines in doses | medicines; tablets; capsules
ru Лекарства | лекарства; таблетки

isic:4649
en Wholesale of household goods and medicines | medicine wholesale; pharmaceutical distributor; pharmacy supply service
ru Торговля лекарствами | оптовая торговля лекарствами

isic:1511
en Tanning service | tannery; toll tanning
ru Дубление кож | дубление кож; выделка шкур

4104
en Tanned hides | tanned cattle hides; crust hides; wet blue hides
ru Дублёные кожи | дублёные кожи; краст
`
const lexicon = buildLexicon(parseDictionary([{ name: 'terms.txt', text: TERMS }]).dictionary)
const first = (text: string) => resolve(lexicon, text).concepts[0]?.code

describe('goods and services', () => {
  it('reads a bare noun as goods, whoever else handles them', () => {
    expect(first('лекарства')).toBe('3004')
    expect(first('medicines wholesale')).toBe('3004')
    expect(first('crust hides')).toBe('4104')
  })

  it('reads a word of doing as the service', () => {
    expect(first('tannery')).toBe('isic:1511')
    expect(first('дубление кож')).toBe('isic:1511')
  })
})
