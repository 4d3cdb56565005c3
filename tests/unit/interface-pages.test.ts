import type { RouteConfigEntry } from '@remix-run/route-config'
import { expect, it } from 'vitest'

import routes from '~/routes'
import { deskPages, lightPages, withoutPage } from '../e2e/interface/pages'

/** Every address of the product that answers by itself: layouts answer through their index. */
function addressesOf(entries: readonly RouteConfigEntry[], above = ''): string[] {
  return entries.flatMap(entry => {
    const path = [above, entry.path ?? ''].filter(Boolean).join('/')
    const own = entry.children && entry.children.some(child => child.index) ? [] : [path]
    return [...own, ...addressesOf(entry.children ?? [], path)]
  })
}

const addresses = addressesOf(await routes).map(path => (path === '*' ? path : `/${path.replace(/^:lang\?\/?/, '')}`))
const checked = new Set([...lightPages, ...deskPages].map(page => page.route))

it('every route is looked at by check:interface and screenshots, or is named as one without a page', () => {
  expect(addresses.filter(address => !checked.has(address) && !(address in withoutPage))).toEqual([])
})

it('none of them is looked at in vain: each is a route, in one list', () => {
  expect([...checked, ...Object.keys(withoutPage)].filter(address => !addresses.includes(address))).toEqual([])
  expect(Object.keys(withoutPage).filter(address => checked.has(address))).toEqual([])
})
