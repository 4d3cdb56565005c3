import { RateLimiterMemory } from 'rate-limiter-flexible'

/** Counts sign-in mails an address; false when it had enough within the hour. The counts live in this process. */
export type MailLimit = (email: string) => Promise<boolean>

/** @param mailsAnHour to one address, whoever asks */
export function makeMailLimit(mailsAnHour: number): MailLimit {
  const limiter = new RateLimiterMemory({ points: mailsAnHour, duration: 3600, keyPrefix: 'sign-in mails' })
  return email => limiter.consume(email.trim().toLowerCase()).then(() => true, () => false)
}
