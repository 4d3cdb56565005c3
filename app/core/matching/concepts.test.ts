import { describe, expect, it } from 'vitest'
import { parseTransforms } from '~/core/taxonomy/transforms'
import { CONCEPT_NUMBERS, conceptChapter, conceptCode, conceptId, isGoods, layValueChain } from './concepts'
import { beliefIn, conceptIn, entryOf, FULL } from './vector'

const CODES = ['0101', '4102', '9706', 'isic:01', 'isic:521', 'isic:5210', 'isic:9900', 'cpc:96', 'cpc:965', 'cpc:9651', 'cpc:96511', 'cpc:99999']

describe('numbered concepts', () => {
  it.each(CODES)('leads from %s to a number of its own and back', code => {
    expect(conceptCode(conceptId(code))).toBe(code)
    expect(conceptId(code)).toBeLessThan(CONCEPT_NUMBERS)
    expect(isGoods(conceptId(code))).toBe(!code.includes(':'))
  })

  it('keeps ISIC 5210 apart from the heading of the same digits, and takes a subheading for its heading', () => {
    expect(conceptId('isic:5210')).not.toBe(conceptId('5210'))
    expect(conceptId('410210')).toBe(conceptId('4102'))
    expect([conceptChapter(conceptId('0402')), conceptChapter(conceptId('isic:5210'))]).toEqual(['04', 'isic:52'])
  })

  it.each(CODES)('packs %s with a belief and unpacks both', code => {
    for (const share of [0, 0.25, 1, 1.5]) {
      const entry = entryOf(conceptId(code), share)
      expect([conceptIn(entry), beliefIn(entry)]).toEqual([conceptId(code), Math.min(1, share) * FULL])
      expect(Int32Array.of(entry)[0]).toBe(entry)
    }
  })

  it('counts a step of the value chain by the best of its deals', () => {
    const { transforms } = parseTransforms('4102 > 4105 | supply, processing-joint-venture | Tanning.')
    const chain = layValueChain(transforms.edges)
    expect(chain.outOf(4102)).toMatchObject([{ other: 4105, step: 35 }])
    expect(chain.into(4105)).toMatchObject([{ other: 4102, step: 35 }])
    expect(chain.outOf(4105)).toEqual([])
  })
})
