import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { type Database, type LocalDatabase, openPglite } from './database'
import { openDirectory, prelude } from './data-directory'
import { migrate, type Migration, readMigrations } from './migrations'

const root = fileURLToPath(new URL('../../', import.meta.url))
const cache = join(root, 'node_modules', '.cache', 'dastarkhan')

const versionOf = (name: string) => (JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')) as { version: string }).version

/** What a migrated database's files depend on. */
export function templateKey(migrations: Migration[]): string {
  const parts = [prelude, versionOf('@supabase/lite'), versionOf('@electric-sql/pglite'), ...migrations.map(({ version, checksum }) => version + checksum)]
  return createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 16)
}

/** Tells the database that it is a test stand, whose clock may be moved. */
export async function markTestStand(database: Database): Promise<void> {
  await database.exec("update private.stand set name = 'test'")
}

/** A directory with a migrated, empty database; made once for each state of the migrations. Several may make it at once. */
async function template(): Promise<string> {
  const migrations = await readMigrations()
  const place = join(cache, `stand-${templateKey(migrations)}`)
  if (existsSync(place)) return place
  mkdirSync(cache, { recursive: true })
  const draft = mkdtempSync(join(cache, 'draft-'))
  const database = await openDirectory(draft)
  await migrate(database, migrations)
  await markTestStand(database)
  await database.close()
  try {
    renameSync(draft, place)
  } catch {
    rmSync(draft, { recursive: true })
  }
  for (const old of readdirSync(cache).filter(name => name.startsWith('stand-')).map(name => join(cache, name))) {
    if (old !== place) rmSync(old, { recursive: true, force: true })
  }
  return place
}

/** A migrated database of one's own in an empty directory, by copying the template. */
export async function openFromTemplate(directory: string): Promise<LocalDatabase> {
  cpSync(await template(), directory, { recursive: true })
  return openPglite(join(directory, 'database'))
}
