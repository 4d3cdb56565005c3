import { afterAll, beforeAll, expect, it } from 'vitest'

import { hashOfTables, makeWorld, type World } from '../../access/world'
import { startBackend } from '../../support/backend'

let world: World
const sql = <Row = Record<string, unknown>>(text: string, parameters?: unknown[]) => world.backend.sql<Row>(text, parameters)
const dueWork = async () => {
  const { data, error } = await world.backend.asService().rpc('run_due_work')
  expect(error).toBeNull()
  return data as Record<string, number>
}
const pass = (interval: string) => sql(`update private.stand set clock_offset = clock_offset + $1::interval`, [interval])

beforeAll(async () => {
  world = await makeWorld(await startBackend())
  await sql(`update private.outbox set state = 'delivered', settled_at = private.now(), payload = '{"text":"canary-A-body"}' where id = $1`, [world.mail])
  await sql(`update private.outbox set settled_at = private.now(), state = 'cancelled' where id <> $1 and state <> 'unknown'`, [world.mail])
  await sql(`insert into private.mail_events (id, type) values ('an event', 'email.delivered')`)
  await sql(`insert into private.team_invitations (company_id, email, invited_by, invited_at) select $1, 'colleague@example.test', $2, private.now()`, [world.companies.A, world.users.ownerA.id])
})
afterAll(() => world?.backend.stop())

const kept = async () => ({
  bodies: (await sql(`select 1 from private.outbox where payload is not null`)).length,
  links: (await sql(`select 1 from private.mail_tokens`)).length,
  invitations: (await sql(`select 1 from private.team_invitations`)).length,
  events: (await sql(`select 1 from private.mail_events`)).length,
})

it('what is kept for a time is kept for that time', async () => {
  await pass('29 days')
  await dueWork()
  expect(await kept()).toEqual({ bodies: 1, links: 1, invitations: 1, events: 1 })
})

it('and forgotten after it: bodies of mails after thirty days, links thirty days after they end, invitations after sixty, the provider’s words after ninety', async () => {
  await pass('2 days 1 hour')
  expect((await dueWork()).forgotten).toBeGreaterThan(0)
  expect(await kept()).toEqual({ bodies: 0, links: 0, invitations: 1, events: 1 })
  // That there was a mail, to whom it was and what became of it stays.
  expect(await sql('select state, to_name from private.outbox where id = $1', [world.mail])).toEqual([{ state: 'delivered', to_name: null }])
  await pass('30 days')
  expect((await dueWork()).invitations).toBe(1)
  expect((await kept()).invitations).toBe(0)
  await pass('30 days')
  await dueWork()
  expect((await kept()).events).toBe(0)
})

it('done twice, it is done once', async () => {
  await dueWork()
  const before = await hashOfTables(world.backend)
  const again = await dueWork()
  expect(again).toMatchObject({ forgotten: 0, invitations: 0, unclaimed: 0 })
  expect(await hashOfTables(world.backend)).toBe(before)
})

it.each(['visitor', 'ownerA', 'organizer'] as const)('%s cannot have it done', async identity => {
  const { error } = await world.backend.asUser(world.tokenOf(identity)).rpc('run_due_work')
  expect(error?.code).toBe('42501')
})
