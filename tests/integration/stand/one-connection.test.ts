import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'

import { type QueryExecutorProvider, sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import { type LocalDatabase, openPglite } from '../../../supabase/local/database'
import { ConnectionQueue } from '../../../supabase/local/serial-dialect'
import { migratedTemplate } from '../../../supabase/local/template'
import { scratchDirectory } from '../../support/scratch'

let database: LocalDatabase
let directory: string
beforeAll(async () => {
  directory = scratchDirectory('queue')
  cpSync(join(await migratedTemplate(), 'database'), directory, { recursive: true })
  database = await openPglite(directory)
  await database.exec('create table public.probe (who text)')
})
afterAll(async () => {
  await database.close()
  rmSync(directory, { recursive: true })
})
beforeEach(() => database.exec('truncate public.probe').then(() => {}))

const write = (db: QueryExecutorProvider, who: string) => sql`insert into public.probe (who) values (${who})`.execute(db)
const rows = async () => (await database.query<{ who: string }>('select who from public.probe order by who')).map(row => row.who)

/** A request whose transaction stays open over turns of the event loop, as one does that signs a token in its middle. */
const slow = (who: string, fails = false) =>
  database.request(() =>
    database.connection.kysely.transaction().execute(async db => {
      await write(db, who)
      for (let turn = 0; turn < 5; turn += 1) await nextTurn()
      if (fails) throw new Error('refused')
      await write(db, `${who} again`)
    }),
  )

test('what one request rolls back is its own work, not that of another at the same time', async () => {
  const outcomes = await Promise.allSettled([slow('a'), slow('b', true), slow('c'), database.request(() => write(database.connection.kysely, 'd')), slow('e', true)])
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled', 'rejected'])
  expect(await rows()).toEqual(['a', 'a again', 'c', 'c again', 'd'])
})

test('a request that asks outside of its own transaction does not wait for itself', async () => {
  const seen = await database.request(() =>
    database.connection.kysely.transaction().execute(async db => {
      await write(db, 'a')
      return sql<{ n: number }>`select count(*)::int as n from public.probe`.execute(database.connection.kysely)
    }),
  )
  expect(seen.rows).toEqual([{ n: 1 }])
})

test('who waits is served in the order of asking', async () => {
  const queue = new ConnectionQueue()
  const order: number[] = []
  await Promise.all(
    [1, 2, 3, 4].map(number =>
      queue.run(async () => {
        await queue.acquire()
        await nextTurn()
        order.push(number)
        queue.release()
      }),
    ),
  )
  expect(order).toEqual([1, 2, 3, 4])
})
