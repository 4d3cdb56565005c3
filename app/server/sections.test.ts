import { matchRoutes } from '@remix-run/react'
import type { ServerBuild } from '@remix-run/node'
import type { RouteConfigEntry } from '@remix-run/route-config'
import { describe, expect, it } from 'vitest'

import routes from '~/routes'
import { sectionsOf, sectionWord } from './sections'

type Flat = { id: string; parentId?: string; path?: string; index?: boolean }

const flat = (entries: readonly RouteConfigEntry[], parentId: string): Flat[] =>
  entries.flatMap(({ id, file, path, index, children }) => {
    const route: Flat = { id: id ?? file, parentId, path, index }
    return [route, ...flat(children ?? [], route.id)]
  })
const all: Flat[] = [{ id: 'root', path: '' }, ...flat(routes, 'root')]
const table = Object.fromEntries(all.map(route => [route.id, route]))
const whole = { routes: table, assets: { url: '/manifest.js', routes: table } } as unknown as ServerBuild

/** The ids of the routes that make the page at an address, as Remix would find them among the routes it was given. */
function pageAt(build: ServerBuild, pathname: string): string[] {
  const under = (parentId?: string): object[] =>
    Object.values(build.routes as unknown as Record<string, Flat>).filter(route => route.parentId === parentId).map(({ id, path, index }) => (index ? { id, path, index } : { id, path, children: under(id) }))
  return (matchRoutes(under() as never, pathname) ?? []).map(match => String(match.route.id))
}

const addressOf = ({ parentId, path }: Flat): string => `${parentId ? addressOf(table[parentId]!) : ''}/${path ?? ''}`.replaceAll(/\/+/g, '/')
const addresses = all.map(route => addressOf(route).replace('/:lang?', '').replaceAll(/:\w+/g, '7f1c').replace('*', 'nowhere/at/all') || '/')
const sections = sectionsOf(whole)
const sectionAt = (pathname: string) => sections.get(sectionWord(pathname)) ?? sections.get('')!

describe('sections of the app', () => {
  it('answer every address with the page that all routes together would give', () => {
    expect(addresses.length).toBeGreaterThan(80)
    for (const address of addresses.flatMap(path => [path, path.toUpperCase(), `/ur${path}`, `/de${path}`]))
      expect(pageAt(sectionAt(address), address), address).toEqual(pageAt(whole, address))
  })

  it('know less than half of the routes each, and tell browsers of no file but the whole one', () => {
    for (const section of sections.values()) {
      expect(Object.keys(section.routes).length).toBeLessThan(all.length / 2)
      expect(Object.keys(section.assets.routes)).toEqual(Object.keys(section.routes))
      expect(section.assets.url).toBe(whole.assets.url)
    }
  })

  it('are found by the first word that is no language', () => {
    const told = { '/': '', '/_root.data': '', '/ur': '', '/ur.data': '', '/desk': 'desk', '/kk/desk/queue.data': 'desk', '/home.data': 'home', '/%64esk/queue': 'desk', '/%zz': '%zz', '/progress.csv': 'progress.csv', '//desk': '' }
    for (const [pathname, word] of Object.entries(told)) expect(sectionWord(pathname), pathname).toBe(word)
  })
})
