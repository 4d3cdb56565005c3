import { expect, test } from 'vitest'

import { deliverMail } from '~/features/introductions/outbox/deliver.server'
import type { OutboxStore } from '~/features/introductions/outbox/outbox.store.server'
import type { WorkerParts } from '~/features/introductions/outbox/worker.server'
import { faultStand } from '../../support/fault-stand'

// The fault matrix of the mail that is sent once, F1–F10: one test a row, each without chance and without sleeping.

const { stand, oneMail, row, worker, claim, leaseOver } = faultStand()

test('F1 a crash before the claim’s answer is read: the lease runs out, one mail', async () => {
  const id = await oneMail()
  await claim()
  expect(await worker().pass()).toBe(0)
  await leaseOver()
  await worker().pass()
  expect(stand.provider.accepted).toHaveLength(1)
  expect(await row(id)).toMatchObject({ state: 'sent', attempts: 1 })
})

test('F1 the claims’ answers are lost again and again: no try is used up, until after twenty leases an organizer is told', async () => {
  const [id, hopeless] = [await oneMail(), await oneMail()]
  for (let lapsed = 0; lapsed < 12; lapsed += 1) {
    await claim()
    await leaseOver()
  }
  await stand.backend.sql('update private.outbox set lapses = 20 where id = $1', [hopeless])
  await worker().pass()
  expect(stand.provider.calls).toHaveLength(1)
  expect(await row(id)).toMatchObject({ state: 'sent', attempts: 1 })
  expect(await row(hopeless)).toMatchObject({ state: 'dead', alarm: 'tries_exhausted' })
})

test('F3 a crash after acceptance, then a snooze: the 23 hours still count from the first call', async () => {
  const id = await oneMail()
  const crashes: OutboxStore = { ...stand.parts.store, ack: () => Promise.reject(new Error('gone')), fail: () => Promise.reject(new Error('gone')) }
  await worker({ store: crashes }).pass()
  const { first_attempt_at } = (await row(id)) as unknown as { first_attempt_at: string }
  await leaseOver()
  for (const pause of ['2 seconds', '2 seconds']) {
    stand.provider.next('rate')
    await worker().pass()
    await stand.world.pass(pause)
  }
  expect(await row(id)).toMatchObject({ state: 'queued', first_attempt_at })
})

test('F2 a crash after freezing: the next worker sends the frozen bytes', async () => {
  const id = await oneMail()
  const [leased] = await claim()
  const { payload, tokens } = await stand.parts.compose(leased!, (await stand.parts.store.material(id))!)
  await stand.parts.store.freeze(leased!, payload, tokens)
  await leaseOver()
  await worker({ compose: () => Promise.reject(new Error('nothing is rendered twice')) }).pass()
  expect(stand.provider.accepted.map(mail => mail.body.html)).toEqual([payload.html])
})

test('F3 a crash after acceptance: same key, same id at the provider, one mail', async () => {
  const id = await oneMail()
  const crashes: OutboxStore = { ...stand.parts.store, ack: () => Promise.reject(new Error('gone')), fail: () => Promise.reject(new Error('gone')) }
  await worker({ store: crashes }).pass()
  expect(stand.provider.accepted).toHaveLength(1)
  await leaseOver()
  await worker().pass()
  expect(stand.provider.accepted).toHaveLength(1)
  expect(await row(id)).toMatchObject({ state: 'sent', provider_id: stand.provider.accepted[0]!.id })
})

test.each(['reset-after', 'silence-after'] as const)('F4 the answer is lost after acceptance (%s): tried again under the same key, one mail', async fault => {
  const id = await oneMail()
  stand.provider.next(fault)
  await worker().pass()
  expect(await row(id)).toMatchObject({ state: 'queued', attempts: 1 })
  await stand.world.pass('11 seconds')
  await worker().pass()
  expect(stand.provider.calls).toHaveLength(2)
  expect(stand.provider.accepted).toHaveLength(1)
  expect((await row(id)).state).toBe('sent')
})

test('F5 the acknowledgement was written, its answer lost: the second says "already"', async () => {
  const id = await oneMail()
  const results: string[] = []
  const ack: OutboxStore['ack'] = async (mail, providerId) => {
    results.push(await stand.parts.store.ack(mail, providerId))
    if (results.length === 1) throw new Error('the answer is lost')
    return results.at(-1)!
  }
  await worker({ store: { ...stand.parts.store, ack } }).pass()
  expect(results).toEqual(['sent', 'already'])
  expect((await row(id)).state).toBe('sent')
})

