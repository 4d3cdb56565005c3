import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { startBackend } from '../support/backend'
import { canariesIn, mayRead } from './may-read'
import { identities, makeWorld, type Identity, type World } from './world'

let world: World
let relations: string[]

beforeAll(async () => {
  world = await makeWorld(await startBackend())
  const rows = await world.backend.sql<{ name: string }>(`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'v', 'm', 'p') order by 1`)
  relations = rows.map(row => row.name)
})
afterAll(() => world.backend.stop())

async function read(identity: Identity, path: string): Promise<string> {
  const token = world.tokenOf(identity)
  const answer = await fetch(`${world.backend.url}/rest/v1/${path}`, { headers: { apikey: world.backend.anonKey, Authorization: `Bearer ${token ?? world.backend.anonKey}`, Prefer: 'count=exact' } })
  return `${answer.headers.get('content-range') ?? ''} ${await answer.text()}`
}

describe.each(identities)('%s', identity => {
  it('reads exactly what it may, over every table and view', async () => {
    let bytes = ''
    for (const relation of relations) bytes += await read(identity, `${relation}?select=*`)
    expect(canariesIn(bytes).sort()).toEqual([...mayRead[identity]].sort())
    expect(bytes).not.toContain('canary-A-outbox')
    expect(bytes).not.toContain('canary-A-token')
  })

  it('gets no more by embedding, filtering or ordering', async () => {
    const asked = [
      'companies?select=*,contacts(*),listings(*),company_notes(*),company_reviews(*),consents(*),participations(*)',
      'introductions?select=*,answers(*),introduction_notes(*),outcomes(*),matches(*)',
      'company_teasers?select=*&order=id',
      'contacts?select=*&email=like.*canary*&order=phone',
      'companies?select=name_latin&registration_number=like.canary*',
      'matches?select=*,introductions(*)',
    ]
    let bytes = ''
    for (const path of asked) bytes += await read(identity, path)
    expect(canariesIn(bytes).filter(found => !mayRead[identity].includes(found))).toEqual([])
  })
})

it('a visitor learns nothing by counting or by guessing at what a filter hides', async () => {
  for (const path of ['contacts?select=id&phone=eq.canary-A-phone', 'companies?select=id&about=like.canary*', 'company_notes?select=id', 'matches?select=id', 'audit_log?select=id'])
    expect(await read('visitor', path), path).not.toMatch(/^(0-|[1-9])/)
})

it('the teaser shows a firm without its words, its name or its numbers', async () => {
  const rows = JSON.parse((await read('visitor', 'company_teasers?select=*')).replace(/^\S* /, '')) as Array<Record<string, unknown>>
  expect(rows).toHaveLength(7)
  expect(rows[0]).toMatchObject({ name_native: null, name_latin: null })
  expect(JSON.stringify(rows)).not.toContain('123456789')
})

it('contacts close again when an introduction is withdrawn', async () => {
  await world.backend.sql(`update public.introductions set state = 'withdrawn' where id = $1`, [world.connectedIntroduction])
  expect(await read('ownerA', 'contacts?select=*')).not.toContain('canary-connected-phone')
  await world.backend.sql(`update public.introductions set state = 'connected' where id = $1`, [world.connectedIntroduction])
})

it('an introduction in the undo window is nobody’s but the organizers’', async () => {
  await world.backend.sql(`update public.introductions set state = 'held' where id = $1`, [world.introduction])
  expect(await read('ownerA', 'introductions?select=id')).not.toContain(world.introduction)
  expect(await read('organizer', 'introductions?select=id')).toContain(world.introduction)
  await world.backend.sql(`update public.introductions set state = 'answered_by_one' where id = $1`, [world.introduction])
})
