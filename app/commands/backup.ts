import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'

import { standSettings } from '~/platform/env.server'
import { runningStand } from '../../supabase/local/address'
import { openDirectory } from '../../supabase/local/data-directory'
import { lockDirectory } from '../../supabase/local/lock'
import { CommandRefusal, dataDirectory, runCommand } from './command'

// npm run backup [-- <file>]: one file with everything in the embedded database, whether it runs or not. Secrets are not in it.

/** A whole copy of the data, from the running process if there is one. */
async function copyOf(directory: string): Promise<Uint8Array> {
  const running = await runningStand(directory)
  if (running) {
    const answer = await fetch(`${running.url}/_stand/copy`, { headers: { 'x-stand-secret': running.secrets.standSecret } })
    if (!answer.ok) throw new CommandRefusal('The database behind the stand is a PostgreSQL of your own: copy it with pg_dump.')
    return new Uint8Array(await answer.arrayBuffer())
  }
  const unlock = await lockDirectory(directory)
  try {
    const database = await openDirectory(directory)
    const copy = new Uint8Array(await (await database.dump!()).arrayBuffer())
    await database.close()
    return copy
  } finally {
    unlock()
  }
}

await runCommand(async () => {
  const { databaseUrl } = standSettings()
  if (databaseUrl) throw new CommandRefusal('LOCAL_DATABASE_URL is a PostgreSQL of your own: copy it with pg_dump.')
  const moment = new Date().toISOString().slice(0, 19).replaceAll(':', '-')
  const directory = dataDirectory()
  const file = resolve(process.argv[2] ?? `${directory}/copies/${moment}.tar.gz`)
  mkdirSync(dirname(file), { recursive: true })
  const copy = gzipSync(await copyOf(directory))
  writeFileSync(file, copy, { mode: 0o600 })
  console.log(`Copied to ${file} (${(copy.byteLength / 1e6).toFixed(1)} MB). It holds people's data: keep it safe.`)
})
