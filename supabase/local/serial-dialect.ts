import { AsyncLocalStorage } from 'node:async_hooks'

import type { PGlite } from '@electric-sql/pglite'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'

import { Preparation } from './preparation'

/** One request's hold on the only connection; deeper acquisitions of the same request join it instead of waiting for themselves. */
interface Hold {
  depth: number
}

/**
 * PGlite has one connection. The small Supabase's own dialect hands it to everybody at once, so that a request's queries could land inside
 * another request's transaction, under the other's role. Here whoever acquires the connection has it until he releases it.
 */
export class ConnectionQueue {
  #held = false
  readonly #waiting: Array<() => void> = []
  readonly #holds = new AsyncLocalStorage<Hold>()

  /** Runs one request, so that everything it does counts as one holder. */
  run<T>(work: () => Promise<T>): Promise<T> {
    return this.#holds.run({ depth: 0 }, work)
  }

  async acquire(): Promise<void> {
    const hold = this.#holds.getStore()
    if (hold && hold.depth > 0) {
      hold.depth += 1
      return
    }
    if (this.#held) await new Promise<void>(resolve => this.#waiting.push(resolve))
    this.#held = true
    if (hold) hold.depth = 1
  }

  release(): void {
    const hold = this.#holds.getStore()
    if (hold) {
      hold.depth -= 1
      if (hold.depth > 0) return
    }
    const next = this.#waiting.shift()
    if (next) next()
    else this.#held = false
  }
}

class SerialConnection implements DatabaseConnection {
  readonly #preparation = new Preparation()

  constructor(private readonly database: PGlite) {}

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    if (this.#preparation.takes(sql, parameters)) return { rows: [] }
    const before = this.#preparation.script()
    if (before) await this.database.exec(before)
    const { rows, affectedRows } = await this.database.query<R>(sql, [...parameters])
    return { rows, numAffectedRows: affectedRows === undefined ? undefined : BigInt(affectedRows) }
  }

  async *streamQuery(): AsyncIterableIterator<never> {
    throw new Error('PGlite does not stream')
  }
}

/** Kysely's PostgreSQL dialect over the one connection of a PGlite database. */
export function serialDialect(database: PGlite, queue: ConnectionQueue): Dialect {
  const connection = new SerialConnection(database)
  const driver: Driver = {
    init: async () => {},
    acquireConnection: async () => {
      await queue.acquire()
      return connection
    },
    releaseConnection: async () => queue.release(),
    beginTransaction: async held => void (await held.executeQuery(CompiledQuery.raw('begin'))),
    commitTransaction: async held => void (await held.executeQuery(CompiledQuery.raw('commit'))),
    rollbackTransaction: async held => void (await held.executeQuery(CompiledQuery.raw('rollback'))),
    destroy: async () => {},
  }
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => driver,
    createIntrospector: database => new PostgresIntrospector(database),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  }
}
