import { readFileSync } from 'node:fs'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { databaseTypes } from '../../../supabase/local/database-types'
import { type Backend, startBackend } from '../../support/backend'

let backend: Backend
beforeAll(async () => {
  backend = await startBackend()
})
afterAll(() => backend?.stop())

test('the types of the database are those of the migrations; if not, run npm run db:types', async () => {
  const written = readFileSync(new URL('../../../app/platform/database.types.ts', import.meta.url), 'utf8')
  expect(await databaseTypes({ query: backend.sql })).toBe(written)
})

test('tables, views, functions and links are told apart as supabase-js wants them', async () => {
  await backend.sql(`
    create type public.probe_mood as enum ('glad', 'it''s fine');
    create table public.probe (id int generated always as identity primary key, mood public.probe_mood not null default 'glad', tags text[] not null,
      facts jsonb, upper text generated always as ('x') stored);
    create table public.probe_child (probe int not null unique references public.probe, note text);
    create view public.probe_view as select p.id, count(*) as children from public.probe p group by 1;
    create function public.probe_rows(wanted int, other text default null) returns setof public.probe language sql as 'select * from public.probe';
    create function public.probe_pair() returns table (a int, b date[]) language sql as 'select 1, null::date[]';
  `)
  const types = (await databaseTypes({ query: backend.sql })).replaceAll(/\s+/g, ' ')
  expect(types).toContain("Insert: { facts?: Json | null id?: never mood?: Database['public']['Enums']['probe_mood'] tags: string[] upper?: never }")
  expect(types).toContain("probe_mood: 'glad' | 'it\\'s fine'")
  expect(types).toContain("columns: ['probe'] isOneToOne: true referencedRelation: 'probe' referencedColumns: ['id']")
  expect(types).toContain('probe_view: { Row: { children: number | null id: number | null } Relationships: [] }')
  expect(types).toContain("probe_rows: { Args: { other?: string wanted: number } Returns: Database['public']['Tables']['probe']['Row'][] }")
  expect(types).toContain('probe_pair: { Args: never Returns: { a: number b: string[] }[] }')
})
