import { describe, expect, it } from 'vitest'
import { likestFirst } from './likest-names'

const firms = (...names: (string | [string, string])[]) => names.map(name => (typeof name === 'string' ? { native: name, latin: null } : { native: name[0], latin: name[1] }))
const first = (typed: string, ...names: (string | [string, string])[]) => likestFirst(typed, firms(...names))[0]!.native

describe('the likest names first', () => {
  it('finds the firm by slips in every word', () => {
    expect(first('zolootoy kim meall', 'ТОО «Золотой Ким Молоко»', 'ТОО «Золотой Ким Металл»', 'АО «Золотой Марат Металл»')).toBe('ТОО «Золотой Ким Металл»')
    expect(first('traaz ayul injinirign', 'Тараз Әлия Инжиниринг', 'ЖШС «Тараз Айгүл Инжиниринг»')).toBe('ЖШС «Тараз Айгүл Инжиниринг»')
  })

  it('finds it by either of its spellings, in another script and another order of words', () => {
    expect(first('لیدر چناب', 'Chenab Logistics', ['Chenab Leather Works', 'چناب لیدر ورکس'])).toBe('Chenab Leather Works')
    expect(first('тери онтустик', 'Ontustik Tekstil', 'Ontustik Teri')).toBe('Ontustik Teri')
  })

  it('puts the name that is all that was typed before one that has more', () => {
    expect(first('Kasur Tannery', 'Kasur Tannery Chemicals International', 'Kasur Tannery')).toBe('Kasur Tannery')
  })

  it('keeps the order of names equally like, and lives with nothing', () => {
    expect(likestFirst('Altyn', firms('Altyn One', 'Altyn Two')).map(({ native }) => native)).toEqual(['Altyn One', 'Altyn Two'])
    expect(likestFirst('', firms('One', 'Two')).map(({ native }) => native)).toEqual(['One', 'Two'])
    expect(likestFirst('…', [])).toEqual([])
  })
})
