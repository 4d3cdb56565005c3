import { expect, test, vi } from 'vitest'

import type { OutboxStore } from '~/features/introductions/outbox/outbox.store.server'
import type { WorkerParts } from '~/features/introductions/outbox/worker.server'
import { faultStand } from '../../support/fault-stand'

// The fault matrix of the mail that is sent once, F11–F17: one test a row, each without chance and without sleeping.

const { stand, oneMail, row, worker } = faultStand()

test('F11 thirty hours after a try of unknown outcome: no more calls, a person decides', async () => {
  const id = await oneMail()
  stand.provider.next('silence-before')
  await worker().pass()
  await stand.world.pass('30 hours')
  await worker().pass()
  expect(stand.provider.calls).toHaveLength(1)
  expect(await row(id)).toMatchObject({ state: 'unknown', alarm: 'unknown_outcome' })
})

test('F12 a poison row holds nobody up', async () => {
  const poison = await oneMail()
  const others = [await oneMail(), await oneMail()]
  const compose: WorkerParts['compose'] = (mail, material) => (mail.id === poison ? Promise.reject(new Error('poison')) : stand.parts.compose(mail, material))
  await worker({ compose }).pass()
  expect(await Promise.all(others.map(async id => (await row(id)).state))).toEqual(['sent', 'sent'])
  expect(await row(poison)).toMatchObject({ state: 'queued', attempts: 1, error: 'poison' })
})

test('F13 the database goes away and comes back: nothing lost, nothing doubled, nobody needed', async () => {
  const ids = [await oneMail(), await oneMail()]
  let away = 3
  const flaky = new Proxy(stand.parts.store, {
    get: (store, verb: keyof OutboxStore) =>
      async (...args: never[]) => {
        if (verb !== 'claim' && verb !== 'ack') return (store[verb] as (...given: never[]) => unknown)(...args)
        if (away-- > 0) throw new Error('the connection was closed')
        return (store[verb] as (...given: never[]) => unknown)(...args)
      },
  })
  const restless = worker({ store: flaky, settings: { pollMs: 5, choresMs: 1e9 } })
  restless.start()
  await vi.waitFor(async () => expect((await Promise.all(ids.map(row))).map(mail => mail.state)).toEqual(['sent', 'sent']), { timeout: 15_000 })
  await restless.stop()
  expect(stand.provider.accepted.filter(mail => mail.key.startsWith('test/'))).toHaveLength(2)
})

test('F14 the server’s clock is an hour off: no effect', async () => {
  const id = await oneMail()
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60 * 60 * 1000 })
  try {
    stand.provider.next(500)
    await worker().pass()
    await worker().pass()
    expect(stand.provider.calls).toHaveLength(1)
    await stand.world.pass('11 seconds')
    await worker().pass()
  } finally {
    vi.useRealTimers()
  }
  expect((await row(id)).state).toBe('sent')
})

test('F15 a bounce comes before our acknowledgement: the state only moves forward, the address is silenced', async () => {
  const id = await oneMail()
  const ack: OutboxStore['ack'] = async (mail, providerId) => {
    await stand.backend.asService().rpc('mail_event', { event: `evt_${id}`, mail, provider: providerId, of_type: 'email.bounced', happened_at: null as never })
    return stand.parts.store.ack(mail, providerId)
  }
  await worker({ store: { ...stand.parts.store, ack } }).pass()
  const mail = await row(id)
  expect(mail).toMatchObject({ state: 'bounced', alarm: 'bounced', provider_id: stand.provider.accepted[0]!.id })
  const [silenced] = await stand.backend.sql<{ kind: string }>('select kind from private.suppressions where email = $1', [mail.to_email])
  expect(silenced?.kind).toBe('bounce')
})

test('F16 twenty approvals at once: one introduction, two mails, one line in the audit', async () => {
  const [pk, kz] = [await stand.world.firm('PK'), await stand.world.firm('KZ')]
  const match = await stand.world.match(pk, kz)
  const answers = await Promise.all(Array.from({ length: 20 }, () => stand.world.approve(match)))
  expect(new Set(answers.map(answer => answer.introduction)).size).toBe(1)
  const [counts] = await stand.backend.sql<Record<string, number>>(
    `select (select count(*)::int from public.introductions where match_id = $1) as introductions,
       (select count(*)::int from private.outbox o join public.introductions i on i.id = o.introduction_id where i.match_id = $1) as mails,
       (select count(*)::int from public.audit_log where subject_id = $1::text and action = 'approve') as audit`,
    [match],
  )
  expect(counts).toEqual({ introductions: 1, mails: 2, audit: 1 })
})

/** Somebody of the firm who may act for it. */
async function ownerOf(company: string): Promise<string> {
  const { id, token } = await stand.backend.createUser()
  await stand.backend.sql(`insert into public.company_members (company_id, user_id, role) values ($1, $2, 'owner')`, [company, id])
  return token
}

test.each<[string, (match: string, company: string, owner: string) => PromiseLike<{ error: { message: string } | null }>]>([
  ['a rejection', match => stand.backend.asUser(stand.world.organizer.token).rpc('reject_match', { match, reason: 'known' })],
  ['a suspension', (_, company) => stand.backend.asUser(stand.world.organizer.token).rpc('review_company', { company, forum: stand.world.forum, decision: 'suspend' })],
  ['the firm’s own withdrawal', (_, company, owner) => stand.backend.asUser(owner).rpc('unpublish_company', { company })],
  ['an edit of the address', (_, company, owner) => stand.backend.asUser(owner).rpc('save_contact', { company, patch: { email: 'other@example.test' } })],
])('F16 approval against %s at the same moment: both mails or neither', async (_name, against) => {
  const [pk, kz] = [await stand.world.firm('PK'), await stand.world.firm('KZ')]
  const match = await stand.world.match(pk, kz)
  const owner = await ownerOf(kz.id)
  const [approved, done] = await Promise.all([stand.backend.asUser(stand.world.organizer.token).rpc('approve_match', { match }), against(match, kz.id, owner)])
  // Whoever comes second may be told that it is too late; one of the two came first.
  expect([approved.error, done.error]).toContain(null)
  const [counts] = await stand.backend.sql<{ introductions: number; mails: number; states: number }>(
    `select (select count(*)::int from public.introductions where match_id = $1) as introductions, count(o.id)::int as mails, count(distinct o.state)::int as states
       from private.outbox o join public.introductions i on i.id = o.introduction_id where i.match_id = $1`,
    [match],
  )
  expect(counts).toEqual(approved.error ? { introductions: 0, mails: 0, states: 0 } : { introductions: 1, mails: 2, states: 1 })
})

test('F17 silenced after it was written: suppressed, no call, the organizer is told', async () => {
  const id = await oneMail()
  await stand.backend.sql(`insert into private.suppressions (email, kind) values ($1, 'complaint')`, [(await row(id)).to_email])
  await worker().pass()
  expect(stand.provider.calls).toHaveLength(0)
  expect(await row(id)).toMatchObject({ state: 'suppressed', alarm: 'suppressed', error: 'complaint' })
})
