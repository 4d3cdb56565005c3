import { describe, expect, test } from 'vitest'

import { mailStand } from '../../support/mail-stand'

const { stand, as, memberOf, sendAll } = mailStand()


describe('saving listings', () => {
  test('a listing that is saved again keeps its id and what resolved it; a new one gets its own; another firm’s id is not taken over', async () => {
    const [firm, other] = [await stand.world.firm('PK'), await stand.world.firm('PK')]
    const owner = await memberOf(firm)
    const item = { text: 'wet blue', kind: 'goods', id: firm.listings.brings }
    const { error } = await as(owner).rpc('save_listings', { company: firm.id, side: 'brings', items: [{ text: 'crust', kind: 'goods', id: other.listings.brings, resolver_version: 'r2' }, item, item] })
    expect(error).toBeNull()
    const rows = await stand.backend.sql<{ id: string; text: string; resolver_version: string | null }>('select id, text, resolver_version from public.listings where company_id = $1 and direction = $2 order by position', [firm.id, 'brings'])
    expect(rows.map(row => row.text)).toEqual(['crust', 'wet blue', 'wet blue'])
    expect(rows[0]!.id).not.toBe(other.listings.brings)
    expect(rows[1]!.id).toBe(firm.listings.brings)
    expect(new Set(rows.map(row => row.id)).size).toBe(3)
    expect(rows[0]!.resolver_version).toBe('r2')
  })
})

describe('why a profile came back', () => {
  test('its members read the decision, the reasons and the message, never the marks or the reviewer', async () => {
    const firm = await stand.world.firm('KZ')
    const member = await memberOf(firm, 'member')
    await as(stand.world.organizer).rpc('review_company', { company: firm.id, forum: stand.world.forum, decision: 'return', marks: { clarity: 1 }, reasons: ['unclear_goods'], message: 'Which grade?' })
    const { data } = await as(member).rpc('latest_review', { company: firm.id })
    expect(data).toEqual({ decision: 'return', reasons: ['unclear_goods'], message: 'Which grade?', at: expect.any(String) as string })
  })
  test('strangers read nothing', async () => {
    const firm = await stand.world.firm('KZ')
    expect((await as(await stand.backend.createUser()).rpc('latest_review', { company: firm.id })).status).toBe(404)
    expect((await as().rpc('latest_review', { company: firm.id })).error).not.toBeNull()
  })
})

describe('a firm’s introductions', () => {
  test('show who is on the other side once sent, not before, and never what the other side answered', async () => {
    const { introduction, pk, kz } = await stand.world.introduction({ latinName: 'Chenab' }, { latinName: 'Ontustik' })
    const [here, there] = [await memberOf(pk), await memberOf(kz)]
    expect((await as(here).rpc('company_introductions', { company: pk.id })).data).toEqual([])
    await sendAll()
    await as(there).rpc('answer_introduction', { introduction, company: kz.id, said: 'yes' })
    const { data } = await as(here).rpc('company_introductions', { company: pk.id })
    expect(data).toMatchObject([{ id: introduction, state: 'answered_by_one', my_answer: null, counterpart: { id: kz.id, name_latin: 'Ontustik', erased: false } }])
    expect(JSON.stringify(data)).not.toContain(kz.email)
  })
  test('are nobody else’s', async () => {
    const { pk, kz } = await stand.world.introduction()
    expect((await as(await memberOf(kz)).rpc('company_introductions', { company: pk.id })).status).toBe(404)
  })
})

describe('the team', () => {
  test('is read by members, with the addresses of those who ask to join; by nobody else', async () => {
    const firm = await stand.world.firm('PK')
    const [owner, asker, stranger] = [await memberOf(firm), await stand.backend.createUser(), await stand.backend.createUser()]
    await stand.backend.sql('insert into public.join_requests (company_id, user_id, email) values ($1, $2, $3)', [firm.id, asker.id, asker.email])
    const { data } = await as(owner).rpc('company_team', { company: firm.id })
    expect(data).toMatchObject({ members: [{ user: owner.id, email: owner.email, role: 'owner' }], asking: [{ user: asker.id, email: asker.email }] })
    expect((await as(stranger).rpc('company_team', { company: firm.id })).status).toBe(404)
    expect((await as(asker).rpc('company_team', { company: firm.id })).status).toBe(404)
  })
})

describe('mail preferences', () => {
  test('are the caller’s own: a kind is stopped and wanted again', async () => {
    const [user, other] = [await stand.backend.createUser(), await stand.backend.createUser()]
    expect((await as(user).rpc('my_mail_preferences')).data).toEqual({ introductions: true, digests: true, account: true })
    await as(user).rpc('set_mail_preference', { of_category: 'digests', wanted: false })
    await as(user).rpc('set_mail_preference', { of_category: 'digests', wanted: false })
    expect((await as(user).rpc('my_mail_preferences')).data).toEqual({ introductions: true, digests: false, account: true })
    expect((await as(other).rpc('my_mail_preferences')).data).toEqual({ introductions: true, digests: true, account: true })
    await as(user).rpc('set_mail_preference', { of_category: 'digests', wanted: true })
    expect((await as(user).rpc('my_mail_preferences')).data).toEqual({ introductions: true, digests: true, account: true })
  })
  test('do not lift a complaint', async () => {
    const user = await stand.backend.createUser()
    await stand.backend.sql(`insert into private.suppressions (email, kind) values ($1, 'complaint')`, [user.email])
    await as(user).rpc('set_mail_preference', { of_category: 'introductions', wanted: true })
    expect(await stand.backend.sql('select lifted_at from private.suppressions where email = $1', [user.email])).toEqual([{ lifted_at: null }])
  })
  test('are of three kinds only, sign-in codes are none of them, and not a visitor’s', async () => {
    expect((await as(await stand.backend.createUser()).rpc('set_mail_preference', { of_category: 'sign_in', wanted: false })).status).toBe(422)
    expect((await as().rpc('my_mail_preferences')).error).not.toBeNull()
  })
})
