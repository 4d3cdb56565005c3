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

/**
 * What became of a try is worth three tries to write down: an acceptance above all. Failing that, the lease runs out and the next worker finds it out
 * under the same key.
 */
async function writeDown<T>(mail: LeasedMail, { log }: DeliverParts, write: () => Promise<T>): Promise<T | null> {
  for (const pause of [0, 100, 1_000]) {
    await wait(pause)
    try {
      return await write()
    } catch (error) {
      log.warn({ err: error, mail: mail.id }, 'what became of a mail could not be written down')
    }
  }
  return null
}

async function acknowledge(mail: LeasedMail, providerId: string, parts: DeliverParts): Promise<void> {
  const result = await writeDown(mail, parts, () => parts.store.ack(mail.id, providerId))
  if (result === 'conflict') parts.log.error({ mail: mail.id }, 'one mail has two ids at the provider')
}

/** A failure that counts as a try; the pause before the next grows with their number. */
async function fail(mail: LeasedMail, reason: string, permanent: boolean, parts: DeliverParts): Promise<void> {
  const { store, log, backoffSeconds } = parts
  const delaySeconds = backoffSeconds[Math.min(mail.attempts, backoffSeconds.length) - 1] ?? 0
  const result = await writeDown(mail, parts, () => store.fail(mail, { permanent, reason, delaySeconds, counts: true }))
  log[result === 'dead' ? 'error' : 'warn']({ mail: mail.id, notice: mail.notice, attempts: mail.attempts, reason, result }, 'a mail was not sent')
}

async function settle(mail: LeasedMail, outcome: SendOutcome, parts: DeliverParts): Promise<void> {
  const { store } = parts
  if (outcome.kind === 'sent') return acknowledge(mail, outcome.id, parts)
  if (outcome.kind !== 'snoozed') return fail(mail, outcome.reason, outcome.kind === 'permanent', parts)
  const { reason, seconds, everyone } = outcome
  if (everyone) await writeDown(mail, parts, () => store.rate(null, seconds))
  await writeDown(mail, parts, () => store.fail(mail, { permanent: false, reason, delaySeconds: seconds, counts: false }))
}

/** Sees one leased mail through: render, freeze, send, write down. Never throws: what goes wrong here must not hold up the others. */
export async function deliverMail(mail: LeasedMail, parts: DeliverParts): Promise<void> {
  const { store, send, log, learnRate } = parts
  try {
    // Before the writing, which keeps the processor busy: were ten written at once, ten would go out at once.
    await wait(Math.max(0, mail.sendAt - performance.now()))
    const payload = await frozenPayload(mail, parts)
    if (!payload) return
    if (send === 'mailbox') return await acknowledge(mail, await store.deliver(mail.id), parts)
    const outcome = await send(mail.key, payload)
    // First of all what became of the mail: nothing else may stand between an acceptance and its note.
    await settle(mail, outcome, parts)
    await writeDown(mail, parts, () => learnRate(outcome.perSecond))
  } catch (error) {
    log.error({ err: error, mail: mail.id, notice: mail.notice }, 'a mail could not be made')
    await fail(mail, error instanceof Error ? error.message.slice(0, 300) : 'unknown', error instanceof UnsendableMail, parts)
  }
}
