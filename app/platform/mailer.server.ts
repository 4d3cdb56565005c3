import { Resend } from 'resend'

import type { Env } from './env.server'

/** A mail as it is frozen in the outbox and sent, byte for byte. One recipient; the address stands bare, so that no name can add a second. */
export type MailPayload = {
  from: string
  to: string
  replyTo: string
  subject: string
  html: string
  text: string
  headers: Record<string, string>
  tags: { name: string; value: string }[]
}

/** What the provider says of its limit. */
export type SendRate = { perSecond: number | null }

/**
 * What became of one try:
 * `sent` accepted; `snoozed` not taken now, through no fault of the mail (costs no try); `retry` refused for the moment;
 * `permanent` will never be taken; `unknown` perhaps accepted, so only the same key with the same bytes may follow.
 */
export type SendOutcome = SendRate &
  (
    | { kind: 'sent'; id: string }
    | { kind: 'snoozed'; reason: string; seconds: number; /** The whole team must wait as well. */ everyone: boolean }
    | { kind: 'retry' | 'permanent' | 'unknown'; reason: string }
  )

/** Sends one frozen mail under its key. Never throws for what the provider does. */
export type SendMail = (key: string, payload: MailPayload) => Promise<SendOutcome>

export const SEND_TIMEOUT_MS = 10_000
/** Daily and monthly quotas: ask again after this. */
const QUOTA_PAUSE_S = 600
const STILL_RUNNING_PAUSE_S = 5

type ResendAnswer = Awaited<ReturnType<Resend['emails']['send']>>

const number = (text: string | undefined) => (text !== undefined && /^\d+(\.\d+)?$/.test(text) ? Number(text) : null)

/** `ratelimit-limit` calls in the window that `ratelimit-policy` names ("2;w=1"); a second where it names none. */
function rateOf(headers: Record<string, string> | null): SendRate {
  const limit = number(headers?.['ratelimit-limit'])
  const window = number(/;w=(\d+)/.exec(headers?.['ratelimit-policy'] ?? '')?.[1]) ?? 1
  return { perSecond: limit && window ? limit / window : null }
}

/** Sorts Resend's answer into an outcome. Source: resend.com/docs, "Errors", "Rate limit", "Idempotency keys". */
export function classify({ data, error, headers }: ResendAnswer): SendOutcome {
  const rate = rateOf(headers)
  if (data?.id) return { kind: 'sent', id: data.id, ...rate }
  if (!error) return { kind: 'unknown', reason: 'answer without an id', ...rate }
  const { statusCode: status, name, message } = error
  const reason = `${status ?? 'no answer'} ${name}: ${message}`.slice(0, 500)
  if (status === null) return { kind: 'unknown', reason, ...rate }
  if (status === 429) {
    const quota = name === 'daily_quota_exceeded' || name === 'monthly_quota_exceeded'
    return { kind: 'snoozed', reason, seconds: number(headers?.['retry-after']) ?? (quota ? QUOTA_PAUSE_S : 1), everyone: true, ...rate }
  }
  if (status === 409 && name === 'concurrent_idempotent_requests') {
    return { kind: 'snoozed', reason, seconds: STILL_RUNNING_PAUSE_S, everyone: false, ...rate }
  }
  // A key that is missing or wrong is the operator's fault and is mended; the mail waits for that.
  if (status >= 500 || status === 401 || status === 408 || status === 425) return { kind: 'retry', reason, ...rate }
  return { kind: 'permanent', reason, ...rate }
}

export type ResendOptions = { apiKey: string; baseUrl?: string; timeoutMs?: number }

/** Through Resend's SDK, which neither throws, nor retries, nor gives up by itself. The client is made at the first mail. */
export function resendSender({ apiKey, baseUrl, timeoutMs = SEND_TIMEOUT_MS }: ResendOptions): SendMail {
  let client: Resend | undefined
  return async (key, payload) => {
    client ??= new Resend(apiKey, baseUrl ? { baseUrl } : undefined)
    // The SDK's types leave the signal out; it hands all options on to fetch.
    const options: { idempotencyKey: string; signal: AbortSignal } = { idempotencyKey: key, signal: AbortSignal.timeout(timeoutMs) }
    return classify(await client.emails.send(payload, options))
  }
}

/** Opens Resend's webhook: the event, or null where the signature is not Resend's. `payload` is the raw body. */
export function openResendEvent(env: Env, payload: string, headers: Headers): { id: string; event: unknown } | null {
  const resend = env.mail.resend
  const id = headers.get('svix-id') ?? headers.get('webhook-id') ?? ''
  if (!resend || !id) return null
  try {
    const event: unknown = new Resend(resend.apiKey).webhooks.verify({
      payload,
      headers: {
        id,
        timestamp: headers.get('svix-timestamp') ?? headers.get('webhook-timestamp') ?? '',
        signature: headers.get('svix-signature') ?? headers.get('webhook-signature') ?? '',
      },
      webhookSecret: resend.webhookSecret,
    })
    return { id, event }
  } catch {
    return null
  }
}
