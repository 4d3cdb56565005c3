import { existsSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

const PATIENCE_MS = 240_000

/** The stand answers before its demonstration is filled; the tests begin when the stand has noted that it is (`seeded.json` in its data directory). */
export default async function untilSeeded(): Promise<void> {
  const record = 'node_modules/.cache/e2e-data/seeded.json'
  for (const until = Date.now() + PATIENCE_MS; !existsSync(record); await wait(200)) {
    if (Date.now() > until) throw new Error(`The demonstration was not filled within ${PATIENCE_MS / 1000} s.`)
  }
}
