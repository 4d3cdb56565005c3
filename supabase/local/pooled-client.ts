import type { PoolClient } from 'pg'

import { Preparation } from './preparation'

const jsonTypes = [114, 3802]

/** By the text of a statement: which of its parameters are JSON to the database. */
const known = new Map<string, boolean[]>()

async function areJson(client: PoolClient, text: string): Promise<boolean[]> {
  const found = known.get(text)
  if (found) return found
  await client.query(`prepare parameters_of as ${text}`)
  const { rows } = await client.query<{ types: number[] }>("select parameter_types::oid[]::int[] as types from pg_prepared_statements where name = 'parameters_of'")
  await client.query('deallocate parameters_of')
  const types = rows[0]!.types.map(type => jsonTypes.includes(type))
  known.set(text, types)
  return types
}

/**
 * A pool's connection as the small Supabase needs it. A request's preparation goes to the database in one message, not in seven. A list is written
 * as the database wants it: node-postgres takes every list for a PostgreSQL array, also where it is to become JSON; which of the two, only the
 * database knows, and is asked once a statement.
 */
export function pooledClient(client: PoolClient): PoolClient {
  const preparation = new Preparation()
  const query = async (text: string, values: unknown[] = []) => {
    if (preparation.takes(text, values)) return { command: 'SET', rows: [] }
    const before = preparation.script()
    if (before) await client.query(before)
    if (!values.some(Array.isArray)) return client.query(text, values)
    const json = await areJson(client, text)
    return client.query(text, values.map((value, i) => (Array.isArray(value) && json[i] ? JSON.stringify(value) : value)))
  }
  return { query, release: () => client.release() } as unknown as PoolClient
}
