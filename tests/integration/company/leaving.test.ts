import { expect, test } from 'vitest'

import { mailStand } from '../../support/mail-stand'

const { stand, as, memberOf, sendAll } = mailStand()

const count = async (table: string, company: string) => (await stand.backend.sql<{ n: number }>(`select count(*)::int as n from ${table} where company_id = $1`, [company]))[0]!.n

test('a firm that nobody was introduced to goes without a trace', async () => {
  const firm = await stand.world.firm('PK')
  const owner = await memberOf(firm)
  expect((await as(owner).rpc('leave')).data).toEqual({ erased: 1, handed_on: 0 })
  expect(await stand.backend.sql('select 1 from public.companies where id = $1', [firm.id])).toEqual([])
  expect(await stand.backend.sql('select 1 from auth.users where id = $1', [owner.id])).toEqual([])
})

test('a firm with introductions is reduced to its country; its people, words and mails are gone, the counterpart’s facts stay', async () => {
  const { introduction, pk, kz } = await stand.world.introduction({ contactName: 'Ayesha Khan', text: 'goat leather of Kasur' }, {})
  const [leaver, stayer] = [await memberOf(pk), await memberOf(kz)]
  await sendAll()
  await as(leaver).rpc('answer_introduction', { introduction, company: pk.id, said: 'yes', words: 'call me' })
  await as(stayer).rpc('answer_introduction', { introduction, company: kz.id, said: 'yes' })
  await sendAll()
  await as(leaver).rpc('report_outcome', { introduction, company: pk.id, of_kind: 'contract', value: 50_000, happened: '2026-01-01', level: 'claimed', words: 'signed by Ayesha' })

  expect((await as(leaver).rpc('leave')).error).toBeNull()

  const [row] = await stand.backend.sql<Record<string, unknown>>('select country, state, name_native, name_latin, registration_number, region, about, erased_at is not null as erased from public.companies where id = $1', [pk.id])
  expect(row).toEqual({ country: 'PK', state: 'draft', name_native: 'Former participant', name_latin: 'Former participant', registration_number: null, region: null, about: null, erased: true })
  for (const table of ['public.contacts', 'public.listings', 'public.consents', 'public.participations', 'public.company_members', 'private.mail_tokens']) expect([table, await count(table, pk.id)]).toEqual([table, 0])
  const mails = await stand.backend.sql<{ payload: unknown; to_email: string; company_id: string }>('select payload, to_email::text, company_id from private.outbox where introduction_id = $1', [introduction])
  expect(mails.length).toBeGreaterThan(2)
  expect(mails.every(mail => mail.payload === null)).toBe(true)
  expect(mails.filter(mail => mail.company_id === pk.id).every(mail => mail.to_email === 'erased@erased.invalid')).toBe(true)

  const { data } = await as(stayer).rpc('company_introductions', { company: kz.id })
  expect(data).toMatchObject([{ id: introduction, state: 'connected', my_answer: 'yes', outcomes: 1, counterpart: { country: 'PK', name_latin: 'Former participant', erased: true } }])
  expect((await as(stayer).from('outcomes').select('kind, value_usd, note, reported_by').eq('introduction_id', introduction)).data).toMatchObject([{ kind: 'contract', note: null, reported_by: null }])
  expect((await as(stayer).from('contacts').select('id').eq('company_id', pk.id)).data).toEqual([])
})

test('an introduction under way ends, and only the side that stays is told', async () => {
  const { introduction, pk, kz } = await stand.world.introduction()
  const leaver = await memberOf(kz)
  await sendAll()
  await as(leaver).rpc('leave')
  expect(await stand.backend.sql('select state from public.introductions where id = $1', [introduction])).toEqual([{ state: 'withdrawn' }])
  const told = await stand.backend.sql('select company_id from private.outbox where introduction_id = $1 and notice = $2', [introduction, 'introduction_withdrawn'])
  expect(told).toEqual([{ company_id: pk.id }])
})

test('one still in the undo window never leaves', async () => {
  const { introduction, pk, kz } = await stand.world.introduction()
  await as(await memberOf(pk)).rpc('leave')
  await sendAll()
  expect(await stand.backend.sql('select 1 from public.introductions where id = $1', [introduction])).toEqual([])
  expect(await stand.backend.sql(`select 1 from private.outbox where to_email = $1`, [kz.email])).toEqual([])
})

test('a firm with colleagues stays: the eldest of them owns it, and only the leaver’s account goes', async () => {
  const firm = await stand.world.firm('KZ')
  const owner = await memberOf(firm)
  const colleague = await memberOf(firm, 'member')
  expect((await as(owner).rpc('leave')).data).toEqual({ erased: 0, handed_on: 1 })
  expect(await stand.backend.sql('select user_id, role from public.company_members where company_id = $1', [firm.id])).toEqual([{ user_id: colleague.id, role: 'owner' }])
  expect(await count('public.listings', firm.id)).toBeGreaterThan(0)
})

test('an organizer hands over first; a visitor has nothing to delete', async () => {
  expect((await as(stand.world.organizer).rpc('leave')).status).toBe(409)
  expect((await as().rpc('leave')).error).not.toBeNull()
  expect((await stand.backend.sql('select 1 from auth.users where id = $1', [stand.world.organizer.id])).length).toBe(1)
})
