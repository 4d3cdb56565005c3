import { afterAll, beforeAll, expect, test } from 'vitest'

import { answerLinksStore, type AnswerLinksStore } from '~/features/introductions/answer-links.store.server'
import { answersLeft, viewAnswer } from '~/features/introductions/answer-page.server'
import type { Words } from '~/features/introductions/outbox/describe.server'
import { serverI18n } from '~/i18n/catalogues.server'
import type { Db } from '~/platform/supabase.server'
import { startBackend, type Backend } from '../../support/backend'
import { makeMailWorld, type FirmFacts, type MailWorld } from '../../support/mail-world'
import { tablesHash } from '../../support/tables-hash'

// What the links of a mail may do. A machine that opens one runs exactly what a page's loader runs: `viewAnswer` and `readUnsubscribe`.

let backend: Backend
let world: MailWorld
let links: AnswerLinksStore
const words: Words = { i18n: serverI18n('en'), locale: 'en', concept: () => null }
beforeAll(async () => {
  backend = await startBackend()
  world = await makeMailWorld(backend)
  links = answerLinksStore(backend.asService() as unknown as Db)
})
afterAll(() => backend.stop())

/** An introduction that was sent, and the secret part of each side's links. */
async function sent(pkFacts: FirmFacts = {}, kzFacts: FirmFacts = {}) {
  const made = await world.introduction(pkFacts, kzFacts)
  await world.worker().pass()
  const mails = await world.outbox(`introduction_id = '${made.introduction}' and notice = 'introduction'`)
  const baseOf = (company: string, door: string) => new RegExp(`/${door}/([\\w-]{22})`).exec(mails.find(mail => mail.company_id === company)!.payload!.text)![1]!
  return { ...made, pkBase: baseOf(made.pk.id, 'a'), kzBase: baseOf(made.kz.id, 'a'), kzStop: baseOf(made.kz.id, 'unsubscribe') }
}

test('opening a link, three times each, changes no row of any table', async () => {
  const { pkBase, kzBase, kzStop } = await sent()
  const before = await tablesHash(backend)
  for (let times = 0; times < 3; times += 1) {
    for (const base of [pkBase, kzBase]) expect((await viewAnswer(links, base, words))?.stand).toBe('open')
    expect(await links.readUnsubscribe(kzStop)).toBe('introductions')
  }
  expect(await tablesHash(backend)).toEqual(before)
})

test('then a person answers, and the same again says that it was recorded', async () => {
  const { pkBase } = await sent()
  expect(await links.answer(pkBase, 'yes', null, null)).toMatchObject({ result: 'recorded', state: 'answered_by_one' })
  expect(await links.answer(pkBase, 'yes', null, null)).toMatchObject({ result: 'already', answer: 'yes' })
  expect(await viewAnswer(links, pkBase, words)).toMatchObject({ stand: 'answered', mine: { answer: 'yes' }, may: ['not_now', 'no'] })
})

test('one may change one’s mind until the other side has answered', async () => {
  const { pkBase, kzBase, introduction } = await sent()
  await links.answer(pkBase, 'yes', null, null)
  expect(await links.answer(pkBase, 'not_now', null, null)).toMatchObject({ result: 'recorded', state: 'postponed' })
  const other = await sent()
  await links.answer(other.pkBase, 'yes', null, null)
  await links.answer(other.kzBase, 'yes', null, null)
  await expect(links.answer(other.pkBase, 'no', 'not_now', null)).rejects.toMatchObject({ status: 409 })
  expect((await viewAnswer(links, other.pkBase, words))?.stand).toBe('connected')
  expect((await viewAnswer(links, kzBase, words))?.stand).toBe('open')
  expect(introduction).toBeTruthy()
})

test('both said yes: each gets the other’s contact by mail, with the counterpart to answer to', async () => {
  const { pkBase, kzBase, introduction, pk, kz } = await sent()
  await links.answer(pkBase, 'yes', null, null)
  await links.answer(kzBase, 'yes', null, null)
  await world.worker().pass()
  const mails = await world.outbox(`introduction_id = '${introduction}' and notice = 'introduction_connected'`)
  expect(mails.map(mail => [mail.company_id, mail.payload!.replyTo]).sort()).toEqual([[pk.id, kz.email], [kz.id, pk.email]].sort())
  expect(mails.find(mail => mail.company_id === pk.id)!.payload!.text).toContain(kz.email)
})

