import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

import { bundled } from '../../supabase/local/bundled'
import type { ChaosWorkerOrder } from './order'

const source = fileURLToPath(new URL('./worker.ts', import.meta.url))

/** So many workers, each a process; whoever is killed is replaced at once. */
export interface Crew {
  /** Kills one with -9: the one of this process id, if it is still there, else any. */
  kill: (pid: number | null, random: () => number) => boolean
  /** Asks all to finish and go; answers how many milliseconds the slowest took. */
  stop: () => Promise<number>
}

export async function startCrew(size: number, order: ChaosWorkerOrder): Promise<Crew> {
  const program = await bundled(source, 'outside')
  const crew = new Set<ChildProcess>()
  let over = false
  const enlist = () => {
    const child = fork(program, [JSON.stringify(order)], { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
    crew.add(child)
    child.once('exit', () => {
      crew.delete(child)
      if (!over) enlist()
    })
  }
  for (let i = 0; i < size; i += 1) enlist()
  return {
    kill: (pid, random) => {
      const all = [...crew]
      const chosen = all.find(child => child.pid === pid) ?? all[Math.floor(random() * all.length)]
      return chosen?.kill('SIGKILL') ?? false
    },
    stop: async () => {
      over = true
      const asked = Date.now()
      await Promise.all([...crew].map(async child => {
        const gone = once(child, 'exit')
        child.kill('SIGTERM')
        await gone
      }))
      return Date.now() - asked
    },
  }
}
