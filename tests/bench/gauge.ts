import { existsSync, readFileSync } from 'node:fs'

/** Prints what pieces of work take, beside what is owed, and counts those that are over. */
export interface Gauge {
  /** The middle of several tries; the first runs, which fill caches, do not count. */
  measure(name: string, owedMs: number, work: (attempt: number) => Promise<unknown>): Promise<void>
  /** Work that is done once. Without `owedMs` it is told, not judged. */
  once<Value>(name: string, owedMs: number | null, work: () => Promise<Value>): Promise<Value>
  over(): number
}

/**
 * A gauge of work that this process asks of another, the database's. What counts is the processor's time of both, so that a busy machine does not; the time by
 * the clock stands beside it.
 */
export function gaugeOf(other: number, tries: number): Gauge {
  let over = 0
  // Null where the system does not tell of another process.
  const processorMs = (): number | null => {
    const place = `/proc/${other}/stat`
    if (!existsSync(place)) return null
    const fields = readFileSync(place, 'utf8').replace(/^.*\) /, '').split(' ')
    const { user, system } = process.cpuUsage()
    return (Number(fields[11]) + Number(fields[12])) * 10 + (user + system) / 1000
  }
  const cell = (ms: number) => `${ms.toFixed(0).padStart(6)} ms`
  const tell = (name: string, owedMs: number | null, spent: number, clock: number) => {
    const isOver = owedMs !== null && spent > owedMs
    if (isOver) over++
    console.log(`${name.padEnd(44)} ${cell(spent)}   ${owedMs === null ? ' '.repeat(14) : `owed ${cell(owedMs)}`}   by the clock ${cell(clock)}   ${owedMs === null ? '' : isOver ? 'OVER' : 'ok'}`)
  }
  return {
    async measure(name, owedMs, work) {
      for (const attempt of [1, 2]) await work(attempt)
      const times: number[] = []
      const before = processorMs()
      for (let attempt = 1; attempt <= tries; attempt++) {
        const began = performance.now()
        await work(attempt)
        times.push(performance.now() - began)
      }
      const after = processorMs()
      const median = times.sort((a, b) => a - b)[Math.floor(tries / 2)]!
      tell(name, owedMs, before === null || after === null ? median : (after - before) / tries, median)
    },
    async once(name, owedMs, work) {
      const [began, before] = [performance.now(), processorMs()]
      const value = await work()
      const [clock, after] = [performance.now() - began, processorMs()]
      tell(name, owedMs, before === null || after === null ? clock : after - before, clock)
      return value
    },
    over: () => over,
  }
}
