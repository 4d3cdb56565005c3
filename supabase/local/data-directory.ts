import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { type LocalDatabase, openPglite } from './database'
import { layFoundations } from './gateway'

/** The SQL that makes a plain database look like a new hosted Supabase project. */
export const prelude = readFileSync(fileURLToPath(new URL('./prelude.sql', import.meta.url)), 'utf8')

const half = 'database.new'
const before = 'database.before'

/**
 * Opens the database of a data directory, which must be locked for us. A first initialisation happens beside it and is put in place by one
 * rename, so that a kill at any moment leaves either nothing or a whole database.
 */
export async function openDirectory(directory: string): Promise<LocalDatabase> {
  mkdirSync(directory, { recursive: true })
  const place = join(directory, 'database')
  // A kill while a copy was put in place: the old database is whole, and still beside.
  if (!existsSync(place) && existsSync(join(directory, before))) renameSync(join(directory, before), place)
  for (const left of readdirSync(directory).filter(name => name.startsWith(half) || name === before)) rmSync(join(directory, left), { recursive: true })
  if (!existsSync(place)) {
    const draft = join(directory, half)
    const database = await openPglite(draft)
    await layFoundations(database, prelude)
    await database.close()
    renameSync(draft, place)
  }
  return openPglite(place)
}

/** Puts a copy (see LocalDatabase.dump) in place of the database of a locked data directory; the old one is kept until the copy has opened. */
export async function restoreDirectory(directory: string, archive: Blob): Promise<void> {
  mkdirSync(directory, { recursive: true })
  const place = join(directory, 'database')
  const draft = join(directory, half)
  rmSync(draft, { recursive: true, force: true })
  const database = await openPglite(draft, archive)
  await database.query('select count(*) from supabase_migrations.schema_migrations')
  await database.close()
  const old = join(directory, before)
  if (existsSync(place)) renameSync(place, old)
  renameSync(draft, place)
  rmSync(old, { recursive: true, force: true })
}
