import type { Locale } from '~/core/locale'
import type { Json } from '~/platform/database.types'
import type { MailPayload } from '~/platform/mailer.server'
import { answered } from '~/platform/refusal'
import type { Db } from '~/platform/supabase.server'
import type { MailMaterial } from './material'

/** A mail that this worker holds for the length of its lease. */
export type LeasedMail = {
  id: string
  /** Of this lease; `freeze` and `fail` are refused without it. */
  lease: string
  /** Also the provider's idempotency key. */
  key: string
  notice: string
  category: 'sign_in' | 'account' | 'introductions' | 'digests' | 'desk'
  locale: Locale
  to: string
  toName: string | null
  data: Record<string, unknown>
  /** This try included. */
  attempts: number
  frozen: MailPayload | null
  /** Its turn at the provider, on this process's clock of `performance.now()`. */
  sendAt: number
}

/** What a link in a mail may do; only the hash is kept. */
export type LinkToken = { hash: string; purpose: 'answer' | 'unsubscribe' | 'claim' | 'join' | 'resume' | 'outcome'; action: string; expires_at: string }

/** What the worker needs of the database. All times are the database's own. */
export interface OutboxStore {
  claim(worker: string, most: number, leaseSeconds: number): Promise<LeasedMail[]>
  material(mail: string): Promise<MailMaterial | null>
  /** The bytes every try sends; null when the lease was lost. */
  freeze(mail: LeasedMail, payload: MailPayload, tokens: LinkToken[]): Promise<MailPayload | null>
  ack(mail: string, providerId: string): Promise<string>
  fail(mail: LeasedMail, how: { permanent: boolean; reason: string; delaySeconds: number; counts: boolean }): Promise<string>
  rate(perSecond: number | null, blockSeconds: number | null): Promise<void>
  /** Delivers to the mailbox in the provider's place; answers with the id it gave. */
  deliver(mail: string): Promise<string>
  /** What only the passing of time brings about: reminders, expiry, digests; safe to run by many, at any time. */
  runDue(): Promise<void>
}

type Row = {
  id: string
  lease_token: string
  dedupe_key: string
  notice: string
  category: LeasedMail['category']
  locale: Locale
  to_email: string
  to_name: string | null
  data: Record<string, unknown>
  attempts: number
  payload: MailPayload | null
  wait_seconds: number
}

const toLeased = (row: Row): LeasedMail => ({
  id: row.id, lease: row.lease_token, key: row.dedupe_key, notice: row.notice, category: row.category, locale: row.locale, to: row.to_email,
  toName: row.to_name, data: row.data, attempts: row.attempts, frozen: row.payload, sendAt: performance.now() + row.wait_seconds * 1000,
})

/** Over the server's own client: the outbox belongs to nobody's session. */
export function outboxStore(db: Db): OutboxStore {
  return {
    async claim(worker, most, leaseSeconds) {
      const rows = answered(await db.rpc('outbox_claim', { by_worker: worker, max_rows: most, lease_seconds: leaseSeconds }))
      return (rows as unknown as Row[]).map(toLeased)
    },
    material: async mail => answered(await db.rpc('mail_material', { mail })) as unknown as MailMaterial | null,
    async freeze(mail, payload, tokens) {
      const kept = answered(await db.rpc('outbox_freeze', { mail: mail.id, token: mail.lease, frozen: payload, tokens: tokens as unknown as Json }))
      return kept as unknown as MailPayload | null
    },
    ack: async (mail, provider) => answered(await db.rpc('outbox_ack', { mail, provider })),
    fail: async (mail, { permanent, reason, delaySeconds, counts }) =>
      answered(await db.rpc('outbox_fail', { mail: mail.id, token: mail.lease, permanent, reason, delay_seconds: delaySeconds, counts })),
    async rate(perSecond, blockSeconds) {
      answered(await db.rpc('outbox_rate', { limit_per_second: perSecond ?? undefined, block_seconds: blockSeconds ?? undefined }))
    },
    deliver: async mail => answered(await db.rpc('mailbox_deliver', { mail })),
    async runDue() {
      answered(await db.rpc('run_due_work'))
    },
  }
}
