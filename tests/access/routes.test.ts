import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import { LEAST_ANSWER_MS } from '~/features/accounts/accounts.store.server'
import { stampOf } from '~/platform/form-time.server'
import { STAMP_FIELD } from '~/ui/honeypot'
import { mayRead } from './may-read'
import type { Objects, Route } from './routes'
import { foreignFaults, formFaults, likenessFaults, objectsIn, readFaults, startWalk, type Walk } from './walk'

// A sample of what npm run check:routes tries on every route as all seven; and the doors that only the whole application shows.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 300_000 })

let walk: Walk
let table: Record<string, Objects>
beforeAll(async () => {
  walk = await startWalk(3101)
  table = await objectsIn(walk)
})
afterAll(() => walk?.stop())

const sampled = ['routes/company/home', 'routes/company/home.introduction', 'routes/desk/pairs', 'routes/desk/company', 'routes/links/unsubscribe']
const sample = (): Route[] => walk.routes.filter(({ id }) => sampled.includes(id))

describe.each(['visitor', 'ownerB', 'organizer'] as const)('%s', identity => {
  it('reads what is meant for him, is told nothing of what is not, and changes nothing of it', async () => {
    const { faults, seen } = await readFaults(walk, identity, sample(), table)
    expect(faults).toEqual([])
    if (mayRead[identity].length > 0) expect(seen).toBeGreaterThan(1)
    expect(await likenessFaults(walk, identity, sample(), table)).toEqual([])
    expect(await formFaults(walk, identity, sample(), table)).toEqual([])
    expect(await walk.changed()).toEqual([])
  })
})

