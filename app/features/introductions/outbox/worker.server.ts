import { setTimeout as wait } from 'node:timers/promises'

import type { Logger } from 'pino'

import type { SendMail } from '~/platform/mailer.server'
import { deliverMail, type ComposeMail } from './deliver.server'
import type { LeasedMail, OutboxStore } from './outbox.store.server'

/** Seconds after the first, second, … failed try: 14 h 42 min together, well inside the 23 in which a key is safe. */
export const BACKOFF_S = [10, 30, 120, 600, 1_800, 7_200, 14_400, 28_800] as const

export interface WorkerSettings {
  /** Mails leased at once; they go out side by side. */
  batch: number
  /** At least three times what one mail may take (rendering, the provider's ten seconds, two answers of the database). */
  leaseSeconds: number
  /** How long to sleep when nothing was due. */
  pollMs: number
  backoffSeconds: readonly number[]
  /** How often time is looked at: reminders, expiry, what wakes up. */
  choresMs: number
}

export const workerDefaults: WorkerSettings = { batch: 10, leaseSeconds: 45, pollMs: 2_000, backoffSeconds: BACKOFF_S, choresMs: 60_000 }

export interface WorkerParts {
  name: string
  store: OutboxStore
  compose: ComposeMail
  send: SendMail | 'mailbox'
  log: Logger
  settings?: Partial<WorkerSettings>
}

export interface OutboxWorker {
  /** Something is due now: do not sleep on. */
  nudge: () => void
  /** Claims once and sees everything claimed through. Answers how many it took. */
  pass: () => Promise<number>
  /** Runs the chores of time. */
  chores: () => Promise<void>
  /** Claims until stopped. */
  start: () => void
  /** Claims no more; resolves when what is in flight is finished. */
  stop: () => Promise<void>
}

/** Sends what is due, one lease at a time. Any number may run side by side: the database hands each mail to one of them. */
export function makeWorker({ name, store, compose, send, log, settings: given = {} }: WorkerParts): OutboxWorker {
  const settings = { ...workerDefaults, ...given }
  let stopping = false
  let running: Promise<void> | undefined
  let wake = () => {}
  let nudged = false
  let knownRate: number | null = null

  async function learnRate(perSecond: number | null): Promise<void> {
    if (perSecond === null || perSecond === knownRate) return
    knownRate = perSecond
    try {
      await store.rate(perSecond, null)
    } catch (error) {
      knownRate = null
      throw error
    }
  }

  /** Claims once; what was taken goes its way, each mail at its time. */
  async function take(): Promise<{ mails: LeasedMail[]; through: Promise<unknown> }> {
    const mails = await store.claim(name, settings.batch, settings.leaseSeconds)
    return { mails, through: Promise.all(mails.map(mail => deliverMail(mail, { store, compose, send, log, backoffSeconds: settings.backoffSeconds, learnRate }))) }
  }

  function sleep(ms: number): Promise<void> {
    if (nudged || stopping) return Promise.resolve()
    return new Promise(resolve => {
      const timer = setTimeout(resolve, ms)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  async function run(): Promise<void> {
    let troubles = 0
    let choresAt = 0
    let before: Promise<unknown> = Promise.resolve()
    while (!stopping) {
      nudged = false
      try {
        if (Date.now() >= choresAt) {
          choresAt = Date.now() + settings.choresMs
          await store.runDue()
        }
        const { mails, through } = await take()
        troubles = 0
        if (mails.length === 0) {
          await sleep(settings.pollMs)
          continue
        }
        // There may be more: by the time the last of these goes out the next are to be at hand. Never more than two claims are under way.
        await Promise.all([before, wait(Math.max(...mails.map(mail => mail.sendAt)) - performance.now())])
        before = through
      } catch (error) {
        // The database is away: its rows are safe in it, so only wait, longer each time.
        troubles += 1
        log.warn({ err: error, troubles }, 'the outbox cannot be read')
        nudged = false
        await sleep(Math.min(30_000, settings.pollMs * 2 ** Math.min(troubles, 6)))
      }
    }
    await before
  }

  const nudge = () => {
    nudged = true
    wake()
  }
  return {
    nudge,
    pass: async () => {
      const { mails, through } = await take()
      await through
      return mails.length
    },
    chores: () => store.runDue(),
    start: () => void (running ??= run()),
    stop: async () => {
      stopping = true
      wake()
      await running
    },
  }
}
