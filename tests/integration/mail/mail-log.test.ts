import { afterAll, beforeAll, expect, test } from 'vitest'

import { mailLogStore } from '~/features/introductions/mail-log.store.server'
import type { Db } from '~/platform/supabase.server'
import { startBackend, type Backend } from '../../support/backend'
import { makeMailWorld, type MailWorld } from '../../support/mail-world'

let backend: Backend
let world: MailWorld
let introduction: string
const logOf = (token: string) => mailLogStore(backend.asUser(token) as unknown as Db)
beforeAll(async () => {
  backend = await startBackend()
  world = await makeMailWorld(backend)
  introduction = (await world.introduction()).introduction
  await world.worker().pass()
})
afterAll(() => backend.stop())

test('an organizer sees each mail of the forum and its bytes, but not the secret part of its links', async () => {
  const log = logOf(world.organizer.token)
  const { mails, next } = await log.page(world.forum, 'all', null)
  expect(mails.map(mail => [mail.notice, mail.state])).toEqual([['introduction', 'sent'], ['introduction', 'sent']])
  expect(next).toBeNull()
  const message = await log.read(mails[0]!.id)
  expect(message.html).toContain('/…?answer=yes')
  const [row] = await world.outbox(`id = '${mails[0]!.id}'`)
  const secrets = [...row!.payload!.text.matchAll(/\/([\w-]{22})(?![\w-])/g)].map(found => found[1]!)
  expect(secrets.length).toBeGreaterThan(3)
  for (const secret of secrets) {
    expect(message.html).not.toContain(secret)
    expect(message.text).not.toContain(secret)
  }
})

test('nobody else does: a stranger and another forum’s organizer find nothing there', async () => {
  const other = await makeMailWorld(backend)
  const [mail] = await world.outbox(`introduction_id = '${introduction}'`)
  for (const { token } of [await backend.createUser(), other.organizer]) {
    const log = logOf(token)
    for (const call of [() => log.page(world.forum, 'all', null), () => log.counts(world.forum), () => log.read(mail!.id), () => log.retry(mail!.id), () => log.cancel(mail!.id), () => log.decideUnknown(mail!.id, 'sent')]) {
      await expect(call()).rejects.toMatchObject({ status: 404 })
    }
  }
})

test('a dead mail is tried again; one that may have arrived waits for a person’s word', async () => {
  const log = logOf(world.organizer.token)
  const [mail] = await world.outbox(`introduction_id = '${introduction}'`)
  const set = (state: string, alarm: string, ago: string) =>
    backend.sql(`update private.outbox set state = $2, alarm = $3, attempts = 8, first_attempt_at = private.now() - $4::interval where id = $1`, [mail!.id, state, alarm, ago])
  await set('dead', 'tries_exhausted', '1 hour')
  expect((await log.counts(world.forum)).alarms).toBe(1)
  expect(await log.retry(mail!.id)).toBe('queued')
  await set('dead', 'tries_exhausted', '25 hours')
  await expect(log.retry(mail!.id)).rejects.toMatchObject({ status: 409, reason: 'mail_too_old' })
  await set('unknown', 'unknown_outcome', '25 hours')
  expect(await log.decideUnknown(mail!.id, 'resend')).toBe('queued')
  await set('unknown', 'unknown_outcome', '25 hours')
  expect(await log.decideUnknown(mail!.id, 'sent')).toBe('sent')
  await expect(log.cancel(mail!.id)).rejects.toMatchObject({ status: 409, reason: 'mail_state' })
})
