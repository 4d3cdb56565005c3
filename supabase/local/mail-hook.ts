import { createHmac, randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'

/** What hosted Supabase posts to a Send Email hook; the embedded one posts the same. Source: Supabase docs, "Send Email Hook". */
export interface SendEmailEvent {
  user: { id: string; email: string; user_metadata: Record<string, unknown>; [field: string]: unknown }
  email_data: {
    token: string
    token_hash: string
    redirect_to: string
    email_action_type: string
    site_url: string
    token_new: string
    token_hash_new: string
  }
}

/** Takes an event over; throws when it could not. */
export type MailSink = (event: SendEmailEvent) => Promise<void>

/** The headers and body of a signed hook call (standard webhooks). `secret` is `v1,whsec_<base64>`; `seconds` since 1970. */
export function signedHook(event: SendEmailEvent, secret: string, id: string, seconds: number) {
  const body = JSON.stringify(event)
  const key = Buffer.from(secret.replace(/^v1,whsec_/, ''), 'base64')
  const signature = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')
  return {
    body,
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(seconds),
      'webhook-signature': `v1,${signature}`,
    },
  }
}

/**
 * Posts events to the app, as hosted Supabase does: at most 5 s a try, and three tries while the app says "not now" or is not there yet
 * (an answer of any other kind is final). Throws with the status when the app would not take it.
 */
export function hookSink(url: string, secret: string): MailSink {
  return async event => {
    const id = `msg_${randomUUID()}`
    let reason = ''
    for (const pause of [0, 500, 1500]) {
      await wait(pause)
      const { body, headers } = signedHook(event, secret, id, Math.floor(Date.now() / 1000))
      try {
        const answer = await fetch(url, { method: 'POST', body, headers, signal: AbortSignal.timeout(5_000) })
        if (answer.ok) return
        reason = `status ${answer.status}`
        if (answer.status !== 429 && answer.status !== 503) break
      } catch (error) {
        reason = error instanceof Error ? error.message : String(error)
      }
    }
    throw new Error(`The app did not take a sign-in mail over: ${reason}`)
  }
}
