import { describe, expect, it } from 'vitest'

import { regions } from '~/core/companies/country'
import { readRegistrationNumber } from '~/core/companies/registration-number'
import { kazakhFirms } from './firms-kz'
import { pakistaniFirms } from './firms-pk'
import { demoRegistration, readDemoListing } from './make-firm'

describe('the demonstration', () => {
  it('has 64 firms or more, half of each country', () => {
    expect(pakistaniFirms.length).toBe(kazakhFirms.length)
    expect(pakistaniFirms.length).toBeGreaterThanOrEqual(32)
  })
  it.each([...pakistaniFirms, ...kazakhFirms].map(firm => [firm.name[1], firm] as const))('describes %s in the form', (_, firm) => {
    for (const line of [...firm.brings, ...firm.seeks]) expect(readDemoListing(line).text.length).toBeGreaterThan(2)
    expect([...regions.PK, ...regions.KZ]).toContain(firm.place[0])
  })
  it('gives every firm a registration number of its own that is valid', () => {
    const numbers = kazakhFirms.map((_, i) => demoRegistration('KZ', i)).concat(pakistaniFirms.map((_, i) => demoRegistration('PK', i)))
    for (const { kind, number } of numbers) expect(readRegistrationNumber(kind, number)).toEqual({ ok: true, number })
    expect(new Set(numbers.map(({ number }) => number)).size).toBe(numbers.length)
  })
})
