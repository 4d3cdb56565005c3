import { afterAll, beforeAll, expect, test } from 'vitest'

import { resendSender } from '~/platform/mailer.server'
import { seedMatches } from '../../chaos/seed'
import { startBackend, type Backend } from '../../support/backend'
import { makeMailWorld, workerParts, type MailWorld } from '../../support/mail-world'
import { startResendStandIn, type ResendStandIn } from '../../support/resend-stand-in'

// The provider takes every call and never answers. Whoever approves does not notice; when it returns, what waited goes out, each mail once.
// How long an approval takes meanwhile, and how quickly the backlog drains, `npm run bench:approving` measures.

const PAIRS = 20
let backend: Backend
let world: MailWorld
let provider: ResendStandIn
beforeAll(async () => {
  backend = await startBackend()
  world = await makeMailWorld(backend)
  provider = await startResendStandIn({ perSecond: 40 })
})
afterAll(async () => {
  await provider.stop()
  await backend.stop()
})

test('approving waits for no provider; afterwards the backlog drains, and no mail goes out twice', async () => {
  provider.always(() => 'silence-before')
  const worker = world.worker({ ...workerParts(backend), send: resendSender({ apiKey: 're_test', baseUrl: provider.url, timeoutMs: 2_000 }), settings: { pollMs: 200 } })
  const matches = await seedMatches(backend, world, PAIRS)
  worker.start()
  for (const match of matches) {
    await world.approve(match)
    worker.nudge()
  }
  await expect.poll(() => provider.calls.length, { timeout: 30_000 }).toBeGreaterThan(0)
  expect(provider.accepted).toEqual([])

  provider.always(null)
  // Past the pauses between tries; the key is still remembered.
  await world.pass('1 hour')
  await expect.poll(async () => (await world.outbox(`state = 'sent'`)).length, { timeout: 120_000 }).toBe(PAIRS * 2)
  await worker.stop()
  expect(new Set(provider.accepted.map(mail => mail.to.join())).size).toBe(PAIRS * 2)
  expect(provider.accepted).toHaveLength(PAIRS * 2)
}, 240_000)
