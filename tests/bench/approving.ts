import { EventEmitter, once } from 'node:events'
import { loadavg } from 'node:os'

import { resendSender } from '~/platform/mailer.server'
import { seedMatches } from '../chaos/seed'
import { startBackend } from '../support/backend'
import { makeMailWorld, workerParts } from '../support/mail-world'
import { startResendStandIn } from '../support/resend-stand-in'

// npm run bench:approving: approvals while the mail provider takes every call and answers none; then it returns, and the backlog drains.
// Ends with 1 where the 95th of a hundred approvals takes half a second or more, or a mail is lost or doubled. On an idle machine.

const PAIRS = 100
const PER_SECOND = 10
const BAR_MS = 500
/** A call that is never answered is given up after this; in life after ten seconds. */
const TIMEOUT_MS = 2_000

const mails = PAIRS * 2
const arrivals = new EventEmitter()
const backend = await startBackend({ measured: true })
const world = await makeMailWorld(backend)
const provider = await startResendStandIn({ perSecond: PER_SECOND, onAccepted: () => provider.accepted.length === mails && arrivals.emit('all') })
provider.always(() => 'silence-before')
const worker = world.worker({ ...workerParts(backend), send: resendSender({ apiKey: 're_bench', baseUrl: provider.url, timeoutMs: TIMEOUT_MS }), settings: { pollMs: 200 } })
const matches = await seedMatches(backend, world, PAIRS)
worker.start()

const times: number[] = []
for (const match of matches) {
  const began = performance.now()
  await world.approve(match)
  times.push(performance.now() - began)
  worker.nudge()
}
times.sort((a, b) => a - b)
const at = (share: number) => Math.round(times[Math.ceil(times.length * share) - 1]!)
console.log(`approving ${PAIRS} pairs while no call was answered (${provider.calls.length} calls): median ${at(0.5)} ms, 95th ${at(0.95)} ms, slowest ${at(1)} ms, load ${loadavg()[0]!.toFixed(1)}`)

provider.always(null)
// Past the pauses between tries; the key is still remembered.
await world.pass('1 hour')
const returned = performance.now()
worker.nudge()
await once(arrivals, 'all')
const seconds = (performance.now() - returned) / 1000
await worker.stop()
const copies = provider.accepted.length - new Set(provider.accepted.map(mail => mail.to.join())).size
const open = (await world.outbox(`state <> 'sent'`)).length
console.log(`the provider returned: ${mails} mails in ${seconds.toFixed(1)} s, ${(mails / seconds).toFixed(1)} a second of the ${PER_SECOND} it takes; ${copies} doubled, ${open} left, load ${loadavg()[0]!.toFixed(1)}`)
await provider.stop()
await backend.stop()
process.exit(at(0.95) < BAR_MS && copies === 0 && open === 0 ? 0 : 1)
