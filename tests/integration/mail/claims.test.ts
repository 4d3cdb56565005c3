import { afterAll, beforeAll, expect, test } from 'vitest'

import { startBackend, type Backend } from '../../support/backend'
import { makeMailWorld, type FirmFacts, type MailWorld } from '../../support/mail-world'

// A firm from an organizer's list: nobody's until its contact takes it over, by the link of a mail.

let backend: Backend
let world: MailWorld
beforeAll(async () => {
  backend = await startBackend()
  world = await makeMailWorld(backend)
})
afterAll(() => backend.stop())

/** A firm as an import leaves it: a draft with a contact and no members. */
async function imported(facts: FirmFacts = {}) {
  const firm = await world.firm('KZ', facts)
  await backend.sql(`update public.companies set state = 'draft' where id = $1`, [firm.id])
  return firm
}
const invite = async (company: string, token = world.organizer.token) => backend.asUser(token).rpc('invite_to_claim', { company })
const claimMails = (company: string) => world.outbox(`notice = 'claim_profile' and company_id = '${company}'`)

test('an organizer invites the contact once a week and three times in all', async () => {
  const firm = await imported()
  expect((await invite(firm.id)).data).toBe('queued')
  expect((await invite(firm.id)).data).toBe('already')
  for (const answer of ['queued', 'queued', 'invited_often']) {
    await world.pass('8 days')
    expect((await invite(firm.id)).data).toBe(answer)
  }
  expect(await claimMails(firm.id)).toHaveLength(3)
})

test('a thousand imported firms stand in a line: ten seconds apart, and a sign-in code passes them by', async () => {
  const firms = [await imported(), await imported(), await imported()]
  for (const firm of firms) await invite(firm.id)
  const due = (await Promise.all(firms.map(firm => claimMails(firm.id)))).map(([mail]) => new Date(mail!.not_before).getTime())
  expect(due.map(at => Math.round((at - due[0]!) / 1000))).toEqual([0, 10, 20])
  await world.pass('1 hour')
  await backend.asService().rpc('enqueue_mail', { of_notice: 'sign_in_code', of_category: 'sign_in', address: 'now@example.test', of_locale: 'en', key: 'code', facts: { code: '123456', token_hash: 'h', type: 'magiclink' } })
  await world.worker({ settings: { batch: 1 } }).pass()
  expect((await world.outbox(`to_email = 'now@example.test'`)).map(mail => mail.state)).toEqual(['sent'])
  await world.worker().pass()
})

test('nobody is invited to what is somebody’s, without an address, or against his wish', async () => {
  const [owned, silent, mute] = [await imported(), await imported(), await imported()]
  await backend.sql(`insert into public.company_members (company_id, user_id, role) values ($1, gen_random_uuid(), 'owner')`, [owned.id])
  await backend.sql(`delete from public.contacts where company_id = $1`, [mute.id])
  await backend.sql(`insert into private.suppressions (email, kind, category) values ($1, 'unsubscribe', 'account')`, [silent.email])
  expect([(await invite(owned.id)).data, (await invite(mute.id)).data, (await invite(silent.id)).data]).toEqual(['claimed', 'no_address', 'suppressed'])
})

test('a stranger and another forum’s organizer find nothing to invite to', async () => {
  const firm = await imported()
  const other = await makeMailWorld(backend)
  for (const { token } of [await backend.createUser(), other.organizer]) expect((await invite(firm.id, token)).status).toBe(404)
})
