import { expect, it } from 'vitest'

import { prerequisitesOf, sectorOf, sectorsOf, sectorSlug } from './sectors'

it.each([
  ['4102', 'leather'], ['410210', 'leather'], ['1001', 'grain'], ['0713', 'grain'], ['0702', 'food'], ['2710', 'oil_gas'], ['2701', 'energy'], ['3902', 'petrochemicals'],
  ['9018', 'pharma'], ['8603', 'railways'], ['isic:5229', 'logistics'], ['isic:6201', 'digital'], ['isic:3315', 'railways'], ['isic:3312', 'machinery'], ['isic:7500', 'veterinary'],
] as const)('%s belongs to %s', (code, sector) => expect(sectorOf(code)).toBe(sector))
it('training, banks and works of art belong to no sector', () => expect(['isic:8549', 'isic:6419', '9701', 'cpc:92900'].map(sectorOf)).toEqual([null, null, null, null]))
it('a firm’s sectors come by how often, ties by the forum’s order', () => expect(sectorsOf(['1001', '4102', '4104', '8433', '9701'])).toEqual(['leather', 'grain', 'veterinary']))
it('names what must be in hand before goods cross the border', () => {
  expect(prerequisitesOf('4102')).toEqual(['veterinary_certificate'])
  expect(prerequisitesOf('3004')).toEqual(['drug_registration_gmp'])
  expect(prerequisitesOf('isic:6419')).toEqual([])
  expect(prerequisitesOf('isic:6499')).toEqual(['virtual_asset_licence'])
})
it('has an address without underscores', () => expect(sectorSlug('oil_gas')).toBe('oil-gas'))
