import { setTimeout as wait } from 'node:timers/promises'

import type { Logger } from 'pino'

import type { MailPayload, SendMail, SendOutcome } from '~/platform/mailer.server'
import { UnsendableMail } from './draft'
import type { MailMaterial } from './material'
import type { LeasedMail, LinkToken, OutboxStore } from './outbox.store.server'

/** Writes a mail out of its row and the facts of this moment: what is sent, and what its links may do. Pure but for fresh random links. */
export type ComposeMail = (mail: LeasedMail, material: MailMaterial) => Promise<{ payload: MailPayload; tokens: LinkToken[] }>

export interface DeliverParts {
  store: OutboxStore
  compose: ComposeMail
  send: SendMail | 'mailbox'
  log: Logger
  backoffSeconds: readonly number[]
  learnRate: (perSecond: number | null) => Promise<void>
}

/** The bytes of the first try, or those that are to become it. Null when another worker holds the mail by now. */
async function frozenPayload(mail: LeasedMail, { store, compose }: DeliverParts): Promise<MailPayload | null> {
  if (mail.frozen) return mail.frozen
  const material = await store.material(mail.id)
  if (!material) return null
  const { payload, tokens } = await compose(mail, material)
  return store.freeze(mail, payload, tokens)
}

/** That it was accepted is a fact worth three tries to write down; failing that, the next lease finds it out under the same key. */
async function acknowledge(mail: LeasedMail, providerId: string, { store, log }: DeliverParts): Promise<void> {
  for (const pause of [0, 100, 1_000]) {
    await wait(pause)
    try {
      const result = await store.ack(mail.id, providerId)
      if (result === 'conflict') log.error({ mail: mail.id }, 'one mail has two ids at the provider')
      return
    } catch (error) {
      log.warn({ err: error, mail: mail.id }, 'an accepted mail could not be written down')
    }
  }
}

async function settle(mail: LeasedMail, outcome: SendOutcome, parts: DeliverParts): Promise<void> {
  const { store, log, backoffSeconds } = parts
  if (outcome.kind === 'sent') return acknowledge(mail, outcome.id, parts)
  if (outcome.kind === 'snoozed') {
    if (outcome.everyone) await store.rate(null, outcome.seconds)
    await store.fail(mail, { permanent: false, reason: outcome.reason, delaySeconds: outcome.seconds, counts: false })
    return
  }
  const delaySeconds = backoffSeconds[Math.min(mail.attempts, backoffSeconds.length) - 1] ?? 0
  const result = await store.fail(mail, { permanent: outcome.kind === 'permanent', reason: outcome.reason, delaySeconds, counts: true })
  log[result === 'dead' ? 'error' : 'warn']({ mail: mail.id, notice: mail.notice, attempts: mail.attempts, reason: outcome.reason, result }, 'a mail was not sent')
}

/** Sees one leased mail through: render, freeze, send, write down. Never throws: what goes wrong here must not hold up the others. */
export async function deliverMail(mail: LeasedMail, parts: DeliverParts): Promise<void> {
  const { store, send, log, backoffSeconds, learnRate } = parts
  try {
    const payload = await frozenPayload(mail, parts)
    if (!payload) return
    if (send === 'mailbox') return await acknowledge(mail, await store.deliver(mail.id), parts)
    const outcome = await send(mail.key, payload)
    await learnRate(outcome.perSecond)
    await settle(mail, outcome, parts)
  } catch (error) {
    log.error({ err: error, mail: mail.id, notice: mail.notice }, 'a mail could not be made or written down')
    const delaySeconds = backoffSeconds[Math.min(mail.attempts, backoffSeconds.length) - 1] ?? 0
    await store
      .fail(mail, { permanent: error instanceof UnsendableMail, reason: error instanceof Error ? error.message.slice(0, 300) : 'unknown', delaySeconds, counts: true })
      .catch((failed: unknown) => log.warn({ err: failed, mail: mail.id }, 'its lease runs out by itself'))
  }
}
