import { describe, expect, it } from 'vitest'

import { binCheckDigit } from '~/core/companies/registration-number'
import { makeI18n } from '~/i18n/i18n'
import { readForm } from '~/platform/forms.server'
import { companySchema } from './company.schema'
import { consentsSchema } from './consents.schema'
import { listingSchema } from './listing.schema'
import { personSchema } from './person.schema'
import { routeSchema } from './route.schema'
import { startSchema } from './start.schema'

const i18n = makeI18n('en', {})
const form = (fields: Record<string, string | string[]>) => {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) data.append(name, one)
  return data
}
const errorsOf = (reading: { ok: boolean; errors?: Record<string, string> }) => (reading.ok ? {} : reading.errors)

describe('the start', () => {
  it('wants a country and a language, each with its own sentence', () => expect(Object.keys(errorsOf(readForm(form({}), startSchema(i18n)))!)).toEqual(['country', 'language']))
  it('takes no country that is not at the table', () => expect(errorsOf(readForm(form({ country: 'UZ', language: 'ru' }), startSchema(i18n)))).toHaveProperty('country'))
})

describe('a company', () => {
  const read = (fields: Record<string, string>, kind: 'ntn' | 'bin' = 'ntn') => readForm(form(fields), companySchema(i18n, kind === 'bin' ? 'KZ' : 'PK', kind, 2026))
  const good = { nameNative: 'چناب', registrationNumber: '1234567', region: 'punjab' }
  it('tells all that is missing at once', () => expect(Object.keys(errorsOf(read({}))!).sort()).toEqual(['nameNative', 'region', 'registrationNumber']))
  it('reads Urdu digits, and a web address without its scheme', () =>
    expect(read({ ...good, registrationNumber: '۱۲۳-۴۵۶۷', foundedYear: '۱۹۹۸', website: 'chenab.pk' })).toMatchObject({ ok: true, value: { registrationNumber: '1234567', foundedYear: 1998, website: 'https://chenab.pk/' } }))
  it('says which rule a BIN breaks', () => {
    const bin = '11054001234'
    const wrong = bin + String((binCheckDigit(bin)! + 1) % 10)
    expect(errorsOf(read({ ...good, region: 'shymkent', registrationNumber: wrong }, 'bin'))).toEqual({ registrationNumber: expect.stringContaining('last digit') as string })
    expect(errorsOf(read({ ...good, region: 'shymkent', registrationNumber: '123' }, 'bin'))).toEqual({ registrationNumber: 'A BIN has 12 digits.' })
  })
  it('takes no region of the other country, no year to come, no scheme that runs', () => {
    expect(errorsOf(read({ ...good, region: 'shymkent' }))).toHaveProperty('region')
    expect(errorsOf(read({ ...good, foundedYear: '2027' }))).toHaveProperty('foundedYear')
    expect(errorsOf(read({ ...good, website: 'javascript:alert(1)' }))).toHaveProperty('website')
  })
})

describe('a person', () => {
  const read = (phone: string) => readForm(form({ name: 'Ayesha', roleTitle: 'Director', phone }), personSchema(i18n))
  it('may leave the phone out, or write it with signs and spaces', () => {
    expect(read('')).toMatchObject({ ok: true, value: { phone: '' } })
    expect(read('+92 (42) 111-22-33')).toMatchObject({ ok: true })
  })
  it('is asked again for a phone of words', () => expect(errorsOf(read('call me'))).toHaveProperty('phone'))
})

describe('a listing', () => {
  const read = (fields: Record<string, string>) => readForm(form({ text: 'wet blue', kind: 'goods', ...fields }), listingSchema(i18n))
  it('without an amount has no unit and no period', () => expect(read({ unit: 't', period: 'month' })).toMatchObject({ ok: true, value: { amount: null, unit: null, period: null, statedCode: null } }))
  it('reads the amount as written and cuts a code to six digits', () => expect(read({ amount: '1 200,5', unit: 'kg', period: 'year', statedCode: '4105.10.0000' })).toMatchObject({ ok: true, value: { amount: 1200.5, unit: 'kg', statedCode: '410510' } }))
  it('tells a bad amount and an unknown code at once', () => expect(Object.keys(errorsOf(read({ amount: 'much', statedCode: '7799' }))!)).toEqual(['amount', 'statedCode']))
})

describe('the route', () => {
  const schema = routeSchema(i18n, { corridors: ['air'], certificates: ['gmp'], languages: ['en', 'ur'] })
  it('needs a language alone', () => {
    expect(errorsOf(readForm(form({}), schema))).toHaveProperty('workingLanguages')
    expect(readForm(form({ workingLanguages: 'ur' }), schema)).toMatchObject({ ok: true, value: { workingLanguages: ['ur'], corridors: [] } })
  })
  it('leaves out what was never offered', () => expect(readForm(form({ workingLanguages: ['ur', 'tlh'], ports: ['karachi', 'mars'] }), schema)).toMatchObject({ ok: true, value: { workingLanguages: ['ur'], ports: ['karachi'] } }))
})

describe('consents', () => {
  it('matching and privacy are needed', () => expect(Object.keys(errorsOf(readForm(form({ show_name: 'yes' }), consentsSchema(i18n, 'ur')))!)).toEqual(['matching', 'privacy']))
  it('are recorded with their wording and language, the choices not taken too', () => {
    const reading = readForm(form({ matching: 'yes', privacy: 'yes' }), consentsSchema(i18n, 'ur'))
    expect(reading.ok && reading.value).toMatchObject([{ kind: 'matching', given: true, locale: 'ur' }, { kind: 'privacy', given: true }, { kind: 'direct_contact', given: false }, { kind: 'show_name', given: false }])
    expect(reading.ok && reading.value.every(consent => consent.wording.length > 20)).toBe(true)
  })
})
