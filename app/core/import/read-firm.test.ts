import { describe, expect, it } from 'vitest'

import { guessMapping, type ImportField, type Mapping } from './fields'
import { readFirm } from './read-firm'
import { readListings } from './read-listings'
import { certificateCodes, readCertificate } from './words'

const good: Partial<Record<ImportField, string>> = { name: 'ТОО «Алтын Дән»', country: 'Казахстан', registration: '990140000007', city: 'г. Шымкент', brings: 'wheat', email: 'Info@Altyn.KZ', contact: 'Айгүл' }
function read(change: Partial<Record<ImportField, string>> = {}) {
  const row = { ...good, ...change }
  const fields = Object.keys(row) as ImportField[]
  const mapping: Mapping = Object.fromEntries(fields.map((field, i) => [field, i]))
  return readFirm(fields.map(field => row[field] ?? ''), mapping, { year: 2026 })
}
const wrongWith = (change: Partial<Record<ImportField, string>>) => read(change).wrong.map(({ field, problem }) => `${field} ${problem}`)

describe('a row', () => {
  it('is a firm: its number without dashes, its region told by its town, its Latin name and language worked out', () => {
    expect(read().firm).toMatchObject({
      country: 'KZ', nameNative: 'ТОО «Алтын Дән»', nameLatin: 'Altyn Dan LLP', nameLocale: 'kk', nameKey: 'altyn dan altyn dan', registrationKind: 'bin', registrationNumber: '990140000007', region: 'shymkent',
      locale: 'kk', contact: { name: 'Айгүл', email: 'info@altyn.kz' },
    })
  })

  it.each<[Partial<Record<ImportField, string>>, string]>([
    [{ name: '' }, 'name missing'], [{ country: '' }, 'country missing'], [{ country: 'India' }, 'country unknown'], [{ registration: '' }, 'registration missing'], [{ registration: '990140000008' }, 'registration number_check_digit'],
    [{ registration: '999940000007' }, 'registration number_date'], [{ registration: '9901' }, 'registration number_length'], [{ registration: '9.9014E+11' }, 'registration number_scientific'], [{ registration: 'BIN?' }, 'registration number_digits'],
    [{ city: 'Nowhere' }, 'region missing'], [{ region: 'Punjab' }, 'region unknown'], [{ brings: '' }, 'brings no_listing'], [{ brings: 'wheat [0099]' }, 'brings code'], [{ email: 'a@b' }, 'email email'], [{ phone: 'call us' }, 'phone phone'],
    [{ founded: '2030' }, 'founded year'], [{ employees: 'many' }, 'employees unknown'], [{ language: 'Klingon' }, 'language unknown'], [{ certificates: 'ISO 9001; nonsense' }, 'certificates unknown'], [{ website: 'no site' }, 'website website'],
    [{ name: 'الف لیدر' }, 'name needs_latin'], [{ name: 'a'.repeat(201) }, 'name too_long'], [{ corridors: 'the moon' }, 'corridors unknown'],
  ])('with %j is wrong: %s', (change, problem) => {
    expect(wrongWith(change)).toEqual([problem])
    expect(read(change).firm).toBeNull()
  })

  it('names every wrong cell, not only the first', () => {
    expect(wrongWith({ email: 'x', phone: 'y', founded: 'z' })).toEqual(['email email', 'phone phone', 'founded year'])
  })

  it('gets back the noughts that a spreadsheet took from its number', () => {
    expect(read({ registration: '10240000008' }).firm?.registrationNumber).toBe('010240000008')
    expect(read({ country: 'PK', registration: '1234567-8', city: 'Kasur' }).firm).toMatchObject({ registrationKind: 'ntn', registrationNumber: '12345678', region: 'punjab' })
    expect(read({ country: 'PK', registration: 'SECP 0012345', city: 'کراچی' }).firm).toMatchObject({ registrationKind: 'secp', registrationNumber: '0012345', region: 'sindh' })
  })

  it.each<[Partial<Record<ImportField, string>>, object]>([
    [{ registration: 'БИН 990140000007', website: 'n/a', phone: '-', employees: 'нет', founded: 'TBC' }, { registrationNumber: '990140000007' }],
    [{ name: 'M/s. Berg Mills' }, { nameNative: 'Berg Mills' }], [{ country: 'Rep. of Kazakhstan' }, { country: 'KZ' }],
    [{ region: 'ЮКО, Казахстан', city: '' }, { region: 'turkistan' }], [{ region: 'the south' }, { region: 'shymkent' }], [{ city: 'Kentau / Кентау' }, { region: 'turkistan' }],
    [{ founded: '1998 г.' }, { foundedYear: 1998 }], [{ founded: '1990-04-05' }, { foundedYear: 1990 }], [{ employees: 'более 500' }, { employeesBand: '250+' }], [{ employees: '1,200' }, { employeesBand: '250+' }],
    [{ employees: '~75' }, { employeesBand: '50-249' }], [{ employees: '20 - 60' }, { employeesBand: '10-49' }],
    [{ email: 'a@b.kz; sales@b.kz', phone: 'WhatsApp: +7 (701) 555-12-34 доб. 12' }, { contact: { email: 'a@b.kz', phone: '+7 (701) 555-12-34 12' } }],
  ])('is read as organizers write it: %j', (change, firm) => {
    expect(read(change)).toMatchObject({ wrong: [], firm })
  })

  it('without a number and with one cell is no firm, whatever the cell says', () => {
    expect(readFirm(['', 'second list', ''], { country: 0, name: 1, registration: 2 }, { year: 2026 }).wrong).toEqual([{ field: 'name', problem: 'no_firm', value: 'second list' }])
  })

  it('says nothing of what it leaves empty', () => {
    expect(Object.keys(read({ website: '', about: '', phone: '' }).firm ?? {})).not.toEqual(expect.arrayContaining(['website']))
    expect(read({ email: '' }).firm?.contact).toBeUndefined()
  })
})

