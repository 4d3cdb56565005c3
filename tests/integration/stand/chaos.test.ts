import { afterAll, beforeAll, expect, test } from 'vitest'

import { controls } from '../../chaos/order'
import { runChaos, type ChaosPlan } from '../../chaos/run'
import { startBackend, type Backend } from '../../support/backend'
import { makeMailWorld, type MailWorld } from '../../support/mail-world'

// `npm run chaos`, small: workers are killed with -9 while the provider fails and answers of the database get lost. The large one has 400 introductions.

let backend: Backend
let world: MailWorld
beforeAll(async () => {
  backend = await startBackend()
  world = await makeMailWorld(backend)
})
afterAll(() => backend.stop())

const plan: ChaosPlan = { introductions: 8, workers: 2, kills: 3, control: null, seed: 1, haste: 20, timeoutMs: 1_000, deadlineS: 150 }
const LONG_MS = 170_000

test('every mail arrives, and none twice; told to stop, the workers are gone within ten seconds', async () => {
  const { sent, doubled, lost, kills, stoppedInMs } = await runChaos(backend, world, plan)
  expect({ sent, doubled, lost, kills }).toEqual({ sent: 16, doubled: 0, lost: 0, kills: 3 })
  expect(stoppedInMs).toBeLessThan(10_000)
}, LONG_MS)

test.each(controls)('the run notices what is left out: %s', async control => {
  const { doubled, lost } = await runChaos(backend, world, { ...plan, introductions: 6, kills: 2, control })
  expect(doubled + lost).toBeGreaterThan(0)
}, LONG_MS)
