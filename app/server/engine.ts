import { setTimeout as wait } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'

import type { Logger } from 'pino'

const LONGEST_PAUSE_MS = 60_000

/** Starts the engine's thread and starts it again when it dies, later each time. */
export function startEngineThread(log: Logger): { stop(): void } {
  let stopping = false
  let thread: Worker | undefined

  void (async () => {
    for (let pause = 1_000; !stopping; pause = Math.min(LONGEST_PAUSE_MS, pause * 2)) {
      thread = new Worker(new URL('./engine-thread.mjs', import.meta.url))
      const failure = await new Promise<Error | undefined>(resolve => {
        thread!.once('error', resolve)
        thread!.once('exit', () => resolve(undefined))
      })
      if (stopping) return
      log.error({ err: failure }, 'the engine stopped; it starts again')
      await wait(pause)
    }
  })()

  return {
    stop() {
      stopping = true
      thread?.postMessage('stop')
    },
  }
}
