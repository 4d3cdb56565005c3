import type { Locale } from '~/core/locale'
import type { MailPayload } from '~/platform/mailer.server'
import { answered } from '~/platform/refusal'
import type { Db } from '~/platform/supabase.server'

/** A mail that arrived in the mailbox of this stand. */
export type MailboxEntry = { id: string; received_at: string; to: string; notice: string; locale: Locale; state: string; introduction_id: string | null; payload: MailPayload | null }

/** A mail on its way there: in the undo window, on hold, or in trouble. */
export type WaitingMail = {
  id: string
  to: string
  notice: string
  locale: Locale
  state: string
  not_before: string | null
  introduction_id: string | null
  introduction_state: string | null
  on_hold: boolean
  error: string | null
}

export type MailboxMessage = Omit<MailboxEntry, 'received_at'> & {
  /** The row's key, which a provider would have got as idempotency key. */
  key: string
  provider_id: string | null
  written_at: string
  not_before: string
  first_attempt_at: string | null
  attempts: number
  received_at: string
}

/** The post office of a stand without a provider. Only routes that found `env.mailbox` may use it. */
export interface MailboxStore {
  /** The newest first; with an address, only its own. */
  list(to: string | null): Promise<MailboxEntry[]>
  waiting(): Promise<WaitingMail[]>
  read(id: string): Promise<MailboxMessage | null>
  /** Past the undo window; refused on a production stand. */
  sendNow(introduction: string): Promise<void>
}

export function mailboxStore(db: Db): MailboxStore {
  return {
    list: async to => answered(await db.rpc('mailbox_list', { of_email: to ?? undefined, max_rows: 200 })) as unknown as MailboxEntry[],
    waiting: async () => answered(await db.rpc('mailbox_waiting')) as unknown as WaitingMail[],
    read: async id => answered(await db.rpc('mailbox_message', { mail: id })) as unknown as MailboxMessage | null,
    async sendNow(introduction) {
      answered(await db.rpc('send_introduction_now', { introduction }))
    },
  }
}
