import { randomUUID } from 'node:crypto'

import { createClient } from '@supabase/supabase-js'
import pino from 'pino'
import ws from 'ws'

import { makeCompose } from '~/features/introductions/outbox/compose.server'
import { outboxStore, type OutboxStore } from '~/features/introductions/outbox/outbox.store.server'
import { makeWorker } from '~/features/introductions/outbox/worker.server'
import { resendSender, type SendMail } from '~/platform/mailer.server'
import type { Db } from '~/platform/supabase.server'
import type { ChaosWorkerOrder } from './order'

// One worker of the chaos run, in a process of its own: the product's worker with its times scaled. A control leaves one of its safeguards out.

function withoutFreezing(store: OutboxStore): OutboxStore {
  return {
    ...store,
    claim: async (...asked) => (await store.claim(...asked)).map(mail => ({ ...mail, frozen: null })),
    freeze: async (mail, payload, tokens) => ((await store.freeze(mail, payload, tokens)) ? payload : null),
  }
}

const countingEverything = (store: OutboxStore): OutboxStore => ({ ...store, fail: (mail, how) => store.fail(mail, { ...how, counts: true }) })

const withRandomKeys =
  (send: SendMail): SendMail =>
  (_key, payload) =>
    send(randomUUID(), payload)

function main({ databaseUrl, serviceKey, providerUrl, timeoutMs, settings, control }: ChaosWorkerOrder): void {
  const db = createClient(databaseUrl, serviceKey, { auth: { persistSession: false, autoRefreshToken: false }, realtime: { transport: ws as never } })
  const store = outboxStore(db as unknown as Db)
  // The key names the process, so that the provider can say whose mail it has just taken.
  const send = resendSender({ apiKey: `re_${process.pid}`, baseUrl: providerUrl, timeoutMs })
  const worker = makeWorker({
    name: `chaos/${process.pid}`,
    store: control === 'no-freeze' ? withoutFreezing(store) : control === 'count-429' ? countingEverything(store) : store,
    compose: makeCompose({ origin: 'https://desk.example.test', from: 'Dastarkhan <desk@desk.example.test>', replyTo: undefined, conceptLabel: () => () => null }),
    send: control === 'random-key' ? withRandomKeys(send) : send,
    log: pino({ level: 'silent' }),
    settings,
  })
  worker.start()
  const alive = setInterval(() => {}, 60_000)
  // The run was ended from outside: nobody is left behind.
  process.once('disconnect', () => process.exit(1))
  process.once('SIGTERM', () => void worker.stop().then(() => clearInterval(alive)).then(() => process.exit(0)))
}

main(JSON.parse(process.argv[2] ?? '') as ChaosWorkerOrder)
