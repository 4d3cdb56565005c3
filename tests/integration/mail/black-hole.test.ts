import { afterAll, beforeAll, expect, test } from 'vitest'

import { resendSender, SEND_TIMEOUT_MS } from '~/platform/mailer.server'
import { seedMatches } from '../../chaos/seed'
import { startBackend, type Backend } from '../../support/backend'
import { makeMailWorld, workerParts, type MailWorld } from '../../support/mail-world'
import { startResendStandIn, type ResendStandIn } from '../../support/resend-stand-in'

// The provider takes every call and never answers. Whoever approves does not notice; when it returns, what waited goes out, each mail once.

const PAIRS = 40
// Whoever waited for it would wait out its ten seconds. On a machine with nothing else to do the bar is half a second: APPROVAL_BAR_MS=500, in check:all.
const BAR_MS = Number(process.env.APPROVAL_BAR_MS ?? SEND_TIMEOUT_MS)
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

const p95 = (times: number[]) => times.sort((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1]!

test('approving waits for no provider; afterwards the backlog drains, and no mail goes out twice', async () => {
  provider.always(() => 'silence-before')
  const worker = world.worker({ ...workerParts(backend), send: resendSender({ apiKey: 're_test', baseUrl: provider.url }), settings: { pollMs: 200 } })
  const matches = await seedMatches(backend, world, PAIRS)
  worker.start()
  const times: number[] = []
  for (const match of matches) {
    const began = performance.now()
    await world.approve(match)
    times.push(performance.now() - began)
    worker.nudge()
  }
  expect(p95(times)).toBeLessThan(BAR_MS)
  await expect.poll(() => provider.calls.length, { timeout: 30_000 }).toBeGreaterThan(0)
  expect(provider.accepted).toEqual([])

  provider.always(null)
  // Past the pauses between tries; the key is still remembered.
  await world.pass('1 hour')
  await expect.poll(async () => (await world.outbox(`state = 'sent'`)).length, { timeout: 120_000, interval: 500 }).toBe(PAIRS * 2)
  await worker.stop()
  expect(new Set(provider.accepted.map(mail => mail.to.join())).size).toBe(PAIRS * 2)
  expect(provider.accepted).toHaveLength(PAIRS * 2)
}, 240_000)
