import { createHmac } from 'node:crypto'

import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { signToken } from '../../supabase/local/secrets'
import { type Backend, startBackend } from '../support/backend'

// What the two stands answer to the same request. What is known to differ is named here, so that a new difference shows.

const schema = `
  create table public.probe (id int primary key, owner uuid not null default auth.uid(), note text not null check (note <> ''), hidden text,
    facts jsonb, at timestamptz not null default '2026-11-21 10:00:00.5+00');
  alter table public.probe enable row level security;
  revoke all on public.probe from anon, authenticated;
  grant select (id, owner, note, facts, at), insert (id, note, facts), update (note) on public.probe to authenticated;
  create policy "own" on public.probe for all to authenticated using (owner = (select auth.uid())) with check (owner = (select auth.uid()));
  create function public.probe_refuse() returns void language plpgsql set search_path = '' as $$
    begin perform private.refuse(409, 'stale', '{"version": 3}'); end $$;
  create function public.probe_echo(facts jsonb, words text default 'none') returns jsonb language sql as $$ select jsonb_build_object('facts', facts, 'words', words) $$;
  create function public.probe_closed() returns int language sql as 'select 1';
  grant execute on function public.probe_refuse(), public.probe_echo(jsonb, text) to anon, authenticated;
  notify pgrst, 'reload schema';
`

interface Asked {
  as?: 'visitor' | 'person' | 'service'
  token?: (backend: Backend, id: string) => string
  method?: string
  path: string
  body?: unknown
  prefer?: string
}

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const claims = (id: string, more = {}) => ({ sub: id, role: 'authenticated', aud: 'authenticated', exp: Math.floor(Date.now() / 1000) + 600, ...more })
const unsigned = (id: string) => `${part({ alg: 'none', typ: 'JWT' })}.${part(claims(id))}.`
const foreign = (id: string) => {
  const body = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims(id))}`
  return `${body}.${createHmac('sha256', 'another secret of enough length 123').update(body).digest('base64url')}`
}

const requests: Record<string, Asked> = {
  'a list': { as: 'person', path: '/probe?select=id,note&order=id' },
  'one that is not there': { as: 'person', path: '/probe?id=eq.99' },
  'what was not granted to read': { as: 'person', path: '/probe?select=hidden' },
  'a table closed to visitors': { as: 'visitor', path: '/probe?select=id' },
  'a table that is not there': { as: 'person', path: '/no_such_table' },
  'a column that is not there': { as: 'person', path: '/probe?select=no_such_column' },
  'a schema that is not open': { as: 'service', path: '/stand', method: 'GET' },
  'an insert': { as: 'person', method: 'POST', path: '/probe', body: { id: 2, note: 'two', facts: { a: [1, 'x'] } } },
  'an insert of a column not granted': { as: 'person', method: 'POST', path: '/probe', body: { id: 3, note: 'x', hidden: 'y' } },
  'the same key twice': { as: 'person', method: 'POST', path: '/probe', body: { id: 1, note: 'again' } },
  'an update of nobody': { as: 'person', method: 'PATCH', path: '/probe?id=eq.99', body: { note: 'x' }, prefer: 'return=representation' },
  'an update of a column not granted': { as: 'person', method: 'PATCH', path: '/probe?id=eq.1', body: { hidden: 'x' } },
  'a delete not granted': { as: 'person', method: 'DELETE', path: '/probe?id=eq.1' },
  'a refusal of ours': { as: 'person', method: 'POST', path: '/rpc/probe_refuse', body: {} },
  'json in and out': { as: 'person', method: 'POST', path: '/rpc/probe_echo', body: { facts: { a: [1, { b: 'текст اردو' }], c: null } } },
  'a function not granted': { as: 'person', method: 'POST', path: '/rpc/probe_closed', body: {} },
  'a function that is not there': { as: 'person', method: 'POST', path: '/rpc/no_such_function', body: {} },
  'an argument that is missing': { as: 'person', method: 'POST', path: '/rpc/probe_echo', body: { words: 'x' } },
  'a token of an hour ago': { token: ({ jwtSecret }, id) => signToken(claims(id, { exp: 1_700_000_000 }), jwtSecret), path: '/probe?select=id' },
  'a token without signature': { token: (_, id) => unsigned(id), path: '/probe?select=id' },
  'a token of another project': { token: (_, id) => foreign(id), path: '/probe?select=id' },
  'a token that claims to be the database': { token: ({ jwtSecret }, id) => signToken(claims(id, { role: 'postgres' }), jwtSecret), path: '/probe?select=id' },
}

const stands: Array<{ backend: Backend; person: { id: string; token: string } }> = []
beforeAll(async () => {
  for (const stand of ['embedded', 'postgrest'] as const) {
    const backend = await startBackend({ stand })
    await backend.sql(schema)
    const person = await backend.createUser()
    await backend.sql("insert into public.probe (id, owner, note) values (1, $1, 'one')", [person.id])
    stands.push({ backend, person })
  }
})
afterAll(() => Promise.all(stands.map(({ backend }) => backend.stop())))

async function ask({ backend, person }: (typeof stands)[number], asked: Asked) {
  const key = asked.as === 'service' ? backend.serviceKey : backend.anonKey
  const token = asked.token?.(backend, person.id) ?? (asked.as === 'person' ? person.token : key)
  const answer = await fetch(`${backend.url}/rest/v1${asked.path}`, {
    method: asked.method ?? 'GET',
    headers: {
      apikey: key,
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      ...(asked.prefer ? { prefer: asked.prefer } : {}),
    },
    ...(asked.body ? { body: JSON.stringify(asked.body) } : {}),
  })
  const text = await answer.text()
  const body: unknown = text ? JSON.parse(text) : null
  const { code, message, details } = answer.ok ? ({} as Record<string, unknown>) : (body as Record<string, unknown>)
  return answer.ok ? { status: answer.status, body } : { status: answer.status, code, ...(String(code).startsWith('PT') ? { message, details } : {}) }
}

/** Where the small Supabase answers otherwise: with the codes of a newer PostgREST. Nothing of ours may lean on these. */
const absent = { embedded: { status: 404, code: 'PGRST205' }, postgrest: { status: 404, code: '42P01' } }
const known: Record<string, { embedded: unknown; postgrest: unknown }> = {
  'a table that is not there': absent,
  'a schema that is not open': absent,
  'a token of an hour ago': { embedded: { status: 401, code: 'PGRST303' }, postgrest: { status: 401, code: 'PGRST301' } },
}

describe('both stands give the same answer to', () => {
  test.each(Object.keys(requests))('%s', async name => {
    const [embedded, postgrest] = [await ask(stands[0]!, requests[name]!), await ask(stands[1]!, requests[name]!)]
    if (known[name]) expect({ embedded, postgrest }).toEqual(known[name])
    else expect(embedded).toEqual(postgrest)
  })
})
