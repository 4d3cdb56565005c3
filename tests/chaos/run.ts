import { EventEmitter, once } from 'node:events'

import { BACKOFF_S } from '~/features/introductions/outbox/worker.server'
import type { Backend } from '../support/backend'
import type { MailWorld } from '../support/mail-world'
import { startResendStandIn, type Fault } from '../support/resend-stand-in'
import { startCrew } from './crew'
import { startDroppingProxy } from './dropping-proxy'
import type { Control } from './order'
import { seedMatches } from './seed'

export type ChaosPlan = {
  introductions: number
  workers: number
  kills: number
  control: Control | null
  seed: number
  /** How much quicker than in life everything goes: backoff, polling, the provider's second. */
  haste: number
  /** How long a worker waits for the provider's answer; the lease is three times as long. */
  timeoutMs: number
  deadlineS: number
  tell?: (progress: string) => void
}

export type ChaosResult = {
  /** Mails that somebody got, of two an introduction. */
  sent: number
  /** Mails that somebody got once more. */
  doubled: number
  /** Mails that nobody got, or that the outbox does not know as sent. */
  lost: number
  seconds: number
  kills: number
  /** The provider's answers by status, and what the database's proxy swallowed. */
  calls: Record<string, number>
  unheard: { calls: number; answers: number }
  stoppedInMs: number
  /** What the outbox, and the provider, say of mails that are not sent. */
  unsent: string[]
}

/** Numbers that look random and are the same for the same seed (mulberry32). */
function makeRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Of a hundred calls: 8 are answered with 5xx, 2 cut before and 3 after acceptance, 1 left silent before and 2 after. */
const providerFaults: readonly [percent: number, Fault][] = [[8, 500], [2, 'reset-before'], [3, 'reset-after'], [1, 'silence-before'], [2, 'silence-after']]

function drawFault(random: () => number): Fault | null {
  let left = random() * 100
  for (const [percent, fault] of providerFaults) {
    left -= percent
    if (left < 0) return fault
  }
  return null
}

/** The pauses of life up to half an hour, divided by twice the haste: a machine that stands still for minutes costs no mail its eight tries. */
const pauses = (haste: number) => BACKOFF_S.map(seconds => Math.min(seconds, 1_800) / haste / 2)

/**
 * Approves introductions and lets workers that are killed all the time send their mails through a failing provider, over a failing network.
 * Every mail must arrive, and none twice.
 */
export async function runChaos(backend: Backend, world: MailWorld, plan: ChaosPlan): Promise<ChaosResult> {
  const random = makeRandom(plan.seed)
  const mails = plan.introductions * 2
  const began = Date.now()
  let kills = 0
  let storm = Math.ceil(mails / 10)
  let lastStorm = false
  const outbox = new EventEmitter()

  const provider = await startResendStandIn({ perSecond: 8 * plan.haste, retryAfterS: 2 / plan.haste, onAccepted: (_mail, apiKey) => accepted(Number(apiKey.replace('re_', ''))) })
  // Bursts of 429: at the start, and a long one when few mails are left, so that each of them meets more than eight.
  provider.always(() => (storm > 0 ? ((storm -= 1), 'rate') : drawFault(random)))
  const proxy = await startDroppingProxy(
    backend.url,
    () => (random() < 0.02 ? 'answer' : random() < 0.01 ? 'call' : null),
    (path, body) => void (path.endsWith('/outbox_claim') && body.toString() === '[]' && outbox.emit('nothing due')),
  )
  const matches = await seedMatches(backend, world, plan.introductions)
  const crew = await startCrew(plan.workers, {
    databaseUrl: proxy.url, serviceKey: backend.serviceKey, providerUrl: provider.url, timeoutMs: plan.timeoutMs, control: plan.control,
    settings: { batch: 5, leaseSeconds: Math.ceil((plan.timeoutMs * 3) / 1000) + 1, pollMs: 200, choresMs: 3_600_000, backoffSeconds: pauses(plan.haste) },
  })

  /** A mail has just been taken, and its sender has not heard of it yet: every other kill strikes here, the rest anywhere. */
  function accepted(sender: number): void {
    const got = provider.accepted.length
    if (kills < plan.kills && got >= ((kills + 1) * mails * 0.9) / plan.kills && crew.kill(kills % 2 === 0 ? sender : null, random)) kills += 1
    plan.tell?.(`${got} of ${mails} accepted, ${kills} kills`)
    const left = mails - got
    if (!lastStorm && left <= Math.max(6, mails * 0.06)) {
      lastStorm = true
      storm += left * 14
    }
  }

  for (const match of matches) await world.approve(match)
  const ours = `introduction_id in (select id from public.introductions where match_id = any ($1::uuid[]))`
  const unsettled = async () => {
    const [row] = await backend.sql<{ n: number }>(`select count(*)::int as n from private.outbox where state in ('queued', 'sending') and ${ours}`, [`{${matches.join(',')}}`])
    return row?.n ?? 0
  }
  // The run is over when nothing is queued or leased any more, however long a lease or a pause may be: asked whenever a worker found nothing due.
  const deadline = AbortSignal.timeout(plan.deadlineS * 1000)
  for (let open = mails; open > 0 && !deadline.aborted; open = await unsettled()) {
    await once(outbox, 'nothing due', { signal: deadline }).catch(() => {})
  }
  const stoppedInMs = await crew.stop()
  const rows = await backend.sql<{ dedupe_key: string; to_email: string; state: string; attempts: number; error: string | null }>(`select dedupe_key, to_email, state, attempts, error from private.outbox where ${ours}`, [`{${matches.join(',')}}`])
  await Promise.all([provider.stop(), proxy.stop()])

  const copies = new Map<string, number>()
  for (const { to } of provider.accepted) copies.set(to.join(), (copies.get(to.join()) ?? 0) + 1)
  const known = rows.filter(({ to_email, state }) => state === 'sent' && copies.has(to_email)).length
  const calls: Record<string, number> = {}
  for (const { status } of provider.calls) calls[status] = (calls[status] ?? 0) + 1
  return {
    sent: copies.size,
    doubled: [...copies.values()].reduce((sum, times) => sum + times - 1, 0),
    lost: mails - known,
    seconds: (Date.now() - began) / 1000,
    kills, calls, unheard: proxy.lost, stoppedInMs,
    unsent: rows.filter(({ state }) => state !== 'sent').map(({ dedupe_key, state, attempts, error }) => {
      const heard = provider.calls.filter(({ key }) => key === dedupe_key).map(({ status }) => status)
      return `${state} after ${attempts} tries, the last: ${error ?? 'no answer was written down'}; the provider answered ${heard.join(', ') || 'never'}`
    }),
  }
}

export const isExactlyOnce = ({ sent, doubled, lost }: ChaosResult, introductions: number): boolean => sent === introductions * 2 && doubled === 0 && lost === 0
