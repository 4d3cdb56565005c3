import { describe, expect, it } from 'vitest'

import { latinSpelling } from './latin-spelling'

describe('a Latin spelling', () => {
  it('is offered for Russian and Kazakh names, the legal form last', () => {
    expect(latinSpelling('ТОО «Алатау Тері»')).toBe('Alatau Teri LLP')
    expect(latinSpelling('ҚазАстық ЖШС')).toBe('Qazastyq LLP')
  })
  it.each(['Chenab Leather Works', 'Al-Noor Textiles (Pvt.) Limited'])('of a Latin name is the name: %s', name => expect(latinSpelling(name)).toBe(name))
  it('is not guessed for Urdu, whose short vowels are not written', () => expect(latinSpelling('چناب لیدر ورکس')).toBeNull())
})
