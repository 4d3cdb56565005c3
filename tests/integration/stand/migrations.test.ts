import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import type { Database } from '../../../supabase/local/database'
import { migrate, MigrationError, readMigrations } from '../../../supabase/local/migrations'
import { type Backend, startBackend } from '../../support/backend'
import { scratchDirectory } from '../../support/scratch'

let backend: Backend
let database: Database
let directory: string
beforeAll(async () => {
  backend = await startBackend()
  database = { query: backend.sql, exec: backend.sql }
})
afterAll(() => backend?.stop())
beforeEach(async () => {
  directory = scratchDirectory('migrations')
  await backend.sql('drop schema supabase_migrations cascade; drop schema if exists probe cascade; create schema probe;')
  return () => rmSync(directory, { recursive: true })
})

const write = (name: string, sql: string) => writeFileSync(join(directory, name), sql)
const run = async () => migrate(database, await readMigrations(directory))
const names = () => backend.sql('select version, name from supabase_migrations.schema_migrations order by 1')

test('new ones are applied in order, once, and recorded as the Supabase CLI does', async () => {
  write('2_second.sql', `insert into probe.a values ('it''s $1 \\ fine');`)
  write('1_first.sql', 'create table probe.a (b text) -- no semicolon')
  expect(await run()).toEqual(['1_first', '2_second'])
  expect(await run()).toEqual([])
  expect(await names()).toEqual([
    { version: '1', name: 'first' },
    { version: '2', name: 'second' },
  ])
  expect(await backend.sql('select b from probe.a')).toEqual([{ b: "it's $1 \\ fine" }])
})

test('one that fails leaves nothing behind, and says which it was', async () => {
  write('1_first.sql', 'create table probe.a (b int);')
  write('2_second.sql', 'create table probe.c (d int); select no_such_thing();')
  await expect(run()).rejects.toThrow(/^The migration 2_second failed: .*no_such_thing/)
  expect(await names()).toEqual([{ version: '1', name: 'first' }])
  expect(await backend.sql("select to_regclass('probe.c') as c")).toEqual([{ c: null }])
  write('2_second.sql', 'create table probe.c (d int);')
  expect(await run()).toEqual(['2_second'])
})

test('one that was edited after it was applied is refused, and nothing else is applied', async () => {
  write('1_first.sql', 'create table probe.a (b int);')
  await run()
  write('1_first.sql', 'create table probe.a (b bigint);')
  write('2_second.sql', 'create table probe.c (d int);')
  await expect(run()).rejects.toThrow('The migration 1_first was edited after it was applied. Restore it, and write a new one.')
  expect(await names()).toHaveLength(1)
})

test('other line ends are no edit', async () => {
  write('1_first.sql', 'create table\nprobe.a (b int);')
  await run()
  write('1_first.sql', 'create table\r\nprobe.a (b int);')
  expect(await run()).toEqual([])
})

test('one that vanished, one that comes late, a bad name and a double version are refused', async () => {
  write('2_second.sql', 'select 1;')
  await run()
  write('1_first.sql', 'select 1;')
  await expect(run()).rejects.toThrow(/1_first comes before 2/)
  rmSync(join(directory, '2_second.sql'))
  await expect(run()).rejects.toThrow(/has the migration 2, which this project does not have/)
  write('1_again.sql', 'select 1;')
  await expect(run()).rejects.toThrow(/have the version 1/)
  write('nameless.sql', 'select 1;')
  await expect(run()).rejects.toThrow(MigrationError)
})
