import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'

import { deliverMail } from '~/features/introductions/outbox/deliver.server'
import type { OutboxStore } from '~/features/introductions/outbox/outbox.store.server'
import type { WorkerParts } from '~/features/introductions/outbox/worker.server'
import { resendSender } from '~/platform/mailer.server'
import { startBackend, type Backend } from '../../support/backend'
import { makeMailWorld, workerParts, type MailWorld } from '../../support/mail-world'
import { startResendStandIn, type ResendStandIn } from '../../support/resend-stand-in'

// The fault matrix F1–F17 of the mail that is sent once: one test a row, each without chance and without sleeping.

let backend: Backend
let world: MailWorld
let provider: ResendStandIn
let parts: WorkerParts
beforeAll(async () => {
  backend = await startBackend()
  world = await makeMailWorld(backend)
  provider = await startResendStandIn()
  parts = { ...workerParts(backend), send: resendSender({ apiKey: 're_test', baseUrl: provider.url, timeoutMs: 400 }) }
})
afterAll(async () => {
  await provider.stop()
  await backend.stop()
})
afterEach(async () => {
  provider.reset()
  await backend.sql(`update private.outbox set state = 'cancelled' where state in ('queued', 'sending')`, [])
  await backend.sql(`update private.send_rate set blocked_until = null`, [])
})

/** One mail in the outbox, without an introduction's weight. */
async function oneMail(): Promise<string> {
  const key = `test/${crypto.randomUUID()}`
  const { data, error } = await backend.asService().rpc('enqueue_mail', {
    of_notice: 'sign_in_code', of_category: 'account', address: `${crypto.randomUUID()}@example.test`, of_locale: 'en', key, facts: { code: '123456', token_hash: 'h', type: 'magiclink' },
  })
  if (error) throw error
  return data as string
}
const row = async (id: string) => (await world.outbox(`id = '${id}'`))[0]!
const worker = (more: Partial<WorkerParts> = {}) => world.worker({ ...parts, ...more })
const claim = () => parts.store.claim('the one that crashes', 10, 45)
const leaseOver = () => world.pass('46 seconds')

test('F1 a crash before the claim’s answer is read: the lease runs out, one mail', async () => {
  const id = await oneMail()
  await claim()
  expect(await worker().pass()).toBe(0)
  await leaseOver()
  await worker().pass()
  expect(provider.accepted).toHaveLength(1)
  expect(await row(id)).toMatchObject({ state: 'sent', attempts: 2 })
})

test('F2 a crash after freezing: the next worker sends the frozen bytes', async () => {
  const id = await oneMail()
  const [leased] = await claim()
  const { payload, tokens } = await parts.compose(leased!, (await parts.store.material(id))!)
  await parts.store.freeze(leased!, payload, tokens)
  await leaseOver()
  await worker({ compose: () => Promise.reject(new Error('nothing is rendered twice')) }).pass()
  expect(provider.accepted.map(mail => mail.body.html)).toEqual([payload.html])
})

test('F3 a crash after acceptance: same key, same id at the provider, one mail', async () => {
  const id = await oneMail()
  const crashes: OutboxStore = { ...parts.store, ack: () => Promise.reject(new Error('gone')), fail: () => Promise.reject(new Error('gone')) }
  await worker({ store: crashes }).pass()
  expect(provider.accepted).toHaveLength(1)
  await leaseOver()
  await worker().pass()
  expect(provider.accepted).toHaveLength(1)
  expect(await row(id)).toMatchObject({ state: 'sent', provider_id: provider.accepted[0]!.id })
})

test.each(['reset-after', 'silence-after'] as const)('F4 the answer is lost after acceptance (%s): tried again under the same key, one mail', async fault => {
  const id = await oneMail()
  provider.next(fault)
  await worker().pass()
  expect(await row(id)).toMatchObject({ state: 'queued', attempts: 1 })
  await world.pass('11 seconds')
  await worker().pass()
  expect(provider.calls).toHaveLength(2)
  expect(provider.accepted).toHaveLength(1)
  expect((await row(id)).state).toBe('sent')
})

