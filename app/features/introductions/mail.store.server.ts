import type { Locale } from '~/core/locale'
import type { Json } from '~/platform/database.types'
import { answered } from '~/platform/refusal'
import type { Db } from '~/platform/supabase.server'

/** A mail that no other verb of the database writes: sign-in codes, invitations. */
export type MailOrder = {
  notice: string
  category: 'sign_in' | 'account' | 'introductions' | 'digests' | 'desk'
  to: string
  locale: Locale
  /** The same key twice is one mail. */
  key: string
  data: Record<string, Json>
}

/** What the provider's webhook tells of a mail. `mail` is our id where the event carries our tag. */
export type MailEvent = { id: string; mail: string | null; providerId: string | null; type: string; at: string | null }

export interface MailStore {
  enqueue(order: MailOrder): Promise<void>
  /** Takes an event in; `repeat` when it was known, `unknown_mail` when the mail is not ours. */
  event(event: MailEvent): Promise<string>
  backlog(): Promise<{ due: number; sending: number; waiting: number; alarms: number }>
}

/** Over the server's own client: mail is written for people who are not signed in, and events come from a machine. */
export function mailStore(db: Db): MailStore {
  return {
    async enqueue({ notice, category, to, locale, key, data }) {
      answered(await db.rpc('enqueue_mail', { of_notice: notice, of_category: category, address: to, of_locale: locale, key, facts: data }))
    },
    event: async ({ id, mail, providerId, type, at }) =>
      answered(
        // The function takes nulls for what an event does not carry; the generated types cannot say so.
        await db.rpc('mail_event', { event: id, mail: mail as string, provider: providerId as string, of_type: type, happened_at: at as string }),
      ),
    backlog: async () => answered(await db.rpc('outbox_backlog')) as { due: number; sending: number; waiting: number; alarms: number },
  }
}
