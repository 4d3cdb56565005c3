import type { I18n } from '@lingui/core'
import { z } from 'zod'

import type { MailLogStore } from '~/features/introductions/mail-log.store.server'
import { DatabaseRefusal } from '~/platform/refusal'
import { mailStateName } from './mail-words'

/** The forms on a mail's page. */
export const mailForm = z.object({ intent: z.enum(['retry', 'resend', 'mark_sent', 'cancel', 'dismiss']) })

/** Carries out what an organizer decided of a mail; null when done, else why not. A mail that is not theirs is thrown on. */
export async function actOnMail(i18n: I18n, log: MailLogStore, mail: string, { intent }: z.infer<typeof mailForm>): Promise<string | null> {
  try {
    switch (intent) {
      case 'retry': await log.retry(mail); break
      case 'resend': await log.decideUnknown(mail, 'resend'); break
      case 'mark_sent': await log.decideUnknown(mail, 'sent'); break
      case 'cancel': await log.cancel(mail); break
      case 'dismiss': await log.dismiss(mail); break
    }
    return null
  } catch (error) {
    if (!(error instanceof DatabaseRefusal) || error.status !== 409) throw error
    if (error.reason === 'mail_too_old') return i18n._('The first try is a day old: it may have arrived. Say whether it did, or send it again although it may arrive twice.')
    return i18n._('Meanwhile this mail went on: {state}. Nothing was changed.', { state: mailStateName(i18n, String(error.facts.state)) })
  }
}
