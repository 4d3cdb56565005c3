import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

import { restoreDirectory } from '../../supabase/local/data-directory'
import { lockDirectory } from '../../supabase/local/lock'
import { agrees, CommandRefusal, dataDirectory, runCommand } from './command'

// npm run restore -- <file> [--yes]: puts a copy in the place of the embedded database, which must not be running.

await runCommand(async () => {
  const [file] = process.argv.slice(2).filter(argument => !argument.startsWith('--'))
  if (!file || !existsSync(file)) throw new CommandRefusal('Say which copy: npm run restore -- <file>.')
  const directory = dataDirectory()
  mkdirSync(directory, { recursive: true })
  const unlock = await lockDirectory(directory)
  try {
    const inPlace = existsSync(join(directory, 'database'))
    if (inPlace && !process.argv.includes('--yes') && !(await agrees(`Put ${file} in the place of the data in ${directory}?`))) {
      throw new CommandRefusal('Nothing was changed.')
    }
    await restoreDirectory(directory, await archiveIn(file))
    console.log(`Restored from ${file}. Migrations newer than it are applied at the next start.`)
  } finally {
    unlock()
  }
})

/** The archive in a copy's file. */
async function archiveIn(file: string): Promise<Blob> {
  try {
    return new Blob([gunzipSync(readFileSync(file))])
  } catch {
    throw new CommandRefusal(`${file} is not a copy made by npm run backup.`)
  }
}
