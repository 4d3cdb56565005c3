import { describe, expect, it } from 'vitest'
import { readFirms } from './read-firms'

const HEAD = 'id,name,country,brings,seeks,brings_kinds,seeks_kinds,languages,corridors,capacity\n'

describe('a file of firms', () => {
  it('has listings divided by bars, with or without a code, and kinds, languages, corridors and a capacity', () => {
    expect(readFirms(`${HEAD}1,Steppe,KZ,raw sheepskins [4102] | wool,lorries [ISIC:4923],goods;training,transport,RU;en,uzbekistan,"12,5 t"\n`)).toEqual([
      {
        id: '1', name: 'Steppe', country: 'KZ', bringsKinds: ['goods', 'training'], seeksKinds: ['transport'], languages: ['ru', 'en'], corridors: ['uzbekistan'],
        listings: [
          { id: 'brings-1', direction: 'brings', text: 'raw sheepskins', statedCode: '4102', volume: { amount: 12.5, unit: 't' } },
          { id: 'brings-2', direction: 'brings', text: 'wool', volume: { amount: 12.5, unit: 't' } },
          { id: 'seeks-1', direction: 'seeks', text: 'lorries', statedCode: 'isic:4923', volume: { amount: 12.5, unit: 't' } },
        ],
      },
    ])
  })

  it('may hold bars, commas and breaks in quotes, a byte-order mark, and columns of its own', () => {
    const [firm] = readFirms('\uFEFFseeks,ours,id,country,brings,name\n"wool, washed",x,7,PK,"a\nb","A ""B"""\n')
    expect(firm).toMatchObject({ id: '7', name: 'A "B"', listings: [{ text: 'a\nb' }, { text: 'wool, washed' }] })
  })

  it.each([
    ['id,name,country,brings\n', 'row 1, column seeks: the column is missing'],
    ['id,name,country,brings,seeks,id\n', 'row 1, column id: the column stands twice'],
    [`${HEAD},A,KZ,wool,rice\n`, 'row 2, column id: is empty'],
    [`${HEAD}1,A,KZ,wool,rice\n1,B,PK,rice,wool\n`, 'row 3, column id: "1" stands twice'],
    [`${HEAD}1,A,UZ,wool,rice\n`, 'row 2, column country: is "UZ", not PK or KZ'],
    [`${HEAD}1,A,KZ,wool [0000],rice\n`, 'row 2, column brings: [0000] is not a heading of HS 2022 or a service class'],
    [`${HEAD}1,A,KZ,wool,rice,magic\n`, 'row 2, column brings_kinds: "magic" is not a kind'],
    [`${HEAD}1,A,KZ,wool,rice,,,fr\n`, 'row 2, column languages: "fr" is not en, ru, kk or ur'],
    [`${HEAD}1,A,KZ,wool,rice,,,,,much\n`, 'row 2, column capacity: "much" is not an amount and a unit, such as 500 t'],
    ['id,name,country,brings,seeks\n1,A,KZ,wool,rice,more\n', 'row 2, column 6: 6 cells under 5 headings'],
  ])('is refused with row and column (%#)', (text, message) => {
    expect(() => readFirms(text)).toThrow(message)
  })
})
