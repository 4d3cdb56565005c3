import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { signToken } from '../../supabase/local/secrets'
import { startBackend } from '../support/backend'
import { hashOfTables, identities, makeWorld, type Identity, type World } from './world'

let world: World
let tables: string[]

beforeAll(async () => {
  world = await makeWorld(await startBackend())
  tables = (await world.backend.sql<{ name: string }>(`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'v') order by 1`)).map(row => row.name)
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
    const before = await hashOfTables(world.backend)
    for (const table of tables) {
      await call(world.tokenOf(identity), 'POST', table, {})
      await call(world.tokenOf(identity), 'POST', table, { forum_id: world.forum, user_id: world.users.ownerA.id, company_id: world.companies.A, country: 'PK', name: 'x', role: 'lead', state: 'validated' })
      for (const column of ['id', 'forum_id', 'company_id', 'user_id', 'introduction_id']) {
        await call(world.tokenOf(identity), 'PATCH', `${table}?${column}=not.is.null`, { state: 'validated' })
        await call(world.tokenOf(identity), 'PATCH', `${table}?${column}=not.is.null`, { user_id: world.users.ownerA.id })
        await call(world.tokenOf(identity), 'DELETE', `${table}?${column}=not.is.null`)
      }
    }
    expect(await hashOfTables(world.backend)).toBe(before)
  })
})

/** Every function the API shows, with whom it lets in when called about firm A, its introduction and its match. Nobody else changes a row. */
const verbs: Record<string, { may: readonly Identity[]; body: () => Record<string, unknown> }> = {
  save_company: { may: ['ownerA', 'memberA'], body: () => ({ company: world.companies.A, patch: { city: 'Kasur' } }) },
  save_contact: { may: ['ownerA', 'memberA'], body: () => ({ company: world.companies.A, patch: { role_title: 'Director' } }) },
  save_listings: { may: ['ownerA', 'memberA'], body: () => ({ company: world.companies.A, side: 'seeks', items: [{ text: 'wool' }] }) },
  unpublish_company: { may: ['ownerA'], body: () => ({ company: world.companies.A }) },
  latest_review: { may: ['ownerA', 'memberA'], body: () => ({ company: world.companies.A }) },
  company_introductions: { may: ['ownerA', 'memberA'], body: () => ({ company: world.companies.A }) },
  company_team: { may: ['ownerA', 'memberA'], body: () => ({ company: world.companies.A }) },
  answer_introduction: { may: ['ownerA', 'memberA'], body: () => ({ introduction: world.introduction, company: world.companies.A, said: 'not_now' }) },
  report_outcome: { may: ['ownerA', 'memberA'], body: () => ({ introduction: world.connectedIntroduction, company: world.companies.A, of_kind: 'met', value: null, happened: '2026-01-02', level: 'claimed' }) },
  review_company: { may: ['organizer'], body: () => ({ company: world.companies.A, forum: world.forum, decision: 'return', reasons: ['thin'] }) },
  write_company_note: { may: ['organizer'], body: () => ({ company: world.companies.A, forum: world.forum, body: 'A note' }) },
  withdraw_introduction: { may: ['organizer'], body: () => ({ introduction: world.introduction }) },
  invite_to_claim: { may: ['organizer'], body: () => ({ company: world.companies.A }) },
  look_at_match: { may: ['organizer'], body: () => ({ match: world.match }) },
  desk_companies: { may: ['organizer'], body: () => ({ forum: world.forum, wanted: {} }) },
  desk_company: { may: ['organizer'], body: () => ({ forum: world.forum, company: world.companies.A }) },
  desk_introduction: { may: ['organizer'], body: () => ({ introduction: world.introduction }) },
  desk_introductions: { may: ['organizer'], body: () => ({ forum: world.forum }) },
  desk_progress: { may: ['organizer'], body: () => ({ forum: world.forum }) },
  desk_record: { may: ['organizer'], body: () => ({ forum: world.forum, kinds: ['match'] }) },
  desk_exposure: { may: ['organizer'], body: () => ({ forum: world.forum }) },
  desk_rounds: { may: ['organizer'], body: () => ({ forum: world.forum }) },
  desk_round_material: { may: ['organizer'], body: () => ({ forum: world.forum }) },
  propose_round: { may: ['organizer'], body: () => ({ forum: world.forum, pairs: [], rules: {}, outcome: { short: [] } }) },
  corridor_effect: { may: ['organizer'], body: () => ({ forum: world.forum, corridor: 'uzbekistan' }) },
  mail_counts: { may: ['organizer'], body: () => ({ forum: world.forum }) },
  mail_log: { may: ['organizer'], body: () => ({ forum: world.forum }) },
  mail_message: { may: ['organizer'], body: () => ({ mail: world.mail }) },
  dismiss_mail_alarm: { may: ['organizer'], body: () => ({ mail: world.mail }) },
  cancel_mail: { may: ['organizer'], body: () => ({ mail: world.mail }) },
  mail_preferences: { may: ['ownerA', 'memberA'], body: () => ({ company: world.companies.A }) },
  retry_failed_mail: { may: ['organizer'], body: () => ({ forum: world.forum }) },
  outbox_claim: { may: [], body: () => ({ by_worker: 'x', max_rows: 5, lease_seconds: 30 }) },
  outbox_ack: { may: [], body: () => ({ mail: world.match, provider: 'x' }) },
  enqueue_mail: { may: [], body: () => ({ of_notice: 'x', of_category: 'account', address: 'a@b.example', of_locale: 'en', key: 'x' }) },
  mailbox_list: { may: [], body: () => ({}) },
  answer_by_token: { may: [], body: () => ({ hash: 'canary-A-token' }) },
  read_token: { may: [], body: () => ({ hash: 'canary-A-token' }) },
  store_pairs: { may: [], body: () => ({ forum: world.forum, pairs: [], scored_by: '1', company: world.companies.A }) },
  send_introduction_now: { may: [], body: () => ({ introduction: world.introduction }) },
}

