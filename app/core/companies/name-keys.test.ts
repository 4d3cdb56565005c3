import { describe, expect, it } from 'vitest'
import { nameKey, nameSkeleton, searchKey } from './name-keys'

describe('company name keys', () => {
  it.each([
    ['ТОО «Шымкент Тері»', 'Shymkent Teri LLP'],
    ['ЖШС Шымкент Тері', 'shymkent teri'],
    ['АО "Алтын Дән"', 'JSC Altyn Dan'],
    ['Kasur Tannery (Pvt.) Ltd.', 'KASUR TANNERY'],
    ['Товарищество с ограниченной ответственностью «Береке»', 'Bereke LLP'],
    ['A & B Traders', 'A and B Traders'],
    ['Chénab Leather-Works (Pvt.) Ltd', 'chenab leather works'],
  ])('gives %s and %s one key', (a, b) => {
    expect(nameKey(a)).toBe(nameKey(b))
  })

  it.each([
    ['Kasur Leather Limited', 'کسور لیدر لمیٹڈ'],
    ['Karachi Steel', 'کراچی سٹیل'],
    ['Shymkent', 'شیمکنت'],
  ])('gives %s and %s skeletons that begin alike', (latin, urdu) => {
    expect(nameSkeleton(urdu).slice(0, 2)).toBe(nameSkeleton(latin).slice(0, 2))
  })

  it('lets a firm be found by either of its spellings', () => {
    expect(searchKey('ТОО «Қазақ Тері»', 'Qazaq Leather LLP')).toBe('kazak teri qazaq leather')
    expect(searchKey('Kasur Tannery')).toBe('kasur tannery')
  })

  it('leaves a name that is all legal form its words, and an empty one empty', () => {
    expect(nameKey('ТОО')).toBe('too')
    expect(nameKey('«»')).toBe('')
  })
})
