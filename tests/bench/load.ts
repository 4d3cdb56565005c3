import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { setInterval } from 'node:timers/promises'
import { parseArgs } from 'node:util'

import { abuse } from './abuse'
import { visitorsOf, type Ask } from './visitors'

/**
 * `npm run bench:load [-- --url URL --minutes N --rate N --abuse]`: an open loop of requests against a demonstration stand that runs (npm start): seven lists to two
 * details to one form, whatever the answers take; what waits counts from when it was due. With `--abuse` the same once more among slow, malformed and oversized
 * requests. Ends with 1 beyond the bars.
 */
const { values } = parseArgs({
  options: {
    url: { type: 'string', default: `http://localhost:${process.env.PORT ?? 3000}` }, minutes: { type: 'string', default: '5' }, rate: { type: 'string', default: '20' },
    abuse: { type: 'boolean', default: false },
  },
})
const origin = new URL(values.url).origin
const seconds = Number(values.minutes) * 60
const bars = { p95: 200, p99: 500, growth: 1.1, times: 2 }
const WARM_UP_S = 20
// A minute's mix, spread evenly: of ten requests seven, two and one.
const order: Array<Ask['kind']> = ['list', 'list', 'detail', 'list', 'list', 'form', 'list', 'detail', 'list', 'list']

/** The process that listens at a port of this machine; Linux tells. */
function listenerAt(port: number): number | undefined {
  if (!existsSync('/proc/net/tcp')) return undefined
  const wanted = `:${port.toString(16).toUpperCase().padStart(4, '0')}`
  const rows = ['/proc/net/tcp', '/proc/net/tcp6'].flatMap(file => (existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(1) : []))
  const sockets = new Set(rows.map(row => row.trim().split(/\s+/)).filter(([, local, , state]) => local?.endsWith(wanted) && state === '0A').map(row => `socket:[${row[9]}]`))
  return readdirSync('/proc').filter(name => /^\d+$/.test(name)).map(Number).find(pid => {
    try {
      return readdirSync(`/proc/${pid}/fd`).some(fd => sockets.has(readlinkSync(`/proc/${pid}/fd/${fd}`)))
    } catch {
      return false
    }
  })
}