test('a "no" needs its reason; the other side, had it said yes, is told kindly and without it', async () => {
  const { pkBase, kzBase, introduction, pk } = await sent()
  await expect(links.answer(kzBase, 'no', null, null)).rejects.toMatchObject({ status: 422, reason: 'reason_needed' })
  await links.answer(pkBase, 'yes', null, null)
  await links.answer(kzBase, 'no', 'no_capacity', 'We are full.')
  await world.worker().pass()
  const [mail, ...more] = await world.outbox(`introduction_id = '${introduction}' and notice = 'introduction_declined'`)
  expect(more).toEqual([])
  expect(mail!.company_id).toBe(pk.id)
  expect(mail!.payload!.text).not.toContain('We are full.')
  expect((await viewAnswer(links, pkBase, words))?.stand).toBe('closed')
})

test('an introduction taken back or lapsed has its page; an unknown link is nobody’s', async () => {
  const withdrawn = await sent()
  await backend.asUser(world.organizer.token).rpc('withdraw_introduction', { introduction: withdrawn.introduction })
  expect((await viewAnswer(links, withdrawn.pkBase, words))?.stand).toBe('withdrawn')
  const lapsed = await sent()
  await backend.sql(`update public.introductions set state = 'expired' where id = $1`, [lapsed.introduction])
  expect((await viewAnswer(links, lapsed.pkBase, words))?.stand).toBe('lapsed')
  expect(await viewAnswer(links, 'A'.repeat(22), words)).toBeNull()
  await expect(links.answer('A'.repeat(22), 'yes', null, null)).rejects.toMatchObject({ status: 404 })
})

test('the page behind a link never shows the other side’s contact', async () => {
  const { pkBase, kzBase, kz } = await sent({}, { contactName: 'Aigul Canary' })
  await links.answer(pkBase, 'yes', null, null)
  await links.answer(kzBase, 'yes', null, null)
  const shown = JSON.stringify(await viewAnswer(links, pkBase, words))
  expect(shown).not.toContain(kz.email)
  expect(shown).not.toContain('Aigul Canary')
})

test('it may be passed to a colleague of the same house, not to a stranger, and at most three times', async () => {
  const { pkBase, introduction } = await sent({ email: `bilal@chenab-${crypto.randomUUID().slice(0, 8)}.example` })
  const domain = (await links.read(pkBase))!.email.split('@')[1]!
  await expect(links.passOn(pkBase, 'someone@elsewhere.example')).rejects.toMatchObject({ status: 403, reason: 'not_of_firm' })
  expect(await links.passOn(pkBase, `one@${domain}`)).toBe('passed')
  expect(await links.passOn(pkBase, `ONE@${domain}`)).toBe('already')
  await links.passOn(pkBase, `two@${domain}`)
  await links.passOn(pkBase, `three@${domain}`)
  await expect(links.passOn(pkBase, `four@${domain}`)).rejects.toMatchObject({ status: 429 })
  await world.worker().pass()
  const passed = await world.outbox(`introduction_id = '${introduction}' and notice = 'passed_introduction'`)
  expect(passed.map(mail => mail.state)).toEqual(['sent', 'sent', 'sent'])
})

test('"stop" works once and again, by its kind alone; sign-in mail still comes', async () => {
  const { kzStop, kz } = await sent()
  expect(await links.unsubscribe(kzStop)).toBe('introductions')
  expect(await links.unsubscribe(kzStop)).toBe('introductions')
  const silenced = await backend.sql(`select kind, category from private.suppressions where email = $1`, [kz.email])
  expect(silenced).toEqual([{ kind: 'unsubscribe', category: 'introductions' }])
  await backend.asService().rpc('enqueue_mail', { of_notice: 'sign_in_code', of_category: 'sign_in', address: kz.email, of_locale: 'en', key: crypto.randomUUID(), facts: { code: '123456', token_hash: 'h', type: 'magiclink' } })
  await world.worker().pass()
  expect((await world.outbox(`to_email = '${kz.email}' and notice = 'sign_in_code'`))[0]!.state).toBe('sent')
  expect(await links.unsubscribe('A'.repeat(22))).toBeNull()
})

test('what may still be said: all at first, the others while the other side is silent, then only "yes" after "not now"', () => {
  expect(answersLeft(null, false)).toEqual(['yes', 'not_now', 'no'])
  expect(answersLeft('yes', false)).toEqual(['not_now', 'no'])
  expect(answersLeft('not_now', true)).toEqual(['yes'])
  expect(answersLeft('yes', true)).toEqual([])
})
