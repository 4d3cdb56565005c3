import { env as readSettings } from '~/platform/env.server'
import { makeLog } from '~/platform/log.server'
import { makeFoundation } from '~/services.server'
import { startOutbox } from './outbox'

// `npm run worker`: the mail worker alone. Any number may run, beside the web server's own.

const settings = readSettings()
const log = makeLog(settings.logLevel)
const outbox = startOutbox(makeFoundation(settings, log))
// The poll's timer alone would let the process end between two polls of a stopped loop; this keeps it until it is told to go.
const alive = setInterval(() => {}, 60_000)
log.info('the mail worker runs')

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    setTimeout(() => process.exit(1), 9_500).unref()
    void outbox.stop().then(() => {
      clearInterval(alive)
      process.exit(0)
    })
  })
}
