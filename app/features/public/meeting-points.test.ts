import { describe, expect, it } from 'vitest'

import type { Country } from '~/core/companies/country'
import type { Kind } from '~/core/companies/kinds'
import { cellOf, heatMapOf, meetingsOf, sectorSheetOf } from './meeting-points'
import type { Teaser } from './teaser'

const firm = (country: Country, listings: Array<[direction: 'brings' | 'seeks', kind: Kind, code: string | null]>): Teaser => ({
  id: `${country} ${JSON.stringify(listings)}`, country, region: null, sectors: [], isDemo: true, name: null,
  listings: listings.map(([direction, kind, code]) => ({ direction, kind, code, volume: 'medium', unit: 't' })),
})
const tanning = [{ from: '4102', to: '4105', deals: ['processing-joint-venture' as const], reason: '' }]

describe('where the two sides meet', () => {
  it('counts every pair of listings that mean the same heading and can become a deal', () => {
    const teasers = [firm('PK', [['brings', 'goods', '6203']]), firm('PK', [['brings', 'goods', '620342']]), firm('KZ', [['seeks', 'goods', '6203']])]
    expect(meetingsOf(teasers, [], 'PK')).toEqual([{ brought: '6203', sought: '6203', broughtKind: 'goods', soughtKind: 'goods', deal: 'supply', seeker: 'textiles', pairs: 2 }])
  })
  it('meets across one step of a value chain, in either direction of it', () => {
    const teasers = [firm('PK', [['brings', 'technology', '4105']]), firm('KZ', [['seeks', 'technology', '4102']])]
    expect(meetingsOf(teasers, tanning, 'PK')).toHaveLength(1)
    expect(meetingsOf(teasers, [], 'PK')).toHaveLength(0)
  })
  it('never meets within a country, nor what both bring', () => {
    expect(meetingsOf([firm('PK', [['brings', 'goods', '4102']]), firm('PK', [['seeks', 'goods', '4102']]), firm('KZ', [['brings', 'goods', '4102']])], [], 'PK')).toEqual([])
  })
  it('passes over kinds that cannot become a deal, and words that were not understood', () => {
    expect(meetingsOf([firm('PK', [['brings', 'port', '4102'], ['brings', 'goods', null]]), firm('KZ', [['seeks', 'labour', '4102']])], [], 'PK')).toEqual([])
  })
  it('shows the fullest rows and columns by sector, and knows its largest cell', () => {
    const teasers = [
      firm('PK', [['brings', 'goods', '6203'], ['brings', 'goods', '3004']]), firm('KZ', [['seeks', 'goods', '6203'], ['seeks', 'goods', '3004']]), firm('KZ', [['seeks', 'goods', '3004']]),
    ]
    const map = heatMapOf(meetingsOf(teasers, [], 'PK'), { rows: 1, columns: 1 })
    expect([map.rows, map.columns, map.most, cellOf(map, 'pharma', 'pharma'), cellOf(map, 'pharma', 'leather')]).toEqual([['pharma'], ['pharma'], 2, 2, 0])
  })
  it('puts what a firm seeks into the column of that firm’s own sector', () => {
    const mill: Teaser = { ...firm('KZ', [['seeks', 'goods', '8437']]), sectors: ['grain', 'food'] }
    const map = heatMapOf(meetingsOf([firm('PK', [['brings', 'goods', '8437']]), mill], [], 'PK'), { rows: 8, columns: 7 })
    expect([map.rows, map.columns]).toEqual([['machinery'], ['grain']])
  })
  it('keeps a sector’s page to its sector, with what must be in hand', () => {
    const teasers = [firm('PK', [['seeks', 'goods', '4102'], ['brings', 'goods', '3004']]), firm('KZ', [['brings', 'goods', '4102']])]
    const sheet = sectorSheetOf(teasers, { PK: meetingsOf(teasers, [], 'PK'), KZ: meetingsOf(teasers, [], 'KZ') }, 'leather')
    expect(sheet.firms).toEqual({ PK: 1, KZ: 1 })
    expect(sheet.sides.PK.seeks).toEqual([{ code: '4102', kinds: ['goods'], volumes: ['medium'], listings: 1 }])
    expect(sheet.sides.PK.brings).toEqual([])
    expect(sheet.prerequisites).toEqual(['veterinary_certificate'])
    expect(sheet.deals).toEqual(['supply'])
  })
})
