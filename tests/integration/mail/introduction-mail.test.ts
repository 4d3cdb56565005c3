import { afterAll, beforeAll, expect, test } from 'vitest'

import { startBackend, type Backend } from '../../support/backend'
import { makeMailWorld, ORIGIN, type MailWorld } from '../../support/mail-world'

let backend: Backend
let world: MailWorld
beforeAll(async () => {
  backend = await startBackend()
  world = await makeMailWorld(backend)
})
afterAll(() => backend.stop())

test('an approval becomes one mail a side, each in its own language, and the introduction is sent', async () => {
  const { introduction, pk, kz } = await world.introduction({}, {}, { note_pk: 'Ask for the salting method.' })
  expect(await world.worker().pass()).toBe(2)
  const mails = await world.outbox(`introduction_id = '${introduction}'`)
  expect(mails.map(mail => mail.state)).toEqual(['sent', 'sent'])
  const toPk = mails.find(mail => mail.company_id === pk.id)!.payload!
  const toKz = mails.find(mail => mail.company_id === kz.id)!.payload!
  if (process.env.SHOW_MAIL) {
    const { writeFileSync } = await import('node:fs')
    for (const [name, mail] of Object.entries({ pk: toPk, kz: toKz })) {
      writeFileSync(`${process.env.SHOW_MAIL}/${name}.html`, mail.html)
      writeFileSync(`${process.env.SHOW_MAIL}/${name}.txt`, `${mail.subject}\n\n${mail.text}`)
    }
  }
  expect(toPk.to).toBe(pk.email)
  expect(toPk.html).toContain('<html lang="ur" dir="rtl"')
  expect(toKz.html).toContain('<html lang="ru" dir="ltr"')
  expect(toPk.replyTo).toBe('desk@forum.example.test')
  expect(toPk.text).toContain('Ontustik Teri')
  expect(toPk.text).toContain('Ask for the salting method.')
  expect(toKz.text).not.toContain('Ask for the salting method.')
  expect(toPk.html).not.toContain(kz.email)
  expect(toPk.headers['List-Unsubscribe']).toMatch(new RegExp(`^<${ORIGIN}/unsubscribe/[\\w-]{22}>$`))
  const [row] = await backend.sql<{ state: string }>('select state from public.introductions where id = $1', [introduction])
  expect(row!.state).toBe('sent')
})

test('what only time brings about can be run again and again, and at night writes to nobody', async () => {
  await backend.sql(`update private.stand set clock_offset = (date_trunc('day', now()) + interval '7 hours') - now()`, [])
  const service = backend.asService()
  const { introduction } = await world.introduction()
  await world.worker().pass()
  await world.pass('7 days 1 hour')
  expect((await service.rpc('run_due_work')).data).toMatchObject({ quiet: false, introductions: { nudged: expect.any(Number) as number } })
  const reminders = () => world.outbox(`introduction_id = '${introduction}' and notice = 'introduction_reminder'`)
  expect(await reminders()).toHaveLength(2)
  await service.rpc('run_due_work')
  expect(await reminders()).toHaveLength(2)
  await world.pass('12 hours')
  expect((await service.rpc('run_due_work')).data).toMatchObject({ quiet: true, introductions: null })
})
