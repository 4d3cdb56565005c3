import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { deskStore } from '~/features/desk/desk.store.server'
import { actOnMail } from '~/features/desk/mail-act.server'
import { mailLogView, mailMessageView } from '~/features/desk/mail-views.server'
import { mailLogStore, type MailFilter } from '~/features/introductions/mail-log.store.server'
import { serverI18n } from '~/i18n/catalogues.server'
import type { Db } from '~/platform/supabase.server'
import { startBackend, type Backend } from '../../support/backend'
import { makeMailWorld, type MailWorld } from '../../support/mail-world'

let backend: Backend
let world: MailWorld
let introduction: string
const logOf = (token: string) => mailLogStore(backend.asUser(token) as unknown as Db)
const frame = () => deskStore(backend.asUser(world.organizer.token) as unknown as Db).frame(world.forum)
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
    for (const call of [() => log.page(world.forum, 'all', null), () => log.read(mail!.id), () => log.retry(mail!.id), () => log.cancel(mail!.id), () => log.decideUnknown(mail!.id, 'sent'), () => log.dismiss(mail!.id)]) {
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
  expect((await frame()).mails.alarms).toBe(1)
  expect(await log.retry(mail!.id)).toBe('queued')
  await set('dead', 'tries_exhausted', '25 hours')
  await expect(log.retry(mail!.id)).rejects.toMatchObject({ status: 409, reason: 'mail_too_old' })
  await set('unknown', 'unknown_outcome', '25 hours')
  expect(await log.decideUnknown(mail!.id, 'resend')).toBe('queued')
  await set('unknown', 'unknown_outcome', '25 hours')
  expect(await log.decideUnknown(mail!.id, 'sent')).toBe('sent')
  await expect(log.cancel(mail!.id)).rejects.toMatchObject({ status: 409, reason: 'mail_state' })
})

test('what came back is seen and put away; what was given up is decided, not put away', async () => {
  const log = logOf(world.organizer.token)
  const [mail] = await world.outbox(`introduction_id = '${introduction}'`)
  await backend.sql(`update private.outbox set state = 'bounced', alarm = 'bounced' where id = $1`, [mail!.id])
  expect(await log.dismiss(mail!.id)).toBe('bounced')
  expect((await frame()).mails.alarms).toBe(0)
  await backend.sql(`update private.outbox set state = 'dead', alarm = 'refused' where id = $1`, [mail!.id])
  await expect(log.dismiss(mail!.id)).rejects.toMatchObject({ status: 409, reason: 'mail_state' })
})

describe('the page of the log', () => {
  const reader = { i18n: serverI18n('en'), locale: 'en' as const }
  const viewOf = async (log: ReturnType<typeof logOf>, filter: MailFilter) => mailLogView(reader, filter, (await frame()).mails, await log.page(world.forum, filter, null))

  test('shows a filter’s mails and no others, fifty a page, and where the next page begins', async () => {
    const log = logOf(world.organizer.token)
    await backend.sql(
      `insert into private.outbox (dedupe_key, forum_id, notice, category, locale, to_email, state, not_before, created_at)
       select 'many/' || n, $1, 'desk_digest', 'digests', 'en', 'many@example.test', 'delivered', now(), now() - n * interval '1 minute' from generate_series(1, 60) n`,
      [world.forum],
    )
    const first = await log.page(world.forum, 'sent', null)
    const second = await log.page(world.forum, 'sent', first.next)
    expect([first.mails.length, second.next]).toEqual([50, null])
    expect(new Set([...first.mails, ...second.mails].map(mail => mail.id)).size).toBe(first.mails.length + second.mails.length)
    expect((await viewOf(log, 'sent')).next).toMatch(/^\?filter=sent&before=.+&id=/)
    expect((await viewOf(log, 'failed')).rows.map(row => row.state)).toEqual(['Given up'])
  })

  test('offers what may be done: try again while it cannot double, else a person’s word', async () => {
    const log = logOf(world.organizer.token)
    const [mail] = await world.outbox(`introduction_id = '${introduction}'`)
    const actsWhen = async (state: string, alarm: string | null, ago: string) => {
      await backend.sql(`update private.outbox set state = $2, alarm = $3, first_attempt_at = private.now() - $4::interval where id = $1`, [mail!.id, state, alarm, ago])
      return mailMessageView(reader, await log.read(mail!.id), new Date()).acts
    }
    expect(await actsWhen('dead', 'tries_exhausted', '1 hour')).toEqual(['retry', 'cancel'])
    expect(await actsWhen('dead', 'tries_exhausted', '25 hours')).toEqual(['resend', 'mark_sent', 'cancel'])
    expect(await actsWhen('unknown', 'unknown_outcome', '25 hours')).toEqual(['mark_sent', 'resend', 'cancel'])
    expect(await actsWhen('complained', 'complained', '1 hour')).toEqual(['dismiss'])
    expect(await actsWhen('delivered', null, '1 hour')).toEqual([])
  })

  test('says why a decision came too late, and tries all again that may be', async () => {
    const log = logOf(world.organizer.token)
    const [mail] = await world.outbox(`introduction_id = '${introduction}'`)
    expect(await actOnMail(reader.i18n, log, mail!.id, { intent: 'retry' })).toBe('Meanwhile this mail went on: Delivered. Nothing was changed.')
    await backend.sql(`update private.outbox set state = 'dead', alarm = 'tries_exhausted', first_attempt_at = private.now() where id = $1`, [mail!.id])
    expect((await viewOf(log, 'all')).failed).toBe(1)
    expect(await log.retryFailed(world.forum)).toBe(1)
    expect((await viewOf(log, 'all')).failed).toBe(0)
  })
})
