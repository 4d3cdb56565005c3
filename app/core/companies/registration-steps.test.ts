import { describe, expect, it } from 'vitest'

import type { Company, Contact, Listing } from './profile'
import { firstUnfinished, lacking, type Progress, stepAfter, stepBefore } from './registration-steps'

const company = { nameNative: null, nameLatin: null, registrationNumber: null, region: null, workingLanguages: [] as string[], state: 'draft' } as unknown as Company
const contact = { name: 'ayesha', roleTitle: null } as unknown as Contact
const begun: Progress = { company, contact, listings: [] }
const named: Progress = { ...begun, company: { ...company, nameNative: 'چناب', nameLatin: 'Chenab', registrationNumber: '1234567', region: 'punjab' } }
const known: Progress = { ...named, contact: { ...contact, roleTitle: 'Manager' } }
const listing = (direction: 'brings' | 'seeks', confirmedCode: string | null = null) => ({ direction, confirmedCode }) as Listing
const routed = (progress: Progress): Progress => ({ ...progress, company: { ...progress.company, workingLanguages: ['ur'] } })

describe('somebody who comes back goes on', () => {
  it('at the start without a firm', () => expect(firstUnfinished(null)).toBe('start'))
  it('at the company when it is only begun', () => expect(firstUnfinished(begun)).toBe('company'))
  it('at the person while the name is only guessed from the address', () => expect(firstUnfinished(named)).toBe('person'))
  it('at what it brings, then at what it seeks', () => {
    expect(firstUnfinished(known)).toBe('brings')
    expect(firstUnfinished({ ...known, listings: [listing('brings')] })).toBe('seeks')
  })
  it('at what was understood, once both sides are told', () =>
    expect(firstUnfinished({ ...known, listings: [listing('brings'), listing('seeks')] })).toBe('understood'))
  it('at the route, once a meaning is confirmed, though nothing is sought', () =>
    expect(firstUnfinished({ ...known, listings: [listing('brings', '4105')] })).toBe('route'))
  it('at the check, when a listing that nobody understood had no code to confirm', () =>
    expect(firstUnfinished(routed({ ...known, listings: [listing('seeks')] }))).toBe('check'))
  it('at the check for ever after', () =>
    expect(firstUnfinished({ ...routed({ ...known, listings: [listing('brings', '4105')] }), company: { ...routed(known).company, state: 'validated' } })).toBe('check'))
})

describe('publishing', () => {
  it('lacks the first step that it needs', () => {
    expect(lacking(begun)).toBe('company')
    expect(lacking(known)).toBe('brings')
    expect(lacking({ ...known, listings: [listing('seeks')] })).toBe('route')
  })
  it('lacks nothing with one side told', () => expect(lacking(routed({ ...known, listings: [listing('seeks')] }))).toBeNull())
})

it('steps follow one another, and end at the check', () => {
  expect([stepAfter('start'), stepAfter('route'), stepAfter('check'), stepBefore('start'), stepBefore('company')]).toEqual(['company', 'check', 'check', null, 'start'])
})
