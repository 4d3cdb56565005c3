import { startBackend } from '../support/backend'
import { makeBattery } from './battery'
import { allMutants } from './mutants'
import { makeWorld } from './world'

// npm run test:mutants: every hole that can be made in policies, grants and guards, one at a time; the access rules must notice each.
const backend = await startBackend()
try {
  const battery = await makeBattery(await makeWorld(backend))
  const sound = await battery.run()
  if (sound.length > 0) throw new Error(`Without a mutant the rules do not hold:\n${sound.join('\n')}`)
  const mutants = await allMutants(backend)
  const began = Date.now()
  const survivors: string[] = []
  const kinds = new Map<string, number>()
  for (const mutant of mutants) {
    const faults = await battery.run(mutant)
    if (faults.length === 0) survivors.push(`${mutant.kind}: ${mutant.name}`)
    kinds.set(mutant.kind, (kinds.get(mutant.kind) ?? 0) + 1)
    if (process.argv.includes('--verbose')) console.log(`${faults.length === 0 ? 'SURVIVES' : 'killed'}  ${mutant.kind}: ${mutant.name}${faults[0] ? `\n          by ${faults[0]}` : ''}`)
  }
  for (const [kind, count] of kinds) console.log(`${String(count).padStart(4)}  ${kind}`)
  for (const survivor of survivors) console.error(`SURVIVES  ${survivor}`)
  console.log(`${mutants.length - survivors.length} of ${mutants.length} mutants killed, by ${battery.size} checks each, in ${((Date.now() - began) / 1000).toFixed(0)} s`)
  process.exitCode = survivors.length > 0 ? 1 : 0
} finally {
  await backend.stop()
}
