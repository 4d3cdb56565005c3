import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import { mayRead } from './may-read'
import type { Objects } from './routes'
import { foreignFaults, formFaults, likenessFaults, objectsIn, readFaults, startWalk, type Walk } from './walk'
import { identities } from './world'

// Seven people, every route, and pages compiled as they are asked for.
vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 })

let walk: Walk
let table: Record<string, Objects>
beforeAll(async () => {
  walk = await startWalk(3420)
  table = await objectsIn(walk)
})
afterAll(() => walk?.stop())

it('every route that takes a form has one here, and every form a route', () => {
  expect(Object.keys(walk.forms).sort()).toEqual(walk.routes.filter(({ writes }) => writes).map(({ id }) => id).sort())
})

describe.each(identities)('%s', identity => {
  it('reads no canary that is not meant for him: every route, as page, as data and as HEAD', async () => {
    const { faults, seen } = await readFaults(walk, identity, walk.routes, table)
    expect(faults).toEqual([])
    // The scan would see something: whoever may read, reads.
    if (mayRead[identity].length > 0) expect(seen).toBeGreaterThan(5)
    expect(await walk.changed()).toEqual([])
  })

  it('is answered alike about another’s, an unknown and a malformed object', async () => {
    expect(await likenessFaults(walk, identity, walk.routes, table)).toEqual([])
  })

  it('changes nothing by forms that are not his to send', async () => {
    expect(await formFaults(walk, identity, walk.routes, table)).toEqual([])
    expect(await walk.changed()).toEqual([])
  })
})

describe('from another site', () => {
  it.each<[string, Record<string, string>]>([
    ['evil', { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' }],
    ['null', { Origin: 'null' }],
    ['garbage', { Origin: 'not an origin' }],
    ['missing', { Origin: '' }],
    ['plain text', { Origin: 'https://evil.example', 'Content-Type': 'text/plain' }],
    ['a forged host', { Origin: 'https://evil.example', 'X-Forwarded-Host': 'evil.example' }],
  ])('no route takes anything: %s', async (_, headers) => {
    expect(await foreignFaults(walk, headers, walk.routes, table)).toEqual([])
    expect(await walk.changed()).toEqual([])
  })
})
