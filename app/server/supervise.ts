import type { ChildProcess } from 'node:child_process'

/** Pauses before each new start, in milliseconds; the last one for all that follow. */
const pauses = [200, 500, 1_000, 2_000, 5_000]
/** Who has lived this long may start again at once. */
const settledAfterMs = 60_000

export interface Supervised {
  stop: (patienceMs: number) => Promise<void>
}

/**
 * Keeps a process running: whenever it ends by itself it is started again, after a pause that grows while it keeps ending. `start` resolves
 * with the process once it works; the first start must succeed, and its failure is the caller's.
 */
export async function supervise(name: string, start: () => Promise<ChildProcess>, say: (line: string) => void): Promise<Supervised> {
  let stopping = false
  let child: ChildProcess | undefined
  let failures = 0
  let timer: NodeJS.Timeout | undefined

  const again = () => {
    const pause = pauses[Math.min(failures, pauses.length - 1)]!
    failures += 1
    timer = setTimeout(() => {
      run().then(() => say(`${name} is back.`)).catch((error: unknown) => {
        say(`${name} would not start: ${error instanceof Error ? error.message : String(error)}`)
        if (!stopping) again()
      })
    }, pause)
  }

  const run = async () => {
    const began = Date.now()
    child = await start()
    const ended = () => {
      if (stopping) return
      if (Date.now() - began > settledAfterMs) failures = 0
      say(`${name} ended unexpectedly; it is started again.`)
      again()
    }
    if (child.exitCode !== null || child.signalCode !== null) ended()
    else child.once('exit', ended)
  }

  await run()
  return {
    stop: async patienceMs => {
      stopping = true
      clearTimeout(timer)
      const running = child
      if (!running || running.exitCode !== null || running.signalCode !== null) return
      const ended = new Promise<void>(resolve => running.once('exit', () => resolve()))
      running.kill('SIGTERM')
      const force = setTimeout(() => running.kill('SIGKILL'), patienceMs)
      await ended
      clearTimeout(force)
    },
  }
}
