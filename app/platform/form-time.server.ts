import { createHmac, timingSafeEqual } from 'node:crypto'

import type { Env } from './env.server'

/** A page is read, an address typed: nobody is quicker. */
const SOONEST_MS = 1_000
/** A page that lay open for longer is shown once more. */
const LATEST_MS = 24 * 60 * 60 * 1000

type Secrets = Pick<Env, 'sessionSecret'>
const signatureOf = ({ sessionSecret }: Secrets, time: string) => createHmac('sha256', sessionSecret).update(`form shown at ${time}`).digest('base64url')

/** For the hidden field of a form that anybody may send: when the page was made, signed. */
export const stampOf = (env: Secrets, now: Date): string => `${now.getTime()}.${signatureOf(env, String(now.getTime()))}`

/**
 * Whether a hand sent the form: not sooner than one can type, not later than a day, and with a stamp of ours. Asked only where mails leave the house:
 * on a stand with a mailbox there is no inbox to protect.
 */
export function sentByHand(env: Pick<Env, 'sessionSecret' | 'mail'>, stamp: string, now: Date): boolean {
  if (!env.mail.resend) return true
  const [time = '', signature = ''] = stamp.split('.')
  const wanted = signatureOf(env, time)
  if (signature.length !== wanted.length || !timingSafeEqual(Buffer.from(signature), Buffer.from(wanted))) return false
  const open = now.getTime() - Number(time)
  return open >= SOONEST_MS && open <= LATEST_MS
}
