import { afterAll, beforeAll, expect, it } from 'vitest'

import { startBackend } from '../support/backend'
import { makeBattery, type Battery } from './battery'
import { makeWorld, type World } from './world'

let world: World
let battery: Battery
beforeAll(async () => {
  world = await makeWorld(await startBackend())
  battery = await makeBattery(world)
})
afterAll(() => world.backend.stop())

it('every table, view and function lets in whom it may, as each of the seven, and nobody else; another’s object and none are one answer', async () => {
  expect(battery.size).toBeGreaterThan(500)
  expect(await battery.run()).toEqual([])
})