it('nothing is taken from another site', async () => {
  expect(await foreignFaults(walk, { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' }, sample(), table)).toEqual([])
  expect(await walk.changed()).toEqual([])
})

describe('the form that sends a code to anybody', () => {
  const secret = { sessionSecret: 'a'.repeat(40) }
  const shown = (secondsAgo: number) => stampOf(secret, new Date(Date.now() - secondsAgo * 1000))
  const askFor = (email: string, fields: Record<string, string> = {}) => walk.ask('visitor', '/sign-in', walk.post({ email, [STAMP_FIELD]: shown(5), ...fields }))
  const mailsTo = async (email: string) => (await walk.world.backend.mails(email)).length

  it('sends one to whoever typed it', async () => {
    expect((await askFor('typed@example.test')).status).toBe(302)
    expect(await mailsTo('typed@example.test')).toBe(1)
  })
  it('answers a machine that fills in every field the same, and sends nothing', async () => {
    const [person, machine] = [await askFor('person@example.test'), await askFor('machine@example.test', { company_fax: '+7 700' })]
    expect(machine).toEqual(person)
    expect([await mailsTo('person@example.test'), await mailsTo('machine@example.test')]).toEqual([1, 0])
  })
  it('sends nothing to one that is quicker than a hand, or never saw the page', async () => {
    for (const stamp of [shown(0), '', 'x.y']) expect((await askFor('quick@example.test', { [STAMP_FIELD]: stamp })).status).toBe(503)
    expect(await mailsTo('quick@example.test')).toBe(0)
    // The page's own stamp is one that is taken a second later.
    expect((await walk.ask('visitor', '/sign-in')).bytes).toMatch(new RegExp(`name="${STAMP_FIELD}" value="\\d+\\.[\\w-]+"`))
  })
  it('sends three an hour to one address, whoever asks, and says nothing of it', async () => {
    const answers = []
    for (let i = 0; i < 6; i++) answers.push(await askFor('bombed@example.test'))
    expect(new Set(answers.map(({ status, bytes }) => `${status} ${bytes}`)).size).toBe(1)
    expect(await mailsTo('bombed@example.test')).toBe(3)
  })
  it('answers known and unknown addresses alike, and none the quicker for being known', async () => {
    const answers = []
    for (const email of [(await walk.world.backend.createUser()).email, 'nobody@example.test']) {
      const began = performance.now()
      answers.push(await askFor(email))
      expect(performance.now() - began).toBeGreaterThan(LEAST_ANSWER_MS - 5)
    }
    const [known, unknown] = answers.map(({ status, bytes }) => `${status} ${bytes}`)
    expect(known).toBe(unknown)
  })
})

it('nobody becomes an organizer, or a firm validated, by fields that a form does not have', async () => {
  const { world, forms, ask, post, routes } = walk
  const sql = world.backend.sql
  const rights = () => sql(`select (select jsonb_agg(t order by t::text) from public.organizers t) as organizers, (select jsonb_agg(t order by t::text) from public.company_members t) as members,
    (select jsonb_agg(jsonb_build_array(c.id, c.state, c.published_at, c.country) order by c.id) from public.companies c) as firms, (select jsonb_agg(u.role order by u.id::text) from auth.users u where u.id::text = any($1)) as roles`, [[world.users.ownerB.id, world.users.removedOrganizer.id]])
  const before = await rights()
  const extra = {
    role: 'organizer', is_admin: 'true', organizer: 'true', user: world.users.ownerB.id, user_id: world.users.ownerB.id, forum_id: world.forum, forum: world.forum, company_id: world.companies.A,
    state: 'validated', published_at: '2020-01-01', country: 'PK', app_metadata: '{"role":"service_role"}', raw_app_meta_data: '{"role":"service_role"}', 'user[role]': 'organizer', '__proto__[role]': 'organizer',
  }
  const open = routes.filter(({ id }) => id.startsWith('routes/company/register.') && id !== 'routes/company/register.check' || id.startsWith('routes/company/home') && id !== 'routes/company/home.leave' || ['routes/desk/join'].includes(id))
  for (const identity of ['ownerB', 'removedOrganizer'] as const) {
    for (const route of open.filter(({ writes, path }) => writes && !path.includes('/:'))) {
      const form = forms[route.id]
      const { status } = await ask(identity, route.path, post({ ...extra, ...(form && form !== 'open' ? form.fields : {}), decision: 'refuse' }))
      expect(status, route.id).toBeLessThan(500)
    }
  }
  expect(await rights()).toEqual(before)
})

describe('/readyz', () => {
  const ask = async () => {
    const { status, bytes } = await walk.ask('visitor', '/readyz')
    return { status, text: bytes.split('\n\n').slice(1).join('\n\n') }
  }
  const sql = (text: string) => walk.world.backend.sql(text)

  it('tells of the database, its migrations, the worker’s lag and the queue’s age', async () => {
    expect(await ask()).toEqual({ status: 200, text: expect.stringMatching(/^ready\ndatabase: ok\nmigrations: ok\nworker lag: \d+ s.*\nqueue age: \d+ s\n$/) as string })
  })
  it('late mail is told, and turns nobody away', async () => {
    await sql(`update private.outbox set state = 'queued', not_before = private.now() - interval '11 minutes', created_at = private.now() - interval '20 minutes' where id = (select id from private.outbox limit 1)`)
    expect(await ask()).toEqual({ status: 200, text: expect.stringMatching(/worker lag: 66\d s, late\nqueue age: 12\d\d s/) as string })
  })
  it('is not ready behind the migrations of its code, and without a database; it lives all the same', async () => {
    await sql(`delete from supabase_migrations.schema_migrations where version = (select max(version) from supabase_migrations.schema_migrations)`)
    expect(await ask()).toEqual({ status: 503, text: expect.stringMatching(/^not yet\ndatabase: ok\nmigrations: behind, \d{14} of \d{14}\n/) as string })
    await walk.world.backend.stop()
    expect(await ask()).toEqual({ status: 503, text: 'not yet\ndatabase: no answer\n' })
    expect((await walk.ask('visitor', '/healthz')).status).toBe(200)
  })
})
