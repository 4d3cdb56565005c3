import { afterAll, afterEach, beforeAll } from 'vitest'

import type { WorkerParts } from '~/features/introductions/outbox/worker.server'
import { resendSender } from '~/platform/mailer.server'
import { startBackend, type Backend } from './backend'
import { makeMailWorld, workerParts, type MailWorld } from './mail-world'
import { startResendStandIn, type ResendStandIn } from './resend-stand-in'

/** A backend, a forum, a provider and a worker's parts, for the tests of a file; clean after each test. */
export function faultStand() {
  const stand = {} as { backend: Backend; world: MailWorld; provider: ResendStandIn; parts: WorkerParts }
  beforeAll(async () => {
    stand.backend = await startBackend()
    stand.world = await makeMailWorld(stand.backend)
    stand.provider = await startResendStandIn()
    stand.parts = { ...workerParts(stand.backend), send: resendSender({ apiKey: 're_test', baseUrl: stand.provider.url, timeoutMs: 400 }) }
  })
  afterAll(async () => {
    await stand.provider.stop()
    await stand.backend.stop()
  })
  afterEach(async () => {
    stand.provider.reset()
    await stand.backend.sql(`update private.outbox set state = 'cancelled' where state in ('queued', 'sending')`, [])
    await stand.backend.sql(`update private.send_rate set blocked_until = null, failing_since = null`, [])
  })
  return {
    stand,
    /** One mail in the outbox, without an introduction's weight. */
    oneMail: async () => {
      const { data, error } = await stand.backend.asService().rpc('enqueue_mail', {
        of_notice: 'sign_in_code', of_category: 'sign_in', address: `${crypto.randomUUID()}@example.test`, of_locale: 'en', key: `test/${crypto.randomUUID()}`,
        facts: { code: '123456', token_hash: 'h', type: 'magiclink' },
      })
      if (error) throw error
      return data as string
    },
    row: async (id: string) => (await stand.world.outbox(`id = '${id}'`))[0]!,
    worker: (more: Partial<WorkerParts> = {}) => stand.world.worker({ ...stand.parts, ...more }),
    claim: () => stand.parts.store.claim('the one that crashes', 10, 45),
    leaseOver: () => stand.world.pass('46 seconds'),
  }
}
