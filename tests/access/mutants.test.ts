import { afterAll, beforeAll, expect, it } from 'vitest'

import { startBackend } from '../support/backend'
import { makeBattery, type Battery } from './battery'
import { allMutants, sampleOf, type Mutant } from './mutants'
import { makeWorld, type World } from './world'

let world: World
let battery: Battery
let mutants: Mutant[]
beforeAll(async () => {
  world = await makeWorld(await startBackend())
  battery = await makeBattery(world)
  mutants = await allMutants(world.backend)
})
afterAll(() => world.backend.stop())

// All of them are tried by `npm run test:mutants`.
it('the rules notice a hole of each kind', { timeout: 120_000 }, async () => {
  const survivors: string[] = []
  for (const mutant of sampleOf(mutants, 3)) if ((await battery.run(mutant)).length === 0) survivors.push(mutant.name)
  expect(survivors).toEqual([])
  expect(await battery.run()).toEqual([])
})

it('there is a mutant for every policy, table and guard', () => {
  const kinds = new Set(mutants.map(({ kind }) => kind))
  expect([...kinds].sort()).toEqual(['a guard removed', 'a helper for everybody', 'a policy true', 'a revoke undone', 'policies off'])
  expect(mutants.length).toBeGreaterThan(250)
})
