// npm run check:all: every check of checks.mjs, one after another, and a line for each.
import { spawnSync } from 'node:child_process'

import { checks } from './checks.mjs'

const results = checks.map(({ name, command: [program = '', ...parameters], env = {} }) => {
  console.log(`\n── ${name} ──`)
  const began = Date.now()
  const { status } = spawnSync(program, parameters, { stdio: 'inherit', shell: process.platform === 'win32', env: { ...process.env, ...env } })
  return { name, passed: status === 0, minutes: (Date.now() - began) / 60_000 }
})

console.log('')
for (const { name, passed, minutes } of results) console.log(`${passed ? '✓' : '✗'} ${name} (${minutes.toFixed(1)} min)`)
const passed = results.filter(result => result.passed).length
console.log(`${passed} passed, ${results.length - passed} failed`)
process.exit(passed === results.length ? 0 : 1)
