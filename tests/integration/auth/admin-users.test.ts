import { afterAll, beforeAll, expect, test } from 'vitest'

import { type Backend, startBackend } from '../../support/backend'

let backend: Backend
beforeAll(async () => {
  backend = await startBackend()
})
afterAll(() => backend?.stop())

test('the server makes, reads and deletes users as on hosted Supabase', async () => {
  const { admin } = backend.asService().auth
  const made = await admin.createUser({ email: 'Desk@Example.test', email_confirm: true, user_metadata: { locale: 'ur' } })
  expect(made.error).toBeNull()
  expect(made.data.user).toMatchObject({ email: 'desk@example.test', user_metadata: { locale: 'ur' } })
  const id = made.data.user!.id
  expect((await admin.getUserById(id)).data.user?.email).toBe('desk@example.test')

  expect((await admin.listUsers({ perPage: 1000 })).data.users.map(user => user.email)).toContain('desk@example.test')
  expect((await admin.listUsers({ page: 2, perPage: 1000 })).data.users).toEqual([])

  const again = await admin.createUser({ email: 'desk@example.test' })
  expect(again.error?.code).toBe('email_exists')

  const person = await backend.signIn('desk@example.test')
  expect(person.id).toBe(id)
  expect((await admin.deleteUser(id)).error).toBeNull()
  expect((await admin.getUserById(id)).error?.status).toBe(404)
  expect((await backend.asUser().auth.refreshSession({ refresh_token: person.refreshToken })).error).not.toBeNull()
  expect(await backend.sql('select id from auth.identities where user_id::text = $1', [id])).toEqual([])
})

test('nobody else does', async () => {
  const person = await backend.createUser()
  for (const client of [backend.asUser(), backend.asUser(person.token)]) {
    expect((await client.auth.admin.createUser({ email: 'x@example.test' })).error?.status).toBe(401)
    expect((await client.auth.admin.deleteUser(person.id)).error?.status).toBe(401)
  }
  expect(await backend.sql('select id from auth.users where id::text = $1', [person.id])).toHaveLength(1)
})
