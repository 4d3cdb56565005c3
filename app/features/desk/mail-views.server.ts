import type { I18n } from '@lingui/core'

import { inLocale, type Locale } from '~/core/locale'
import { mailFilters, type LoggedMail, type LoggedMessage, type MailCounts, type MailCursor, type MailFilter } from '~/features/introductions/mail-log.store.server'
import { noticeName } from '~/features/introductions/notice-names'
import { formatDateTime } from '~/i18n/format.server'
import { languageName } from '~/i18n/words/companies'
import { alarmSentence, mailStateName } from './mail-words'

type Reader = { i18n: I18n; locale: Locale }

export const filterName = (i18n: I18n, filter: MailFilter): string =>
  ({ all: i18n._('All'), alarms: i18n._('Needs a person'), waiting: i18n._('Waiting'), sent: i18n._('Sent'), failed: i18n._('Failed') })[filter]

const badStates = ['bounced', 'complained', 'dead', 'unknown', 'suppressed']

/** When it left, or when it may leave; a mail on hold has no such time. */
function whenOf({ i18n, locale }: Reader, mail: Pick<LoggedMail, 'state' | 'sent_at' | 'not_before' | 'created_at'>): string {
  if (mail.sent_at) return formatDateTime(locale, mail.sent_at)
  if (mail.state !== 'queued') return formatDateTime(locale, mail.created_at)
  return mail.not_before ? i18n._('leaves {when}', { when: formatDateTime(locale, mail.not_before) }) : i18n._('On hold')
}

const rowOf = (reader: Reader, mail: LoggedMail) => ({
  id: mail.id, lang: mail.locale, subject: mail.subject, firm: mail.company, to: mail.to,
  what: noticeName(reader.i18n, mail.notice), state: mailStateName(reader.i18n, mail.state), bad: badStates.includes(mail.state),
  alarm: mail.alarm && alarmSentence(reader.i18n, mail.alarm), when: whenOf(reader, mail),
})

/** The mail log as its page shows it. */
export function mailLogView(reader: Reader, filter: MailFilter, counts: MailCounts, page: { mails: LoggedMail[]; next: MailCursor | null }) {
  return {
    filter,
    tabs: mailFilters.map(name => ({ name, label: filterName(reader.i18n, name), count: counts[name] })),
    failed: counts.dead,
    rows: page.mails.map(mail => rowOf(reader, mail)),
    next: page.next && `?${new URLSearchParams({ filter, before: page.next.before, id: page.next.beforeId }).toString()}`,
  }
}
export type MailLogView = ReturnType<typeof mailLogView>

/** How long the provider remembers a mail's key, less an hour: a repeat within it cannot arrive twice. */
const KEY_MS = 23 * 60 * 60 * 1000

/** What an organizer may do with a mail now. */
export type MailAct = 'retry' | 'resend' | 'mark_sent' | 'cancel' | 'dismiss'

function actsOf(mail: LoggedMessage, now: Date): MailAct[] {
  const forgotten = mail.first_attempt_at !== null && now.getTime() - new Date(mail.first_attempt_at).getTime() > KEY_MS && mail.alarm !== 'refused'
  switch (mail.state) {
    case 'dead':
      return forgotten ? ['resend', 'mark_sent', 'cancel'] : ['retry', 'cancel']
    case 'unknown':
      return ['mark_sent', 'resend', 'cancel']
    case 'queued':
      // Half an introduction is none: it is held, changed or undone as a whole, on its own page.
      return mail.notice === 'introduction' ? [] : ['cancel']
    default:
      return mail.alarm ? ['dismiss'] : []
  }
}

const eventName = (i18n: I18n, type: string): string =>
  ({
    'email.sent': i18n._('The provider has it'), 'email.delivered': i18n._('Delivered'), 'email.delivery_delayed': i18n._('Delayed'), 'email.bounced': i18n._('Bounced'),
    'email.complained': i18n._('Reported as spam'), 'email.failed': i18n._('The provider could not send it.'), 'email.suppressed': i18n._('The provider does not write to this address'),
  })[type] ?? type

/** One mail with its bytes, its fate, and what may be done. */
export function mailMessageView(reader: Reader, mail: LoggedMessage, now: Date) {
  const { i18n, locale } = reader
  const at = (time: string | null) => (time ? formatDateTime(locale, time) : null)
  const steps: [label: string, when: string | null][] = [
    [i18n._('Written into the outbox'), at(mail.created_at)],
    [i18n._('First tried'), at(mail.first_attempt_at)],
    [i18n._('Sent'), at(mail.sent_at)],
    ...mail.events.map(({ type, at: when }): [string, string | null] => [eventName(i18n, type), at(when)]),
  ]
  return {
    ...rowOf(reader, { ...mail, company: null }),
    language: languageName(i18n, mail.locale), replyTo: mail.reply_to, text: mail.text, written: mail.html !== null, tries: mail.attempts, error: mail.error, providerId: mail.provider_id,
    introduction: mail.introduction_id && inLocale(`/desk/introductions/${mail.introduction_id}`, locale),
    company: mail.company_id && inLocale(`/desk/companies/${mail.company_id}`, locale),
    steps: steps.flatMap(([label, when]) => (when ? [{ label, when }] : [])),
    acts: actsOf(mail, now),
  }
}
export type MailMessageView = ReturnType<typeof mailMessageView>