test('F5 the acknowledgement was written, its answer lost: the second says "already"', async () => {
  const id = await oneMail()
  const results: string[] = []
  const ack: OutboxStore['ack'] = async (mail, providerId) => {
    results.push(await parts.store.ack(mail, providerId))
    if (results.length === 1) throw new Error('the answer is lost')
    return results.at(-1)!
  }
  await worker({ store: { ...parts.store, ack } }).pass()
  expect(results).toEqual(['sent', 'already'])
  expect((await row(id)).state).toBe('sent')
})

test('F6 two workers send the same mail: one mail, and the late failure is lost', async () => {
  const id = await oneMail()
  const [late] = await claim()
  await leaseOver()
  await worker().pass()
  await deliverMail({ ...late!, frozen: (await row(id)).payload as never }, { ...parts, backoffSeconds: [10], learnRate: async () => {} })
  expect(provider.accepted).toHaveLength(1)
  expect(await parts.store.fail(late!, { permanent: true, reason: 'late', delaySeconds: 0, counts: true })).toBe('lost')
  expect((await row(id)).state).toBe('sent')
})

test('F7 refused before acceptance: eight tries with growing pauses, then dead with an alarm', async () => {
  const id = await oneMail()
  provider.always(() => 500)
  for (const pause of ['0 seconds', '11 seconds', '31 seconds', '121 seconds', '11 minutes', '31 minutes', '121 minutes', '241 minutes']) {
    await world.pass(pause)
    await worker().pass()
  }
  expect(provider.calls).toHaveLength(8)
  expect(await row(id)).toMatchObject({ state: 'dead', alarm: 'tries_exhausted', attempts: 8 })
  await world.pass('10 hours')
  await worker().pass()
  expect(provider.calls).toHaveLength(8)
})

test.each([422, 403] as const)('F8 refused for good (%i): one call, dead, the reason kept', async status => {
  const id = await oneMail()
  provider.next(status)
  await worker().pass()
  await world.pass('10 minutes')
  await worker().pass()
  expect(provider.calls).toHaveLength(1)
  expect(await row(id)).toMatchObject({ state: 'dead', alarm: 'refused', error: expect.stringContaining(`${status} validation_error`) as string })
})

test.each([['rate', '2 seconds'], ['quota', '11 minutes']] as const)('F9 over the limit (%s): it sleeps, costs no try, and starves nobody', async (fault, pause) => {
  const [first, second] = [await oneMail(), await oneMail()]
  provider.next(fault)
  await worker({ settings: { batch: 1 } }).pass()
  expect((await Promise.all([row(first), row(second)])).map(mail => [mail.state, mail.attempts])).toEqual([['queued', 0], ['queued', 0]])
  await world.pass(pause)
  await worker().pass()
  expect(provider.accepted).toHaveLength(2)
})

test('F10 a deploy changes the template between two tries: the same bytes, no conflict', async () => {
  const id = await oneMail()
  provider.next('silence-after')
  await worker().pass()
  await world.pass('11 seconds')
  const compose: WorkerParts['compose'] = async (mail, material) => {
    const { payload, tokens } = await parts.compose(mail, material)
    return { payload: { ...payload, html: payload.html.replace('Sign in', 'Come in') }, tokens }
  }
  await worker({ compose }).pass()
  expect(provider.calls.map(call => call.status)).toEqual(['silent', 200])
  expect((await row(id)).state).toBe('sent')
})

test('F11 thirty hours after a try of unknown outcome: no more calls, a person decides', async () => {
  const id = await oneMail()
  provider.next('silence-before')
  await worker().pass()
  await world.pass('30 hours')
  await worker().pass()
  expect(provider.calls).toHaveLength(1)
  expect(await row(id)).toMatchObject({ state: 'unknown', alarm: 'unknown_outcome' })
})

test('F12 a poison row holds nobody up', async () => {
  const poison = await oneMail()
  const others = [await oneMail(), await oneMail()]
  const compose: WorkerParts['compose'] = (mail, material) => (mail.id === poison ? Promise.reject(new Error('poison')) : parts.compose(mail, material))
  await worker({ compose }).pass()
  expect(await Promise.all(others.map(async id => (await row(id)).state))).toEqual(['sent', 'sent'])
  expect(await row(poison)).toMatchObject({ state: 'queued', attempts: 1, error: 'poison' })
})

