import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { signToken } from '../../supabase/local/secrets'
import { startBackend } from '../support/backend'
import { verbs } from './verbs'
import { hashOfTables, identities, makeWorld, type World } from './world'

let world: World
let tables: Array<{ name: string; column: string; key: string }>
let before: string

beforeAll(async () => {
  world = await makeWorld(await startBackend())
  tables = await world.backend.sql(`select table_name as name, min(column_name) as column, min(column_name) filter (where column_name in ('id', 'forum_id', 'company_id', 'match_id', 'introduction_id', 'batch_id')) as key
    from information_schema.columns where table_schema = 'public' group by 1 order by 1`)
  before = await hashOfTables(world.backend)
})
afterAll(() => world.backend.stop())

const call = (token: string | undefined, method: string, path: string, body?: unknown) =>
  fetch(`${world.backend.url}/rest/v1/${path}`, {
    method,
    headers: { apikey: world.backend.anonKey, Authorization: `Bearer ${token ?? world.backend.anonKey}`, 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })

describe.each(identities)('%s', identity => {
  it('writes no table and no view directly: insert, update and delete change nothing', async () => {
    for (const { name, column, key } of tables) {
      await call(world.tokenOf(identity), 'POST', name, { forum_id: world.forum, user_id: world.users.ownerA.id, company_id: world.companies.A, country: 'PK', name: 'x', role: 'lead', state: 'validated' })
      await call(world.tokenOf(identity), 'PATCH', `${name}?${key}=not.is.null`, { [column]: null })
      await call(world.tokenOf(identity), 'PATCH', `${name}?${key}=not.is.null`, { user_id: world.users.ownerA.id, forum_id: world.forum })
      await call(world.tokenOf(identity), 'DELETE', `${name}?${key}=not.is.null`)
    }
    expect(await hashOfTables(world.backend)).toBe(before)
  })
})

// The table of verbs stands in verbs.ts and is tried in the database itself (rules.test.ts); here that the API says the same.
describe.each(['save_company', 'unpublish_company', 'answer_introduction', 'review_company', 'desk_pair', 'approve_match', 'mail_message'])('%s', name => {
  const { may, body } = verbs[name]!
  it.each(identities.filter(identity => !may.includes(identity)))('keeps out %s', async identity => {
    const answer = await call(world.tokenOf(identity), 'POST', `rpc/${name}`, body(world))
    expect([401, 403, 404]).toContain(answer.status)
    expect(await hashOfTables(world.backend)).toBe(before)
  })
})

describe('becoming an organizer', () => {
  const claims = () => ({ sub: world.users.organizer.id, aud: 'authenticated', role: 'authenticated', iat: 1_700_000_000, exp: 4_000_000_000 })
  const unsigned = () => `${Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url')}.${Buffer.from(JSON.stringify(claims())).toString('base64url')}.`
  const forged: Array<[string, () => string]> = [
    ['a token without signature', unsigned],
    ['a token of another secret', () => signToken(claims(), 'another-secret-of-thirty-two-bytes-or-more')],
    ['an expired token', () => signToken({ ...claims(), exp: 1_700_000_001 }, world.backend.jwtSecret)],
    ['a service token of another secret', () => signToken({ role: 'service_role', exp: 4_000_000_000 }, 'another-secret-of-thirty-two-bytes-or-more')],
    ['garbage', () => 'not.a.token'],
  ]
  it.each(forged)('does not work by %s', async (_, token) => {
    const answer = await call(token(), 'GET', 'matches?select=id')
    const text = await answer.text()
    expect(text).not.toContain(world.match)
  })

  it('does not work by what one writes about oneself', async () => {
    const user = await world.backend.createUser('climber@example.test', { role: 'organizer', is_admin: true, forum_id: world.forum })
    expect(await (await call(user.token, 'GET', 'matches?select=id')).json()).toEqual([])
    const client = world.backend.asUser((await world.backend.signIn('second-climber@example.test')).token)
    await client.auth.updateUser({ data: { role: 'service_role', organizer: true } })
    expect((await client.from('matches').select('id')).data).toEqual([])
  })

  it('ends with the row, not with the token', async () => {
    const { organizer } = world.users
    expect(await (await call(organizer.token, 'GET', `matches?select=id&id=eq.${world.match}`)).json()).toHaveLength(1)
    await world.backend.sql(`delete from public.organizers where user_id = $1`, [organizer.id])
    expect(await (await call(organizer.token, 'GET', 'matches?select=id')).json()).toEqual([])
    await world.backend.sql(`insert into public.organizers (forum_id, user_id, country, name) values ($1, $2, 'PK', 'Ayesha')`, [world.forum, organizer.id])
  })
})

describe('the audit', () => {
  it('cannot be changed, by its owner neither', async () => {
    await world.backend.sql(`select private.audit($1, 'organizer', 'test', 'match', 'x')`, [world.forum])
    for (const attempt of ['update public.audit_log set action = $$x$$', 'delete from public.audit_log', 'truncate public.audit_log'])
      await expect(world.backend.sql(attempt), attempt).rejects.toThrow(/append_only/)
  })
})
