import { describe, expect, it } from 'vitest'

import { latinSpelling, nameKey } from './transliterate'

describe('a Latin spelling', () => {
  it('is offered for Russian and Kazakh names, the legal form last', () => {
    expect(latinSpelling('ТОО «Алатау Тері»')).toBe('Alatau Teri LLP')
    expect(latinSpelling('ҚазАстық ЖШС')).toBe('Qazastyq LLP')
  })
  it('of a Latin name is the name', () => expect(latinSpelling('Chenab Leather Works')).toBe('Chenab Leather Works'))
  it('is not guessed for Urdu, whose short vowels are not written', () => expect(latinSpelling('چناب لیدر ورکس')).toBeNull())
})

describe('the key of a name', () => {
  it('leaves legal forms, accents and signs out', () => expect(nameKey('Chénab Leather-Works (Pvt.) Ltd')).toBe('chenab leather works'))
  it('keeps a name that is nothing but legal forms', () => expect(nameKey('Private Limited')).toBe('private limited'))
})
