import { parseArgs } from 'node:util'

import { startBackend } from '../support/backend'
import { makeMailWorld } from '../support/mail-world'
import { controls, type Control } from './order'
import { isExactlyOnce, runChaos } from './run'

// npm run chaos [-- --control=random-key|no-freeze|count-429] [--introductions=400 --workers=6 --kills=60 --seed=1 --haste=10]
// Ends with 1 unless every mail arrived once. With a control it must fail.

const { values } = parseArgs({
  options: {
    introductions: { type: 'string', default: '400' },
    workers: { type: 'string', default: '6' },
    kills: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    haste: { type: 'string', default: '10' },
    control: { type: 'string' },
  },
})
if (values.control !== undefined && !controls.includes(values.control as Control)) {
  console.error(`There is no control ${values.control}; there are ${controls.join(', ')}.`)
  process.exit(2)
}
const introductions = Number(values.introductions)
const backend = await startBackend()
const world = await makeMailWorld(backend)
let told = 0
const result = await runChaos(backend, world, {
  introductions, workers: Number(values.workers), kills: Number(values.kills), seed: Number(values.seed), haste: Number(values.haste), control: (values.control as Control | undefined) ?? null, deadlineS: 1_800, timeoutMs: 4_000,
  tell: progress => {
    if (Date.now() - told < 5_000) return
    told = Date.now()
    console.log(progress)
  },
})
await backend.stop()

const { sent, doubled, lost, seconds, kills, calls, unheard, stoppedInMs, unsent } = result
console.log(`${introductions} introductions, ${values.workers} workers, ${kills} kills, seed ${values.seed}${values.control ? `, without ${values.control}` : ''}`)
console.log(`the provider answered ${Object.entries(calls).map(([status, times]) => `${status}: ${times}`).join(', ')}`)
console.log(`of the database ${unheard.answers} answers were not heard and ${unheard.calls} calls did not arrive; SIGTERM ended all workers in ${(stoppedInMs / 1000).toFixed(1)} s`)
for (const line of unsent) console.log(line)
console.log(`sent ${sent}, doubled ${doubled}, lost ${lost}, ${seconds.toFixed(0)} s`)
process.exit(isExactlyOnce(result, introductions) ? 0 : 1)