test('F6 two workers send the same mail: one mail, and the late failure is lost', async () => {
  const id = await oneMail()
  const [late] = await claim()
  await leaseOver()
  await worker().pass()
  await deliverMail({ ...late!, frozen: (await row(id)).payload as never }, { ...stand.parts, backoffSeconds: [10], learnRate: async () => {} })
  expect(stand.provider.accepted).toHaveLength(1)
  expect(await stand.parts.store.fail(late!, { permanent: true, reason: 'late', delaySeconds: 0, counts: true })).toBe('lost')
  expect((await row(id)).state).toBe('sent')
})

test('F7 refused before acceptance: eight tries with growing pauses, then dead with an alarm', async () => {
  const id = await oneMail()
  stand.provider.always(() => 500)
  for (const pause of ['0 seconds', '11 seconds', '31 seconds', '121 seconds', '11 minutes', '31 minutes', '121 minutes', '241 minutes']) {
    await stand.world.pass(pause)
    await worker().pass()
  }
  expect(stand.provider.calls).toHaveLength(8)
  expect(await row(id)).toMatchObject({ state: 'dead', alarm: 'tries_exhausted', attempts: 8 })
  await stand.world.pass('10 hours')
  await worker().pass()
  expect(stand.provider.calls).toHaveLength(8)
})

test.each([422, 403] as const)('F8 refused for good (%i): one call, dead, the reason kept', async status => {
  const id = await oneMail()
  stand.provider.next(status)
  await worker().pass()
  await stand.world.pass('10 minutes')
  await worker().pass()
  expect(stand.provider.calls).toHaveLength(1)
  expect(await row(id)).toMatchObject({ state: 'dead', alarm: 'refused', error: expect.stringContaining(`${status} validation_error`) as string })
})

test.each([['rate', '2 seconds'], ['quota', '11 minutes']] as const)('F9 over the limit (%s): it sleeps, costs no try, and starves nobody', async (fault, pause) => {
  const [first, second] = [await oneMail(), await oneMail()]
  stand.provider.next(fault)
  await worker({ settings: { batch: 1 } }).pass()
  expect((await Promise.all([row(first), row(second)])).map(mail => [mail.state, mail.attempts])).toEqual([['queued', 0], ['queued', 0]])
  await stand.world.pass(pause)
  await worker().pass()
  expect(stand.provider.accepted).toHaveLength(2)
})

test('F9 the limit cannot be written down at first: the mail costs no try for that', async () => {
  const id = await oneMail()
  stand.provider.next('rate')
  let away = 2
  const rate: OutboxStore['rate'] = async (...told) => {
    if (away-- > 0) throw new Error('the connection was closed')
    await stand.parts.store.rate(...told)
  }
  await worker({ store: { ...stand.parts.store, rate } }).pass()
  expect(await row(id)).toMatchObject({ state: 'queued', attempts: 0 })
})

test('F5 what the provider says of its limit cannot be written down: the acceptance is', async () => {
  const id = await oneMail()
  await worker({ store: { ...stand.parts.store, rate: () => Promise.reject(new Error('gone')) } }).pass()
  expect(await row(id)).toMatchObject({ state: 'sent', attempts: 1 })
})

test('F9 the first call is still running at the provider: it sleeps, costs no try, and no second mail goes out', async () => {
  const id = await oneMail()
  stand.provider.next('held')
  await worker().pass()
  await stand.world.pass('11 seconds')
  await worker().pass()
  expect(stand.provider.calls.map(call => call.status)).toEqual([409])
  expect(await row(id)).toMatchObject({ state: 'queued', attempts: 1 })
  stand.provider.release()
  await stand.world.pass('6 seconds')
  await worker().pass()
  expect(stand.provider.accepted).toHaveLength(1)
  expect((await row(id)).state).toBe('sent')
})

test('F10 a deploy changes the template between two tries: the same bytes, no conflict', async () => {
  const id = await oneMail()
  stand.provider.next('silence-after')
  await worker().pass()
  await stand.world.pass('11 seconds')
  const compose: WorkerParts['compose'] = async (mail, material) => {
    const { payload, tokens } = await stand.parts.compose(mail, material)
    return { payload: { ...payload, html: payload.html.replace('Sign in', 'Come in') }, tokens }
  }
  await worker({ compose }).pass()
  expect(stand.provider.calls.map(call => call.status)).toEqual(['silent', 200])
  expect((await row(id)).state).toBe('sent')
})
