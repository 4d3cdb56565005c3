import type { Locale } from '~/core/locale'
import { answered } from '~/platform/refusal'
import type { Db } from '~/platform/supabase.server'

export const mailFilters = ['all', 'alarms', 'waiting', 'sent', 'failed'] as const
export type MailFilter = (typeof mailFilters)[number]

/** A mail of a forum and its fate. */
export type LoggedMail = {
  id: string
  created_at: string
  notice: string
  locale: Locale
  to: string
  company_id: string | null
  company: string | null
  introduction_id: string | null
  subject: string | null
  state: string
  /** Set while a person should look at it: unknown_outcome, tries_exhausted, refused, suppressed, bounced, complained, … */
  alarm: string | null
  error: string | null
  attempts: number
  not_before: string | null
  sent_at: string | null
}

export type LoggedMessage = Omit<LoggedMail, 'company'> & {
  first_attempt_at: string | null
  settled_at: string | null
  provider_id: string | null
  reply_to: string | null
  /** As it went out, without the secret part of its links. */
  html: string | null
  text: string | null
  events: { type: string; at: string }[]
}

/** How many mails a filter shows; `dead` are those that were given up and may be tried again. */
export type MailCounts = Record<MailFilter | 'dead', number>

/** Where a page of the log ended. */
export type MailCursor = { before: string; beforeId: string }

/** The organizers' mail log, over the caller's own client. Refusals (404 not theirs, 409 mail_state, 409 mail_too_old) are thrown as `DatabaseRefusal`. */
export interface MailLogStore {
  page(forum: string, filter: MailFilter, cursor: MailCursor | null): Promise<{ mails: LoggedMail[]; next: MailCursor | null }>
  read(mail: string): Promise<LoggedMessage>
  retry(mail: string): Promise<string>
  /** Every dead mail that may be; answers how many. */
  retryFailed(forum: string): Promise<number>
  cancel(mail: string): Promise<string>
  /** `resend` says that it may arrive twice. */
  decideUnknown(mail: string, decision: 'sent' | 'resend'): Promise<string>
  /** Seen, and nothing more to do. 409 where a decision is needed. */
  dismiss(mail: string): Promise<string>
}

const PAGE = 50

export function mailLogStore(db: Db): MailLogStore {
  return {
    async page(forum, filter, cursor) {
      const rows = answered(await db.rpc('mail_log', { forum, of_filter: filter, before: cursor?.before, before_id: cursor?.beforeId, max_rows: PAGE + 1 }))
      const mails = (rows as unknown as LoggedMail[]).slice(0, PAGE)
      const last = mails.at(-1)
      return { mails, next: rows.length > PAGE && last ? { before: last.created_at, beforeId: last.id } : null }
    },
    read: async mail => answered(await db.rpc('mail_message', { mail })) as unknown as LoggedMessage,
    retry: async mail => answered(await db.rpc('retry_mail', { mail })),
    retryFailed: async forum => answered(await db.rpc('retry_failed_mail', { forum })),
    cancel: async mail => answered(await db.rpc('cancel_mail', { mail })),
    dismiss: async mail => answered(await db.rpc('dismiss_mail_alarm', { mail })),
    decideUnknown: async (mail, decision) => answered(await db.rpc('decide_unknown_mail', { mail, decision })),
  }
}
