import type { PGlite } from '@electric-sql/pglite'
import { citext } from '@electric-sql/pglite/contrib/citext'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { unaccent } from '@electric-sql/pglite/contrib/unaccent'
import type { Connection } from '@supabase/lite'
import { createPgliteConnection, PgliteConnection } from '@supabase/lite/pglite'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'

import { pooledClient } from './pooled-client'
import { ConnectionQueue, serialDialect } from './serial-dialect'

/** A database as its superuser sees it: for the migrations, the tests and the copies, never for a request. */
export interface Database {
  /** One statement with parameters; its rows. */
  query: <Row = Record<string, unknown>>(text: string, parameters?: unknown[]) => Promise<Row[]>
  /** A script of many statements, without parameters; the rows of the last. A transaction it leaves open by failing is rolled back. */
  exec: <Row = Record<string, unknown>>(script: string) => Promise<Row[]>
}

/** The database with the small Supabase's connection to it. */
export interface LocalDatabase extends Database {
  connection: Connection
  /** Wraps one HTTP request, so that its queries do not wait for one another. */
  request: <T>(work: () => Promise<T>) => Promise<T>
  /** The data directory as one uncompressed tar archive; only where we hold the files ourselves. */
  dump?: () => Promise<Blob>
  /** Takes away what rows that changed left behind, and counts anew for the planner; only where nothing else does. Everybody waits meanwhile. */
  tidy?: () => Promise<void>
  close: () => Promise<void>
}

/** `@supabase/lite` grants everything to everybody at its first request, and undoes column grants by that. Our migrations decide. */
function keepGrantsAsTheyAre(connection: Connection): void {
  Object.assign(connection, { rlsState: 'active' })
}

/** Of whose arrays a list may stand in an answer, or in a parameter. */
const listed = ['bool', 'int2', 'int4', 'int8', 'float8', 'numeric', 'text', 'varchar', 'bpchar', 'name', 'char', 'citext', 'uuid', 'oid', 'json', 'jsonb', 'date', 'time', 'timetz', 'timestamp', 'timestamptz', 'interval']

/**
 * PGlite copies its tables of readers and writers for every statement, and has one for the array of every type, each table's and view's rows among them:
 * nearly all of the table, and a third of what a short request cost.
 */
async function forgetOtherArrays(driver: PGlite): Promise<void> {
  const { rows } = await driver.query<{ oid: number }>('select typarray as oid from pg_type where typarray <> 0 and typname <> all ($1)', [listed])
  const without = <Of>(table: Record<number, Of>) => {
    const kept = { ...table }
    for (const { oid } of rows) delete kept[oid]
    // Copied once more, for a table that something was deleted from stays slow.
    return { ...kept }
  }
  driver.parsers = without(driver.parsers)
  driver.serializers = without(driver.serializers)
}

/** Opens PGlite on a directory (which nobody else may have open: see lock.ts). `archive` fills an empty directory from a `dump`. */
export async function openPglite(directory: string, archive?: Blob): Promise<LocalDatabase> {
  const connection = await createPgliteConnection({
    url: directory,
    pgliteOptions: { extensions: { pg_trgm, unaccent, citext }, ...(archive ? { loadDataDir: archive } : {}) },
  })
  const { driver } = connection
  await driver.waitReady
  await forgetOtherArrays(driver)
  const queue = new ConnectionQueue()
  connection.kysely = new Kysely({ dialect: serialDialect(driver, queue) })
  keepGrantsAsTheyAre(connection)

  /** Superuser work waits its turn like a request. */
  const alone = <T>(work: () => Promise<T>) =>
    queue.run(async () => {
      await queue.acquire()
      try {
        return await work()
      } finally {
        queue.release()
      }
    })
  return {
    connection,
    request: work => queue.run(work),
    query: <Row>(text: string, parameters: unknown[] = []) => alone(async () => (await driver.query<Row>(text, parameters)).rows),
    exec: <Row>(script: string) =>
      alone(async () => {
        try {
          return ((await driver.exec(script)).at(-1)?.rows ?? []) as Row[]
        } catch (error) {
          await driver.exec('rollback')
          throw error
        }
      }),
    dump: () => alone(async () => new Blob([await driver.dumpDataDir('none')])),
    tidy: () => alone(async () => void (await driver.exec('vacuum (analyze)'))),
    close: () => connection.close(),
  }
}

/** What the small Supabase's two PostgreSQL connections have in common; it does not export it by name. */
const PostgresConnection = Object.getPrototypeOf(PgliteConnection) as new (config: object) => Connection

const textTypes = { date: 1082, time: 1083, timestamp: 1114, timestamptz: 1184, interval: 1186, timetz: 1266 }
const numberTypes = { int8: 20, numeric: 1700 }
const textArrays = { name: 1003, date: 1182, time: 1183, timestamp: 1115, timestamptz: 1185, interval: 1187, timetz: 1270 }
const numberArrays = { int8: 1016, numeric: 1231 }
const asNumber = (text: string) => (String(Number(text)) === text ? Number(text) : text)
const asTexts = pg.types.getTypeParser(1009 as number, 'text') as (text: string) => string[]

/** Values as the small Supabase wants them: times as text, whole numbers as numbers where they fit, and so in arrays. */
function parserOf(oid: number, format?: 'text' | 'binary') {
  if (Object.values(textTypes).includes(oid)) return (text: string) => text
  if (Object.values(numberTypes).includes(oid)) return asNumber
  if (Object.values(textArrays).includes(oid)) return asTexts
  if (Object.values(numberArrays).includes(oid)) return (text: string) => asTexts(text).map(asNumber)
  return pg.types.getTypeParser(oid, format as 'text')
}

/**
 * Opens a real PostgreSQL at a URL, as a superuser of it. By node-postgres and not by the small Supabase's own driver, which writes jsonb
 * parameters twice encoded. A connection that breaks while idle throws out of the event loop, and ends the process: that is meant.
 */
export function openPostgres(url: string): LocalDatabase {
  const pool = new pg.Pool({ connectionString: url, max: 10, options: '-c timezone=UTC', types: { getTypeParser: parserOf as never } })
  const connection = new PostgresConnection({ url })
  connection.kysely = new Kysely({ dialect: new PostgresDialect({ pool: { connect: async () => pooledClient(await pool.connect()), end: () => pool.end() } }) })
  keepGrantsAsTheyAre(connection)
  return {
    connection,
    request: work => work(),
    query: async <Row>(text: string, parameters: unknown[] = []) => (await pool.query(text, parameters)).rows as Row[],
    exec: async <Row>(script: string) => {
      const client = await pool.connect()
      try {
        const result = await client.query(script)
        return (([] as (typeof result)[]).concat(result).at(-1)?.rows ?? []) as Row[]
      } catch (error) {
        await client.query('rollback')
        throw error
      } finally {
        client.release()
      }
    },
    close: async () => {
      // Who closes does not mind that the other side is faster.
      pool.on('error', () => {})
      await pool.end()
    },
  }
}
