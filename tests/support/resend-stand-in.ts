import { createHash, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A mail that the provider accepted; the person gets it. */
export type AcceptedMail = { id: string; key: string; to: string[]; body: Record<string, unknown> }

/**
 * What happens to one call: refused by status; cut off before or after acceptance; left without an answer, before or after;
 * accepted and held back, still being worked on, until `release`.
 */
export type Fault = 500 | 422 | 403 | 'rate' | 'quota' | 'reset-before' | 'reset-after' | 'silence-before' | 'silence-after' | 'held'

export interface StandInOptions {
  /** Mails taken in a second; what is above is refused with 429. */
  perSecond?: number
  /** What `retry-after` says of it, in seconds. */
  retryAfterS?: number
  /** Called when a mail was accepted, before its sender hears of it; `apiKey` is the sender's. */
  onAccepted?: (mail: AcceptedMail, apiKey: string) => void
}

export interface ResendStandIn {
  url: string
  accepted: AcceptedMail[]
  /** Every call, whatever became of it. */
  calls: { key: string; status: number | 'cut' | 'silent' }[]
  /** Faults of the next calls, in order; null is none. */
  next: (...faults: (Fault | null)[]) => void
  /** A fault by chance or rule for every call that no `next` names. */
  always: (fault: (() => Fault | null) | null) => void
  /** Ends the work on what is held, and answers it. */
  release: () => void
  /** Moves its own clock on: keys are remembered for 24 hours. */
  pass: (hours: number) => void
  reset: () => void
  stop: () => Promise<void>
}

const KEY_HOURS = 24
const HOUR_MS = 60 * 60 * 1000

type Known = { digest: string; id: string; at: number; running: boolean }

/**
 * Speaks Resend's documented behaviour of POST /emails: keys remembered for 24 hours, the same id for the same bytes, 409 for other bytes or while
 * the first call is running, limits told in headers. Source: resend.com/docs, "Idempotency keys", "Errors", "Rate limit".
 */
export async function startResendStandIn({ perSecond = 1_000, retryAfterS = 1, onAccepted }: StandInOptions = {}): Promise<ResendStandIn> {
  const known = new Map<string, Known>()
  const accepted: AcceptedMail[] = []
  const calls: ResendStandIn['calls'] = []
  const queue: (Fault | null)[] = []
  const recent: number[] = []
  const held: (() => void)[] = []
  let rule: (() => Fault | null) | null = null
  let ahead = 0
  const now = () => Date.now() + ahead

  const headers = { 'ratelimit-limit': String(perSecond), 'ratelimit-remaining': '0', 'ratelimit-reset': '1', 'ratelimit-policy': `${perSecond};w=1` }
  const answer = (res: ServerResponse, key: string, status: number, body: object, more: Record<string, string> = {}) => {
    calls.push({ key, status })
    res.writeHead(status, { 'content-type': 'application/json', ...headers, ...more }).end(JSON.stringify(body))
  }
  const refuse = (res: ServerResponse, key: string, statusCode: number, name: string, more: Record<string, string> = {}) =>
    answer(res, key, statusCode, { statusCode, name, message: `${name}, says the stand-in` }, more)
  const cut = (res: ServerResponse, key: string) => {
    calls.push({ key, status: 'cut' })
    res.socket?.destroy()
  }

  function overLimit(): boolean {
    const second = Date.now() - 1_000
    while (recent[0] !== undefined && recent[0] <= second) recent.shift()
    return recent.length >= perSecond
  }

  async function handle(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of req) chunks.push(chunk as Buffer)
    const text = Buffer.concat(chunks).toString()
    const key = String(req.headers['idempotency-key'] ?? `none/${randomUUID()}`)
    const fault = queue.length > 0 ? queue.shift()! : (rule?.() ?? null)
    if (overLimit() || fault === 'rate') return refuse(res, key, 429, 'rate_limit_exceeded', { 'retry-after': String(retryAfterS) })
    if (fault === 'quota') return refuse(res, key, 429, 'daily_quota_exceeded')
    if (fault === 422) return refuse(res, key, 422, 'validation_error')
    if (fault === 403) return refuse(res, key, 403, 'validation_error')
    if (fault === 500) return refuse(res, key, 500, 'internal_server_error')
    if (fault === 'reset-before') return cut(res, key)
    if (fault === 'silence-before') return void calls.push({ key, status: 'silent' })

    const digest = createHash('sha256').update(text).digest('hex')
    const before = known.get(key)
    if (before && now() - before.at < KEY_HOURS * HOUR_MS) {
      if (before.digest !== digest) return refuse(res, key, 409, 'invalid_idempotent_request')
      if (before.running) return refuse(res, key, 409, 'concurrent_idempotent_requests')
      return answer(res, key, 200, { id: before.id })
    }
    recent.push(Date.now())
    const entry: Known = { digest, id: randomUUID(), at: now(), running: true }
    known.set(key, entry)
    const body = JSON.parse(text) as Record<string, unknown>
    const to = body.to
    const mail = { id: entry.id, key, to: Array.isArray(to) ? (to as string[]) : [String(to)], body }
    accepted.push(mail)
    onAccepted?.(mail, String(req.headers.authorization ?? '').replace('Bearer ', ''))
    if (fault === 'held') await new Promise<void>(resolve => held.push(resolve))
    entry.running = false
    if (fault === 'reset-after') return cut(res, key)
    if (fault === 'silence-after') return void calls.push({ key, status: 'silent' })
    answer(res, key, 200, { id: entry.id })
  }

  const server = createServer((req, res) => void handle(req, res).catch(() => res.destroy()))
  await new Promise<void>((resolve, reject) => {
    const listen = (tries: number) => {
      server.once('error', error => (tries > 0 ? listen(tries - 1) : reject(error)))
      // Below the ports that the system lends out.
      server.listen(20_000 + Math.floor(Math.random() * 12_000), '127.0.0.1', resolve)
    }
    listen(10)
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    accepted,
    calls,
    next: (...faults) => void queue.push(...faults),
    always: fault => void (rule = fault),
    release: () => held.splice(0).forEach(answerIt => answerIt()),
    pass: hours => void (ahead += hours * HOUR_MS),
    reset: () => {
      accepted.length = 0
      calls.length = 0
      queue.length = 0
      rule = null
    },
    stop: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