describe.each(Object.keys(verbs))('%s', name => {
  const { may, body } = verbs[name]!
  it.each(identities.map(identity => [may.includes(identity) ? 'lets in' : 'keeps out', identity] as const))('%s %s', async (expected, identity) => {
    const before = await hashOfTables(world.backend)
    const answer = await call(world.tokenOf(identity), 'POST', `rpc/${name}`, body())
    if (expected === 'lets in') {
      expect(answer.status, await answer.text()).toBeLessThan(300)
      await restore()
    } else {
      expect([401, 403, 404]).toContain(answer.status)
      expect(await hashOfTables(world.backend)).toBe(before)
    }
  })
})

/** Back to a validated firm with a waiting introduction, after somebody was let in. */
async function restore() {
  await world.backend.sql(`update public.companies set state = 'validated' where id = $1`, [world.companies.A])
  await world.backend.sql(`update public.introductions set state = 'sent' where id = $1`, [world.introduction])
  await world.backend.sql(`delete from public.answers where introduction_id = $1`, [world.introduction])
  await world.backend.sql(`update private.outbox set state = 'queued' where id = $1`, [world.mail])
}

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

// Open to signed-in people, and tried one by one in the tests of their feature.
const provenElsewhere: readonly string[] = [
  'begin_company', 'publish_company', 'ask_to_join', 'decide_join_request', 'introduction_parties', 'forum_counts',
  'my_mail_preferences', 'set_mail_preference', 'leave',
  'desk_round', 'apply_round', 'drop_round',
  'approve_match', 'reject_match', 'snooze_match', 'undo_decision', 'hold_introduction', 'write_introduction_notes',
  'decide_unknown_mail', 'retry_mail', 'save_forum_settings', 'set_corridor', 'count_queue', 'decide_batch', 'desk_counts', 'desk_pair', 'desk_queue', 'read_batch', 'undo_batch',
]

it('every function of the API is tried, here or by name elsewhere, or is the server’s alone', async () => {
  const open = await world.backend.sql<{ name: string }>(
    `select distinct p.proname as name from pg_proc p
     where p.pronamespace = 'public'::regnamespace and (has_function_privilege('authenticated', p.oid, 'execute') or has_function_privilege('anon', p.oid, 'execute')) order by 1`,
  )
  const known = new Set([...Object.keys(verbs), ...provenElsewhere])
  expect(open.map(({ name }) => name).filter(name => !known.has(name))).toEqual([])
})

describe('the audit', () => {
  it('cannot be changed, by its owner neither', async () => {
    await world.backend.sql(`select private.audit($1, 'organizer', 'test', 'match', 'x')`, [world.forum])
    for (const attempt of ['update public.audit_log set action = $$x$$', 'delete from public.audit_log', 'truncate public.audit_log'])
      await expect(world.backend.sql(attempt), attempt).rejects.toThrow(/append_only/)
  })
})