test('F13 the database goes away and comes back: nothing lost, nothing doubled, nobody needed', async () => {
  const ids = [await oneMail(), await oneMail()]
  let away = 3
  const flaky = new Proxy(parts.store, {
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
  expect(provider.accepted).toHaveLength(2)
})

test('F14 the server’s clock is an hour off: no effect', async () => {
  const id = await oneMail()
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60 * 60 * 1000 })
  try {
    provider.next(500)
    await worker().pass()
    await worker().pass()
    expect(provider.calls).toHaveLength(1)
    await world.pass('11 seconds')
    await worker().pass()
  } finally {
    vi.useRealTimers()
  }
  expect((await row(id)).state).toBe('sent')
})

test('F15 a bounce comes before our acknowledgement: the state only moves forward, the address is silenced', async () => {
  const id = await oneMail()
  const ack: OutboxStore['ack'] = async (mail, providerId) => {
    await backend.asService().rpc('mail_event', { event: `evt_${id}`, mail, provider: providerId, of_type: 'email.bounced', happened_at: null as never })
    return parts.store.ack(mail, providerId)
  }
  await worker({ store: { ...parts.store, ack } }).pass()
  const mail = await row(id)
  expect(mail).toMatchObject({ state: 'bounced', alarm: 'bounced', provider_id: provider.accepted[0]!.id })
  const [silenced] = await backend.sql<{ kind: string }>('select kind from private.suppressions where email = $1', [mail.to_email])
  expect(silenced?.kind).toBe('bounce')
})

test('F16 twenty approvals at once: one introduction, two mails, one line in the audit', async () => {
  const [pk, kz] = [await world.firm('PK'), await world.firm('KZ')]
  const match = await world.match(pk, kz)
  const answers = await Promise.all(Array.from({ length: 20 }, () => world.approve(match)))
  expect(new Set(answers.map(answer => answer.introduction)).size).toBe(1)
  const [counts] = await backend.sql<Record<string, number>>(
    `select (select count(*)::int from public.introductions where match_id = $1) as introductions,
       (select count(*)::int from private.outbox o join public.introductions i on i.id = o.introduction_id where i.match_id = $1) as mails,
       (select count(*)::int from public.audit_log where subject_id = $1::text and action = 'approve') as audit`,
    [match],
  )
  expect(counts).toEqual({ introductions: 1, mails: 2, audit: 1 })
})

test.each([
  ['a rejection', (match: string) => backend.asUser(world.organizer.token).rpc('reject_match', { match, reason: 'known' })],
  ['a suspension', async (_match: string, firm: string) => backend.asService().rpc('review_company', { company: firm, forum: world.forum, decision: 'suspend' })],
  ['an edit of the address', async (_match: string, firm: string) => backend.asService().rpc('save_contact', { company: firm, patch: { email: 'other@example.test' } })],
])('F16 approval against %s at the same moment: both mails or neither', async (_name, against) => {
  const [pk, kz] = [await world.firm('PK'), await world.firm('KZ')]
  const match = await world.match(pk, kz)
  await Promise.all([backend.asUser(world.organizer.token).rpc('approve_match', { match }), against(match, kz.id)])
  const [counts] = await backend.sql<{ introductions: number; mails: number }>(
    `select (select count(*)::int from public.introductions where match_id = $1) as introductions,
       (select count(*)::int from private.outbox o join public.introductions i on i.id = o.introduction_id where i.match_id = $1) as mails`,
    [match],
  )
  expect(counts!.mails).toBe(counts!.introductions * 2)
})

test('F17 silenced after it was written: suppressed, no call, the organizer is told', async () => {
  const id = await oneMail()
  await backend.sql(`insert into private.suppressions (email, kind) values ($1, 'complaint')`, [(await row(id)).to_email])
  await worker().pass()
  expect(provider.calls).toHaveLength(0)
  expect(await row(id)).toMatchObject({ state: 'suppressed', alarm: 'suppressed', error: 'complaint' })
})
