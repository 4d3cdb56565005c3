import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { invitationLinksStore, type InvitationKind } from '~/features/introductions/invitation-links.store.server'
import { tokenHash } from '~/features/introductions/outbox/links.server'
import type { Db } from '~/platform/supabase.server'
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

/** Somebody signed in under an address; accepts as that person. */
const as = async (email: string) => {
  const user = await backend.createUser(email)
  return { ...user, accept: async (hash: string) => backend.asUser(user.token).rpc('accept_invitation', { hash }) }
}
/** The secret part of the link in the latest such mail, after it was sent. */
async function baseIn(notice: string, company: string, kind: InvitationKind): Promise<string> {
  while (await world.worker().pass());
  const mail = (await world.outbox(`notice = '${notice}' and company_id = '${company}'`)).at(-1)
  return new RegExp(`/${kind}/([\\w-]{22})`).exec(mail!.payload!.text)![1]!
}
const membersOf = (company: string) => backend.sql<{ user_id: string; role: string }>('select user_id, role from public.company_members where company_id = $1', [company])
const links = () => invitationLinksStore(backend.asService() as unknown as Db, backend.asUser() as unknown as Db)

describe('a claim', () => {
  const claimed = async () => {
    const firm = await imported({ email: `owner-${crypto.randomUUID().slice(0, 8)}@firm.example` })
    await invite(firm.id)
    return { firm, base: await baseIn('claim_profile', firm.id, 'claim') }
  }

  test('shows the firm without a contact; looking changes nothing', async () => {
    const { firm, base } = await claimed()
    const before = await backend.sql(`select md5(string_agg(t::text, '|' order by t::text)) from private.mail_tokens t`, [])
    const seen = await links().read(base, 'claim')
    expect(seen).toMatchObject({ kind: 'claim', stand: 'open', email: firm.email })
    expect(JSON.stringify(seen)).not.toContain('Aigul')
    expect(await links().read(base, 'join')).toBeNull()
    expect(await backend.sql(`select md5(string_agg(t::text, '|' order by t::text)) from private.mail_tokens t`, [])).toEqual(before)
  })

  test('makes the invited person its owner, once; the same again says so, another person is kept out', async () => {
    const { firm, base } = await claimed()
    const hash = tokenHash(base, 'claim')
    const [owner, stranger] = [await as(firm.email), await as(`stranger-${crypto.randomUUID()}@example.test`)]
    expect((await stranger.accept(hash)).status).toBe(403)
    expect((await owner.accept(hash)).data).toBe('accepted')
    expect((await owner.accept(hash)).data).toBe('already')
    expect(await membersOf(firm.id)).toEqual([{ user_id: owner.id, role: 'owner' }])
    expect((await links().read(base, 'claim'))?.stand).toBe('used')
    expect((await invite(firm.id)).data).toBe('claimed')
  })

  test('takes the place of a registration left empty, not of one with anything in it', async () => {
    const { firm, base } = await claimed()
    const owner = await as(firm.email)
    const client = backend.asUser(owner.token)
    const { data: draft } = await client.rpc('begin_company', { country: 'KZ', locale: 'ru', email: firm.email })
    await client.rpc('save_company', { company: draft, patch: { name_native: 'Другое ТОО' } })
    expect((await owner.accept(tokenHash(base, 'claim'))).error).toMatchObject({ message: 'has_company' })
    await client.rpc('save_company', { company: draft, patch: { name_native: null } })
    expect((await owner.accept(tokenHash(base, 'claim'))).data).toBe('accepted')
    expect(await backend.sql('select id from public.companies where id = $1', [draft])).toEqual([])
  })

  test('lapses after sixty days, and the draft with it; what is somebody’s stays', async () => {
    const [{ firm, base }, other] = [await claimed(), await claimed()]
    await (await as(other.firm.email)).accept(tokenHash(other.base, 'claim'))
    await world.pass('61 days')
    expect((await links().read(base, 'claim'))?.stand).toBe('expired')
    await backend.asService().rpc('run_due_work')
    expect(await backend.sql('select id from public.companies where id = any ($1::uuid[])', [`{${firm.id},${other.firm.id}}`])).toEqual([{ id: other.firm.id }])
  })
})

