import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'

import { makeCompose } from '~/features/introductions/outbox/compose.server'
import { outboxStore } from '~/features/introductions/outbox/outbox.store.server'
import { makeWorker, type OutboxWorker } from '~/features/introductions/outbox/worker.server'
import { resendSender } from '~/platform/mailer.server'
import type { Foundation } from '~/services.server'

/** With the mailbox nobody limits us but ourselves. */
const MAILBOX_RATE = 100

/** The mail worker of this process: beside the web server, or alone. It claims until stopped. */
export function startOutbox(foundation: Foundation): OutboxWorker {
  const { env, log } = foundation
  const store = outboxStore(foundation.admin('the outbox belongs to nobody’s session'))
  const resend = env.mail.resend
  const worker = makeWorker({
    name: `${hostname()}/${process.pid}/${randomUUID().slice(0, 8)}`,
    store,
    compose: makeCompose({ origin: env.appOrigin, from: env.mail.from, replyTo: env.mail.replyTo, conceptLabel: foundation.conceptLabel }),
    send: resend ? resendSender({ apiKey: resend.apiKey }) : 'mailbox',
    log,
  })
  if (!resend) store.rate(MAILBOX_RATE, null).catch((error: unknown) => log.warn({ err: error }, 'the mailbox sends at the provider’s pace'))
  foundation.bell.listen(worker.nudge)
  worker.start()
  return worker
}
