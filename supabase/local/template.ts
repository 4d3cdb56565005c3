import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import type { CacheDriver } from '@supabase/lite'

import { type Database, type LocalDatabase, openPglite } from './database'
import { openDirectory, prelude } from './data-directory'
import { migrate, type Migration, readMigrations } from './migrations'

const root = fileURLToPath(new URL('../../', import.meta.url))
const cache = join(root, 'node_modules', '.cache', 'dastarkhan')

const versionOf = (name: string) => (JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')) as { version: string }).version

/** Changes when the template itself is made in another way. */
const form = 'with the known schema'

/** What the Data API reads of the catalogue, at its first request, in a second: kept beside the template. */
const knownSchema = 'schema.json'

/** A cache of one value, known from the start and forgotten when the schema changes. */
function remembering(known: string): CacheDriver {
  let value: string | undefined = known
  return {
    get: async () => value,
    set: async (_, text) => void (value = text),
    delete: async () => void (value = undefined),
  }
}

/** What a migrated database's files depend on. */
export function templateKey(migrations: Migration[]): string {
  const parts = [form, prelude, versionOf('@supabase/lite'), versionOf('@electric-sql/pglite'), ...migrations.map(({ version, checksum }) => version + checksum)]
  return createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 16)
}

/** Tells the database that it is a test stand, whose clock may be moved. */
export async function markTestStand(database: Database): Promise<void> {
  await database.exec("update private.stand set name = 'test'")
}

/** Templates of a day ago and older go; a younger one may just be copied by another process. */
function removeOld(): void {
  for (const name of readdirSync(cache)) {
    const place = join(cache, name)
    if (Date.now() - statSync(place).mtimeMs > 24 * 3600 * 1000) rmSync(place, { recursive: true, force: true })
  }
}

/** A directory with a migrated, empty database; made once for each state of the migrations. Several may make it at once. */
export async function migratedTemplate(): Promise<string> {
  const migrations = await readMigrations()
  const place = join(cache, `stand-${templateKey(migrations)}`)
  if (existsSync(place)) return place
  mkdirSync(cache, { recursive: true })
  const draft = mkdtempSync(join(cache, 'draft-'))
  const database = await openDirectory(draft)
  await migrate(database, migrations)
  await markTestStand(database)
  writeFileSync(join(draft, knownSchema), JSON.stringify(await database.connection.introspect()))
  await database.close()
  try {
    renameSync(draft, place)
  } catch {
    rmSync(draft, { recursive: true })
  }
  removeOld()
  return place
}

/** A migrated database of one's own in an empty directory, by copying the template. */
export async function openFromTemplate(directory: string): Promise<LocalDatabase> {
  cpSync(await migratedTemplate(), directory, { recursive: true })
  const database = await openPglite(join(directory, 'database'))
  database.connection.config.schemaCache = remembering(readFileSync(join(directory, knownSchema), 'utf8'))
  return database
}
