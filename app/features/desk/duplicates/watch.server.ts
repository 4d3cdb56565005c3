import { setTimeout as wait } from 'node:timers/promises'

import type { Logger } from 'pino'

import { DuplicateIndex, type LikelyPair } from '~/core/companies/duplicate-index'
import type { WatchStore } from './duplicates.store.server'

const LOOK_EVERY_MS = 3_000
/** Both countries keep UTC+5; at three in the morning the desk sleeps. */
const NIGHT = { zoneMs: 5 * 3_600_000, hour: 3 }

/** The likely duplicates of one forum, kept up with its firms: registered, imported or edited, a firm is compared within seconds. */
export class ForumWatch {
  private readonly index = new DuplicateIndex()
  private cursor = new Date(0).toISOString()

  private constructor(private readonly forum: string, private readonly store: WatchStore) {}

  /** Compares every firm of the forum with every other, and keeps what is likely. */
  static async start(forum: string, store: WatchStore): Promise<ForumWatch> {
    const watch = new ForumWatch(forum, store)
    for (let after: string | undefined; ; ) {
      const page = await store.traces(forum, after)
      for (const firm of page) {
        watch.index.put(firm)
        watch.see(firm.updatedAt)
      }
      after = page.at(-1)?.id
      if (page.length < 1000) break
    }
    await store.keep(forum, [...watch.index.pairs()])
    return watch
  }

  /** Looks at what changed since last time. Answers how many firms were compared. */
  async catchUp(): Promise<number> {
    const changed = (await this.store.changed(this.forum, this.cursor)).filter(firm => !this.seen.has(`${firm.id} ${firm.updatedAt}`))
    for (const firm of changed) {
      if (firm.gone) this.index.remove(firm.id)
      else this.index.put(firm)
    }
    for (const firm of changed) {
      const pairs = firm.gone ? [] : this.index.like(firm).map(({ id, ...likeness }): LikelyPair => (firm.id < id ? { one: firm.id, other: id, ...likeness } : { one: id, other: firm.id, ...likeness }))
      await this.store.keep(this.forum, pairs, firm.id)
      this.see(firm.updatedAt)
      this.seen.add(`${firm.id} ${firm.updatedAt}`)
    }
    return changed.length
  }

  // Clocks of two firms may agree, so the moment of the last one is asked for again; what was seen of it is known here.
  private readonly seen = new Set<string>()
  private see(updatedAt: string) {
    const moment = new Date(updatedAt).toISOString()
    if (moment <= this.cursor) return
    this.cursor = moment
    this.seen.clear()
  }
}

/** The night a moment belongs to: days counted from three in the morning. */
const nightOf = (now: Date) => Math.floor((now.getTime() + NIGHT.zoneMs - NIGHT.hour * 3_600_000) / 86_400_000)

/** A look over every open forum: what changed since the last one, and in the first look of a night every firm with every other. */
export function lookOver(store: WatchStore, now: () => Date): () => Promise<void> {
  const watches = new Map<string, ForumWatch>()
  let night = nightOf(now())
  return async () => {
    try {
      if (nightOf(now()) !== night) {
        watches.clear()
        await store.tidy()
        night = nightOf(now())
      }
      for (const forum of await store.openForums()) {
        const watch = watches.get(forum)
        if (watch) await watch.catchUp()
        else watches.set(forum, await ForumWatch.start(forum, store))
      }
    } catch (error) {
      // What was seen half is seen anew.
      watches.clear()
      throw error
    }
  }
}

/** Looks over the forums every few seconds until stopped. A failing database is waited for. */
export function watchDuplicates(store: WatchStore, log: Pick<Logger, 'info' | 'warn'>): { stop(): Promise<void> } {
  const look = lookOver(store, () => new Date())
  const stopping = new AbortController()
  const ended = (async () => {
    while (!stopping.signal.aborted) {
      await look().catch((error: unknown) => log.warn({ err: error }, 'likely duplicates could not be looked for'))
      await wait(LOOK_EVERY_MS, undefined, { signal: stopping.signal }).catch(() => undefined)
    }
  })()
  return {
    stop() {
      stopping.abort()
      return ended
    },
  }
}
