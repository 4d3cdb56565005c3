import { describe, expect, it } from 'vitest'
import { parseDictionary } from './dictionary'
import { HEADINGS } from './headings'
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

const MISTYPED = `
0708
en Peas | peas; garden peas; green peas; fresh peas; split peas

9999
en Pesos | pesoz

0802
kk Бадам | бадам; бадам жаңғағы

2106
ru БАД | бады; биологические добавки

8418
en Ice machines | ice cube maker; ice machine

2201
en Ice | ice; block ice; ice blocks

4107
en Leather | leather; upper leather

2501
en Salt | salt; rock salt; edible rock salt; rock salt lumps
ru Соль | соль; каменная соль

8474
en Mineral crushing machinery | crusher; stone crushing machine; crushing machine
ru Дробилки | дробилка; машина для дробления

2710
en Oils | machine oil; sewing machine oil
`
const mistyped = buildLexicon(parseDictionary([{ name: 'terms.txt', text: MISTYPED }]).dictionary)
const firstOf = (text: string) => resolve(mistyped, text).concepts[0]?.code

describe('a word that may stand for several', () => {
  it('is taken for the commoner of two that it is as much a slip of', () => {
    expect(firstOf('pesas')).toBe('0708')
  })

  it('is the word of the language that has it as it is written, not a cut form of another', () => {
    expect(firstOf('бадам')).toBe('0802')
    expect(firstOf('бады')).toBe('2106')
  })

  it('names a machine beside what it makes, and a firm beside other goods', () => {
    expect(firstOf('ice maker')).toBe('8418')
    expect(firstOf('leather maker')).toBe('4107')
  })

  it('is a machine where the text names one, whatever it works on, and not where a machine is what it is for', () => {
    expect(firstOf('rock salt crushing machines')).toBe('8474')
    expect(firstOf('машина для дробления каменной соли')).toBe('8474')
    expect(firstOf('rock salt')).toBe('2501')
    expect(firstOf('sewing machine oil')).toBe('2710')
    expect(firstOf('salt for machines')).toBe('2501')
  })
})

describe('phrases as like a text as each other', () => {
  const ORDERS = ['wooden carved boxes', 'carved wooden boxes', 'boxes carved wooden', 'boxes wooden carved', 'wooden boxes carved', 'carved boxes wooden']
  const alike = HEADINGS.slice(0, 90).map((code, i) => `${code}\nen Thing ${code} | ${ORDERS[i % ORDERS.length]}`)
  const others = HEADINGS.slice(90, 110).map((code, i) => `${code}\nen Other ${code} | ${i % 3 ? 'carved' : 'boxes'} number`)
  const crowded = buildLexicon(parseDictionary([{ name: 'terms.txt', text: [...alike, ...others].join('\n\n') }]).dictionary)

  it('vote in the order of the dictionary, however their sums are rounded', () => {
    expect(resolve(crowded, 'wooden', { top: 60 }).concepts.map(({ code }) => code)).toEqual(HEADINGS.slice(0, 60))
  })
})
