import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { type Backend, startBackend } from '../../support/backend'

let backend: Backend
beforeAll(async () => {
  backend = await startBackend()
  await backend.sql(`
    create table public.probe (id int primary key, owner uuid not null, note text, secret text);
    alter table public.probe enable row level security;
    revoke all on public.probe from anon, authenticated;
    grant select (id, owner, note), insert on public.probe to authenticated;
    create policy "own rows" on public.probe for all to authenticated using (owner = (select auth.uid())) with check (owner = (select auth.uid()));
  `)
})
afterAll(() => backend?.stop())

const ask = (path: string, headers: Record<string, string>) => fetch(backend.url + path, { headers })

describe('who is who', () => {
  test('a request without a key is refused, though it comes from this machine', async () => {
    expect((await ask('/rest/v1/probe', {})).status).toBe(401)
    expect((await ask('/rest/v1/', {})).status).toBe(401)
    expect((await ask('/auth/v1/user', {})).status).toBe(401)
    expect((await ask('/_system', {})).status).toBe(404)
  })

  test('the SQL door stays shut without the secret of the stand', async () => {
    expect((await ask('/_stand/mails', {})).status).toBe(404)
    expect((await ask('/_stand/mails', { 'x-stand-secret': backend.serviceKey })).status).toBe(404)
  })

  test('a visitor has no rights beyond those granted', async () => {
    const { error, status } = await backend.asUser().from('probe').select('id')
    expect({ status, code: error?.code }).toEqual({ status: 401, code: '42501' })
  })

  test('a password opens nothing', async () => {
    const { error } = await backend.asUser().auth.signUp({ email: 'someone@example.test', password: 'long enough 12345' })
    expect(error?.status).toBe(404)
  })
})

describe('signing in', () => {
  test('by the code of the mail, once', async () => {
    const user = await backend.signIn('Ayesha@Example.test')
    const { data, error } = await backend.asUser(user.token).auth.getUser(user.token)
    expect(error).toBeNull()
    expect(data.user?.email).toBe('ayesha@example.test')
    const [mail] = await backend.mails('ayesha@example.test')
    expect(mail?.email_data.token).toMatch(/^\d{6}$/)
    const again = await backend.asUser().auth.verifyOtp({ email: 'ayesha@example.test', token: mail?.email_data.token ?? '', type: 'email' })
    expect(again.error?.code).toBe('otp_expired')
  })

  test('by the token of the link, and back only to the app', async () => {
    const visitor = backend.asUser()
    await visitor.auth.signInWithOtp({ email: 'link@example.test', options: { emailRedirectTo: 'http://localhost:3000/en/sign-in?next=%2Fdesk' } })
    await visitor.auth.signInWithOtp({ email: 'evil@example.test', options: { emailRedirectTo: 'https://evil.example/' } })
    const [link] = await backend.mails('link@example.test')
    const [evil] = await backend.mails('evil@example.test')
    expect(link?.email_data.redirect_to).toBe('http://localhost:3000/en/sign-in?next=%2Fdesk')
    expect(evil?.email_data.redirect_to).toBe('http://localhost:3000')
    const { data, error } = await visitor.auth.verifyOtp({ token_hash: link?.email_data.token_hash ?? '', type: 'email' })
    expect(error).toBeNull()
    expect(data.user?.email).toBe('link@example.test')
  })

  test('a code of ten minutes ago is worth nothing', async () => {
    await backend.asUser().auth.signInWithOtp({ email: 'late@example.test' })
    const [mail] = await backend.mails('late@example.test')
    await backend.sql(`update auth.users set recovery_sent_at = recovery_sent_at - interval '10 minutes 1 second' where email = $1`, ['late@example.test'])
    const { error } = await backend.asUser().auth.verifyOtp({ email: 'late@example.test', token: mail?.email_data.token ?? '', type: 'email' })
    expect(error?.code).toBe('otp_expired')
  })
})

describe('the one connection', () => {
  test('fifty requests of ten users at once: each sees and writes as himself', async () => {
    const users = await Promise.all(Array.from({ length: 10 }, () => backend.createUser()))
    const work = Array.from({ length: 50 }, async (_, i) => {
      const user = users[i % 10]!
      const me = backend.asUser(user.token)
      const wrote = await me.from('probe').insert({ id: i, owner: user.id, note: user.email })
      const { data } = await me.from('probe').select('owner')
      return { wrote: wrote.error, strangers: (data ?? []).filter(row => row.owner !== user.id).length, rows: data?.length }
    })
    for (const { wrote, strangers, rows } of await Promise.all(work)) {
      expect(wrote).toBeNull()
      expect(strangers).toBe(0)
      expect(rows).toBeGreaterThan(0)
    }
  })

  test('what fails for one leaves the sign-in of another alone', async () => {
    const people = Array.from({ length: 6 }, (_, i) => `at-once-${i}@example.test`)
    const stranger = await backend.createUser()
    const failing = Array.from({ length: 60 }, () => backend.asUser(stranger.token).from('probe').select('secret'))
    const sessions = await Promise.all(people.map(email => backend.signIn(email)))
    await Promise.all(failing)
    for (const { refreshToken } of sessions) {
      const { error } = await backend.asUser().auth.refreshSession({ refresh_token: refreshToken })
      expect(error).toBeNull()
    }
  })

  test('a column that was not granted cannot be read', async () => {
    const user = await backend.createUser()
    const { error } = await backend.asUser(user.token).from('probe').select('secret')
    expect(error?.code).toBe('42501')
  })

  test('the service role passes by the policies', async () => {
    const { data, error } = await backend.asService().from('probe').select('id')
    expect(error).toBeNull()
    expect(data?.length).toBe(50)
  })
})
