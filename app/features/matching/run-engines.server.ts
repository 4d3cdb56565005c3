import type { Logger } from 'pino'

import { ForumEngine, type Knowledge } from './forum-engine.server'
import type { MatchingStore } from './matching.store.server'

const LEASE_S = 30
const LOOK_EVERY_MS = 1_000

export interface EngineLoop {
  /** Ends after what is under way. */
  stop(): Promise<void>
}

/** Keeps the suggestions of every open forum whose lease this process gets, until stopped. A failing database is waited for. */
export function runEngines(store: MatchingStore, knowledge: Knowledge, holder: string, log: Pick<Logger, 'info' | 'warn'>): EngineLoop {
  const engines = new Map<string, ForumEngine>()
  let wake = () => {}
  let stopping = false

  async function look() {
    for (const forum of await store.openForums()) {
      if (!(await store.lease(forum, holder, LEASE_S))) {
        engines.delete(forum)
        continue
      }
      const engine = engines.get(forum)
      const weights = await store.weights(forum)
      if (engine?.weightsVersion === weights.version) {
        const looked = await engine.catchUp()
        if (looked) log.info({ forum, firms: looked }, 'pairs renewed')
      } else {
        engines.set(forum, await ForumEngine.start(forum, store, knowledge, weights))
        log.info({ forum, weights: weights.version }, 'all pairs scored')
      }
    }
  }

  const ended = (async () => {
    while (!stopping) {
      try {
        await look()
      } catch (error) {
        // What an engine believes stored may not be: it starts anew.
        engines.clear()
        log.warn({ err: error }, 'the engine could not reach the database')
      }
      if (stopping) return
      await new Promise<void>(resolve => {
        const timer = setTimeout(resolve, LOOK_EVERY_MS)
        wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
  })()

  return {
    stop: () => {
      stopping = true
      wake()
      return ended
    },
  }
}
