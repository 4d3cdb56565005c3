import { expect, it } from 'vitest'

import { belowFloor, isSafe, readLock } from './floors'

it('no package of the lock file is below its floor', () => expect(belowFloor(readLock())).toEqual([]))

it.each([
  ['6.4.6', ['6.4.6', '7.1.11'], true], ['6.4.5', ['6.4.6', '7.1.11'], false], ['7.1.9', ['6.4.6', '7.1.11'], false], ['8.0.0', ['6.4.6', '7.1.11'], true],
  ['5.9.9', ['6.4.6', '7.1.11'], false], ['0.1.11', ['0.1.12', '1.9.0'], false], ['0.2.0', ['0.1.12', '1.9.0'], false], ['6.10.0', ['6.9.0'], true],
] as const)('%s against %j', (version, least, safe) => expect(isSafe(version, least)).toBe(safe))

it('finds an old copy deep in the tree', () => {
  const lock = { packages: { '': {}, 'node_modules/a/node_modules/ws': { version: '7.0.0' }, 'node_modules/ws': { version: '8.18.0' } } }
  expect(belowFloor(lock)).toEqual([expect.stringContaining('node_modules/a/node_modules/ws is 7.0.0')])
})