const residentMb = (pid: number): number => Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
/** Hundredths of a second so far, of all cores, and how many of them the machine was given to others; Linux tells. */
function stolen(): [all: number, others: number] {
  if (!existsSync('/proc/stat')) return [0, 0]
  const ticks = readFileSync('/proc/stat', 'utf8').split('\n')[0]!.trim().split(/\s+/).slice(1, 9).map(Number)
  return [ticks.reduce((sum, n) => sum + n, 0), ticks[7]!]
}
const at = (sorted: readonly number[], share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
const median = (numbers: number[]) => at([...numbers].sort((a, b) => a - b), 0.5)

interface Outcome {
  times: Record<Ask['kind'], number[]>
  errors: Map<string, number>
  /** Resident megabytes, one a second, by process. */
  memory: Map<string, number[]>
  /** What share of its time the machine was not ours: with a tenth of it gone, no figure of time means anything. */
  elsewhere: number
}

/** Sends when it is due, not when the answer before is there. */
async function openLoop(asks: Record<Ask['kind'], Ask[]>, ratePerSecond: number, forSeconds: number, watched: Array<[string, number]>): Promise<Outcome> {
  const outcome: Outcome = { times: { list: [], detail: [], form: [] }, errors: new Map(), memory: new Map(watched.map(([name]) => [name, []])), elsewhere: 0 }
  const count = Math.round(ratePerSecond * forSeconds)
  const turn = { list: 0, detail: 0, form: 0 }
  const under: Array<Promise<void>> = []
  const [ticks, others] = stolen()
  const began = performance.now()
  let seconds = 0
  const one = async (ask: Ask, due: number) => {
    try {
      await ask.send()
      outcome.times[ask.kind].push(performance.now() - due)
    } catch (error) {
      const sentence = `${ask.kind} ${ask.what}: ${(error as Error).message}`.slice(0, 240)
      outcome.errors.set(sentence, (outcome.errors.get(sentence) ?? 0) + 1)
    }
  }
  for await (const _ of setInterval(5)) {
    const passed = performance.now() - began
    while (under.length < count && (under.length * 1000) / ratePerSecond <= passed) {
      const kind = order[under.length % order.length]!
      const ask = asks[kind][turn[kind]++ % asks[kind].length]!
      under.push(one(ask, began + (under.length * 1000) / ratePerSecond))
    }
    if (passed > seconds * 1000) {
      seconds++
      for (const [name, pid] of watched) outcome.memory.get(name)!.push(residentMb(pid))
    }
    if (under.length === count) break
  }
  await Promise.all(under)
  const [ticksNow, othersNow] = stolen()
  outcome.elsewhere = (othersNow - others) / Math.max(1, ticksNow - ticks)
  return outcome
}

function tell(title: string, { times, errors, memory, elsewhere }: Outcome): { p99: number; fine: boolean } {
  const all = Object.values(times).flat().sort((a, b) => a - b)
  const failed = [...errors.values()].reduce((sum, n) => sum + n, 0)
  const line = (name: string, sorted: number[]) => `${name.padEnd(8)} ${String(sorted.length).padStart(6)}   p50 ${at(sorted, 0.5).toFixed(0).padStart(5)} ms   p95 ${at(sorted, 0.95).toFixed(0).padStart(5)} ms   p99 ${at(sorted, 0.99).toFixed(0).padStart(5)} ms   worst ${at(sorted, 1).toFixed(0).padStart(5)} ms`
  console.log(`\n${title}`)
  for (const [kind, some] of Object.entries(times)) console.log(line(`${kind}s`, some.sort((a, b) => a - b)))
  console.log(line('all', all))
  for (const [sentence, n] of errors) console.error(`error ${n} × ${sentence}`)
  const growths = [...memory].map(([name, each]) => {
    const part = Math.max(1, Math.floor(each.length / 5))
    const [first, last] = [median(each.slice(0, part)), median(each.slice(-part))]
    console.log(`memory   ${name}: ${first.toFixed(0)} MB in the first fifth, ${last.toFixed(0)} MB in the last (${((last / first - 1) * 100).toFixed(1)} %)`)
    return last / first
  })
  if (elsewhere > 0) console.log(`machine  ${(elsewhere * 100).toFixed(1)} % of its time went to others`)
  if (memory.size === 0) console.log('memory   is measured on Linux only')
  const [p95, p99] = [at(all, 0.95), at(all, 0.99)]
  const fine = failed === 0 && p95 <= bars.p95 && p99 <= bars.p99 && growths.every(growth => growth < bars.growth)
  console.log(`${failed} errors (0 owed), p95 ${p95.toFixed(0)} ms (${bars.p95}), p99 ${p99.toFixed(0)} ms (${bars.p99}), memory ${Math.max(0, ...growths.map(growth => (growth - 1) * 100)).toFixed(1)} % (under 10): ${fine ? 'within the bars' : 'OUTSIDE'}`)
  return { p99, fine }
}

if (!(await fetch(`${origin}/readyz`).then(({ ok }) => ok, () => false))) {
  console.error(`Nothing is ready at ${origin}: start the stand first (npm start), or name it with --url.`)
  process.exit(1)
}
const asks = await visitorsOf(origin)
const port = Number(new URL(origin).port)
// The database of a stand listens beside its web process.
const watched = [['web', listenerAt(port)], ['database', listenerAt(port + 1)]].flatMap(([name, pid]) => (pid ? [[name, pid] as [string, number]] : []))
const rate = Number(values.rate)
console.log(`${rate} requests a second for ${seconds} s at ${origin}; before it ${WARM_UP_S} s to warm up`)
await openLoop(asks, rate, WARM_UP_S, [])
const calm = tell('Honest people', await openLoop(asks, rate, seconds, watched))
let { fine } = calm
if (values.abuse) {
  const others = abuse(origin)
  const outcome = await openLoop(asks, rate, seconds, watched)
  await others.stop()
  const among = tell('Honest people, among slow, malformed and oversized requests', outcome)
  for (const [what, n] of [...others.told].sort()) console.log(`told     ${n} × ${what}`)
  const times = among.p99 / calm.p99
  const kept = times <= bars.times && [...others.told.keys()].every(line => !line.includes('instead of')) && outcome.errors.size === 0
  console.log(`p99 ${times.toFixed(2)} times that without them (${bars.times}): ${kept ? 'within the bar' : 'OUTSIDE'}`)
  fine &&= kept
}
process.exit(fine ? 0 : 1)
