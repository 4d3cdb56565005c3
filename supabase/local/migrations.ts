import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import type { Database } from './database'

/** Where the project's migrations are. */
export const migrationsDirectory = fileURLToPath(new URL('../migrations', import.meta.url))

export interface Migration {
  /** The leading digits of the file's name, as the Supabase CLI records them. */
  version: string
  name: string
  sql: string
  checksum: string
}

/** A migration that cannot be applied; the message is a sentence for a person. */
export class MigrationError extends Error {
  override name = 'MigrationError'
}

/** The migrations of a directory in order. Throws MigrationError on a name the Supabase CLI would not take, or a version used twice. */
export async function readMigrations(directory = migrationsDirectory): Promise<Migration[]> {
  const files = (await readdir(directory)).filter(file => file.endsWith('.sql')).sort()
  const migrations = await Promise.all(
    files.map(async file => {
      const [, version, name] = /^(\d+)_(.+)\.sql$/.exec(file) ?? []
      if (!version || !name) throw new MigrationError(`The migration ${file} must be named <digits>_<name>.sql.`)
      const sql = await readFile(join(directory, file), 'utf8')
      return { version, name, sql, checksum: createHash('sha256').update(sql.replaceAll('\r\n', '\n')).digest('hex') }
    }),
  )
  const twice = migrations.find((migration, i) => migrations[i + 1]?.version === migration.version)
  if (twice) throw new MigrationError(`Two migrations have the version ${twice.version}.`)
  return migrations
}

/** The bookkeeping of the Supabase CLI, and beside it our checksums (the CLI keeps statements, cut in its own way). */
const bookkeeping = `
  create schema if not exists supabase_migrations;
  create table if not exists supabase_migrations.schema_migrations (version text not null primary key);
  alter table supabase_migrations.schema_migrations add column if not exists statements text[];
  alter table supabase_migrations.schema_migrations add column if not exists name text;
  create table if not exists supabase_migrations.checksums (version text not null primary key, sha256 text not null);
`

const literal = (text: string) => `'${text.replaceAll("'", "''")}'`

/** One script, one transaction: the migration and the note that it was applied stand or fall together. */
function script({ version, name, sql, checksum }: Migration): string {
  return `begin;
${sql}
;
insert into supabase_migrations.schema_migrations (version, name, statements)
  values (${literal(version)}, ${literal(name)}, array[${literal(sql)}]);
insert into supabase_migrations.checksums (version, sha256) values (${literal(version)}, ${literal(checksum)})
  on conflict (version) do update set sha256 = excluded.sha256;
commit;`
}

/**
 * Brings a database to the newest migration; answers the names it applied. Refuses, before it changes anything, an edited or vanished
 * migration that was applied already, and one that would come before an applied one.
 */
export async function migrate(database: Database, migrations: Migration[]): Promise<string[]> {
  await database.exec(bookkeeping)
  const applied = await database.query<{ version: string; sha256: string | null }>(
    'select version, sha256 from supabase_migrations.schema_migrations left join supabase_migrations.checksums using (version) order by version',
  )
  const known = new Map(migrations.map(migration => [migration.version, migration]))
  for (const { version, sha256 } of applied) {
    const migration = known.get(version)
    if (!migration) throw new MigrationError(`The database has the migration ${version}, which this project does not have.`)
    if (sha256 && sha256 !== migration.checksum) {
      throw new MigrationError(`The migration ${version}_${migration.name} was edited after it was applied. Restore it, and write a new one.`)
    }
  }
  const newest = applied.at(-1)?.version ?? ''
  const done = new Set(applied.map(({ version }) => version))
  const pending = migrations.filter(({ version }) => !done.has(version))
  const late = pending.find(({ version }) => version < newest)
  if (late) throw new MigrationError(`The migration ${late.version}_${late.name} comes before ${newest}, which was applied already. Give it a newer number.`)

  for (const migration of pending) {
    try {
      await database.exec(script(migration))
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause)
      throw new MigrationError(`The migration ${migration.version}_${migration.name} failed: ${reason}`, { cause })
    }
  }
  return pending.map(({ version, name }) => `${version}_${name}`)
}