describe('a team', () => {
  const team = async () => {
    const firm = await world.firm('PK')
    const owner = await backend.createUser()
    await backend.sql(`insert into public.company_members (company_id, user_id, role) values ($1, $2, 'owner')`, [firm.id, owner.id])
    const ask = async (address: string) => (await backend.asUser(owner.token).rpc('invite_member', { company: firm.id, address })).data as string
    return { firm, owner, ask, address: `colleague-${crypto.randomUUID().slice(0, 8)}@example.test` }
  }

  test('is joined by the invited address alone, as a member; the owner sees who was asked until then', async () => {
    const { firm, owner, ask, address } = await team()
    expect(await ask(address.toUpperCase())).toBe('invited')
    expect(await ask(address)).toBe('already')
    const asked = async () => ((await backend.asUser(owner.token).rpc('company_team', { company: firm.id })).data as { invited: { email: string }[] }).invited.map(({ email }) => email)
    expect(await asked()).toEqual([address])
    const hash = tokenHash(await baseIn('team_invitation', firm.id, 'join'), 'join')
    expect((await (await as(`other-${crypto.randomUUID()}@example.test`)).accept(hash)).status).toBe(403)
    const colleague = await as(address)
    expect((await colleague.accept(hash)).data).toBe('accepted')
    expect((await membersOf(firm.id)).find(member => member.user_id === colleague.id)?.role).toBe('member')
    expect([await asked(), await ask(address)]).toEqual([[], 'member'])
  })

  test('takes an invitation back: its link lets nobody in', async () => {
    const { firm, owner, ask, address } = await team()
    await ask(address)
    const base = await baseIn('team_invitation', firm.id, 'join')
    await backend.asUser(owner.token).rpc('withdraw_invitation', { company: firm.id, address })
    expect((await links().read(base, 'join'))?.stand).toBe('withdrawn')
    expect((await (await as(address)).accept(tokenHash(base, 'join'))).error).toMatchObject({ message: 'invitation_withdrawn' })
  })

  test('writes to at most ten strangers a day, to no one who asked for silence, and to nothing that is no address', async () => {
    const { ask, owner, firm } = await team()
    await backend.sql(`insert into private.suppressions (email, kind) values ('silent@example.test', 'bounce')`, [])
    expect(await ask('silent@example.test')).toBe('suppressed')
    for (let n = 0; n < 10; n += 1) expect(await ask(`n${n}@example.test`)).toBe('invited')
    expect(await ask('n10@example.test')).toBe('invited_often')
    expect((await backend.asUser(owner.token).rpc('invite_member', { company: firm.id, address: 'a@b.c>, <d@e.f' })).status).toBe(422)
  })

  test('forgets an invited address when its owner leaves', async () => {
    const { ask, address } = await team()
    await ask(address)
    const { error } = await backend.asUser((await as(address)).token).rpc('leave')
    expect(error).toBeNull()
    expect(await backend.sql('select 1 from private.team_invitations where email = $1', [address])).toEqual([])
  })
})

test('whoever leaves a registration may ask for the way back, once an hour; an imported draft is not reminded', async () => {
  const user = await backend.createUser()
  const client = backend.asUser(user.token)
  const { data: company } = await client.rpc('begin_company', { country: 'PK', locale: 'ur', email: user.email })
  expect((await client.rpc('send_resume_link', { company })).data).toBe('queued')
  expect((await client.rpc('send_resume_link', { company })).data).toBe('already')
  while (await world.worker().pass());
  const [mail] = await world.outbox(`notice = 'resume_registration' and to_email = '${user.email}'`)
  expect(mail!.payload!.html).toContain('lang="ur"')
  expect(mail!.payload!.headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click')
  const firm = await imported()
  await world.pass('4 days')
  await backend.asService().rpc('run_due_work')
  expect(await world.outbox(`notice = 'resume_registration' and company_id = '${firm.id}'`)).toEqual([])
})
