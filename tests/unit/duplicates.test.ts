import { describe, expect, it } from 'vitest'

import { kazakhFirms } from '~/commands/demo/firms-kz'
import { pakistaniFirms } from '~/commands/demo/firms-pk'
import { demoRegistration } from '~/commands/demo/make-firm'
import { DuplicateIndex } from '~/core/companies/duplicate-index'
import { likenessOf, readyFirm, type FirmTraces } from '~/core/companies/duplicates'
import { variantsOf } from '../support/name-variants'

const demonstration: FirmTraces[] = (['PK', 'KZ'] as const).flatMap(country =>
  (country === 'PK' ? pakistaniFirms : kazakhFirms).map((firm, place) => ({
    id: `${country}-${place}`, country, names: [firm.name[0], firm.name[1]], registrations: [demoRegistration(country, place).number],
    emails: [`${firm.name[1].toLowerCase().replace(/[^a-z0-9]+/g, '-')}@demo.dastarkhan.example`.replace(/@.*/, `@firm-${place}.example`)], region: firm.place[0], city: firm.place[1],
  })),
)
const filled = () => {
  const index = new DuplicateIndex()
  for (const firm of demonstration) index.put(firm)
  return index
}

describe('likely the same firm', () => {
  it('flags no pair of different firms of the demonstration, with numbers or without', () => {
    const named = new Map(demonstration.map(firm => [firm.id, firm.names.join(' / ')]))
    const flaggedIn = (index: DuplicateIndex) => [...index.pairs()].map(pair => `${named.get(pair.one)} = ${named.get(pair.other)} (${pair.reasons.join(', ')})`)
    expect(flaggedIn(filled())).toEqual([])
    const unnumbered = new DuplicateIndex()
    for (const firm of demonstration) unnumbered.put({ ...firm, registrations: [], emails: [] })
    expect(flaggedIn(unnumbered)).toEqual([])
  })

  it('finds at least 95 in 100 of the spellings a firm may come back with, and its own firm first', () => {
    const index = filled()
    const missed: string[] = []
    let tried = 0
    for (const firm of demonstration)
      for (const { kind, name } of variantsOf(firm.names[0]!, firm.names[1]!, firm.country)) {
        tried++
        const [first] = index.like({ id: 'again', country: firm.country, names: [name], registrations: [], city: firm.city, region: firm.region })
        if (first?.id !== firm.id) missed.push(`${kind}: ${name} (${firm.names.join(' / ')})`)
      }
    expect(tried).toBeGreaterThan(500)
    if (missed.length / tried > 0.05) expect(missed).toEqual([])
  })

  const firm = (names: string[], more: Partial<FirmTraces> = {}): FirmTraces => ({ id: names.join(), country: 'KZ', names, registrations: [], ...more })
  const flagged = (a: FirmTraces, b: FirmTraces) => likenessOf(readyFirm(a), readyFirm(b))?.reasons ?? []

  it.each([
    ['ТОО «Шымкент Тері»', 'Shymkent Teri LLP'],
    ['Kasur Tannery (Pvt) Ltd', 'KASUR TANNERY'],
    ['کسور ٹینری لمیٹڈ', 'Kasur Tannery Limited'],
    ['ЖШС «Алтын Дән»', 'ТОО Алтын Дан'],
    ['Sialkot Gloves & Garments', 'Sialkot Gloves and Garments (SMC-Private) Limited'],
  ])('says that %s is %s where nothing speaks against it', (a, b) => {
    expect(flagged(firm([a], { city: 'X' }), firm([b], { city: 'X' })).some(reason => reason === 'name' || reason === 'near_name')).toBe(true)
  })

  it.each([
    ['Alatau Agro 1', 'Alatau Agro 2'], ['Kasur Leather Works', 'Kasur Leather Traders'], ['Rahim Textile Mills', 'Rahim Trading'], ['Almaty Grain', 'Almaty Metal'], ['Nur Logistics', 'Nur Agro'],
  ])('keeps %s and %s apart in one town', (a, b) => {
    expect(flagged(firm([a], { city: 'Almaty' }), firm([b], { city: 'Almaty' }))).toEqual([])
  })

  it('takes one number for one firm, with or without the check digit of an NTN', () => {
    const pk = (name: string, number: string) => firm([name], { country: 'PK', registrations: [number] })
    expect(flagged(pk('Ravi Hides', '1234567-8'), pk('Other Name', '1234567'))).toEqual(['registration'])
  })

  it('lets two numbers of one name stand, unless they share an address or a town', () => {
    const [a, b] = [firm(['Береке'], { registrations: ['990140000015'], city: 'Almaty' }), firm(['Bereke LLP'], { registrations: ['990140000074'], city: 'Aktobe' })]
    expect(flagged(a, b)).toEqual([])
    expect(flagged(a, { ...b, city: 'Алматы' })).toEqual(['name', 'city'])
    expect(flagged({ ...a, emails: ['info@bereke.kz'] }, { ...b, emails: ['sales@bereke.kz'] })).toEqual(['name', 'mail_domain'])
  })

  it('makes nothing of a mail host that everybody uses', () => {
    expect(flagged(firm(['Rahim Textile Mills'], { emails: ['a@gmail.com'] }), firm(['Rahim Trading'], { emails: ['b@gmail.com'] }))).toEqual([])
  })

  it('knows firms of two countries apart', () => {
    expect(flagged(firm(['Steppe']), firm(['Steppe'], { country: 'PK' }))).toEqual([])
  })

  it('forgets a firm that is taken away', () => {
    const index = filled()
    const gone = demonstration[0]!
    index.remove(gone.id)
    expect(index.like({ ...gone, id: 'again' })).toEqual([])
    expect(index.size).toBe(demonstration.length - 1)
  })
})
