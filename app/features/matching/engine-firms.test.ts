import { describe, expect, it } from 'vitest'
import type { Listing } from '~/core/companies/profile'
import { toEngineFirm, type PublishedFirm } from './engine-firms'

const company = {
  id: 'a', country: 'KZ', corridors: [], ports: [], incoterms: [], workingLanguages: [], certificates: [], completeness: 50, updatedAt: '2026-11-01T00:00:00Z',
} as Partial<PublishedFirm['company']> as PublishedFirm['company']

function linksOf(listing: Partial<Listing>) {
  const whole = { id: '1', direction: 'brings', text: 'wool', kind: 'goods', concepts: [{ code: '5101', weight: 0.9 }], statedCode: null, confirmedCode: null, ...listing } as Listing
  return toEngineFirm({ company, listings: [whole] }).listings[0]?.links
}

describe('a firm as the engine wants it', () => {
  it('lets the engine read the words of a listing that was understood, or has a code', () => {
    expect(linksOf({})).toBeUndefined()
    expect(linksOf({ concepts: [], statedCode: '5101' })).toBeUndefined()
    expect(linksOf({ concepts: [], confirmedCode: '5101' })).toBeUndefined()
  })

  it('keeps "none of these": the words are not read again', () => {
    expect(linksOf({ concepts: [] })).toEqual([])
  })
})