describe('a certificate', () => {
  it('is known by the code that our own exports write', () => expect(certificateCodes.map(readCertificate)).toEqual([...certificateCodes]))
  it.each([['ISO 14001:2015', 'iso14001'], ['ISO-9001', 'iso9001'], ['ИСО 22000-2018', 'iso22000']])('%s is %s', (written, code) => expect(readCertificate(written)).toBe(code))
})

describe('the listings of a cell', () => {
  it('are divided by bars, lines or semicolons, with code, volume and kind where they stand', () => {
    expect(readListings('raw sheepskins [4102] (40 t/month) | training: tanning courses').listings).toEqual([
      { text: 'raw sheepskins', kind: 'goods', amount: 40, unit: 't', period: 'month', statedCode: '4102' }, { text: 'tanning courses', kind: 'training', amount: null, unit: null, period: null, statedCode: null },
    ])
    expect(readListings('пшеница; ячмень').listings.map(({ text }) => text)).toEqual(['пшеница', 'ячмень'])
    expect(readListings('• چاول\n• گندم').listings.map(({ text }) => text)).toEqual(['چاول', 'گندم'])
    expect(readListings('шерсть (1 200,5 т/год)').listings).toMatchObject([{ text: 'шерсть', amount: 1200.5, unit: 't', period: 'year' }])
  })
  it('twice the same is once', () => expect(readListings('wool | wool').listings).toHaveLength(1))
  it('are twenty at most', () => expect(readListings(Array.from({ length: 21 }, (_, i) => `thing ${i}`).join('|')).problem).toBe('too_many'))
})

describe('what columns mean', () => {
  it('is guessed from headings in four languages', () => {
    expect(guessMapping(['№', 'Наименование организации', 'БИН/ИИН', 'Город', 'Что предлагает', 'Что ищет', 'Контактное лицо', 'Эл. почта'])).toEqual({ name: 1, registration: 2, city: 3, brings: 4, seeks: 5, contact: 6, email: 7 })
    expect(guessMapping(['Company Name', 'NTN', 'Province', 'Offers', 'E-mail'])).toEqual({ name: 0, registration: 1, region: 2, brings: 3, email: 4 })
    expect(guessMapping(['Company', 'NTN / BIN', 'We offer', 'We need'])).toEqual({ name: 0, registration: 1, brings: 2, seeks: 3 })
    expect(guessMapping(['کمپنی کا نام', 'این ٹی این', 'شہر'])).toEqual({ name: 0, registration: 1, city: 2 })
    expect(guessMapping(['Компания атауы', 'БСН', 'Ұсынады'])).toEqual({ name: 0, registration: 1, brings: 2 })
  })
  it('is guessed from headings in two languages at once', () => {
    expect(guessMapping(['Name of Company / Название компании', 'NTN / БИН', 'E-mail(s)', 'Products\nПродукция'])).toEqual({ name: 0, registration: 1, email: 2, brings: 3 })
  })
  it('is what the forum said before, and nothing where it said so', () => {
    expect(guessMapping(['Company', 'Code'], { company: '', code: 'registration' })).toEqual({ registration: 1 })
  })
})
