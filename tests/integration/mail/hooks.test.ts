import { createClient } from '@supabase/supabase-js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import ws from 'ws'

import type { Db } from '~/platform/supabase.server'
import { action as cron } from '~/routes/hooks/cron'
import { action as resend } from '~/routes/hooks/resend'
import { action as sendEmail } from '~/routes/hooks/send-email'
import { signedHook, type SendEmailEvent } from '../../../supabase/local/mail-hook'
import { startBackend, type Backend } from '../../support/backend'
import { hookCaller, resendEvent, testEnv } from '../../support/hook-call'
import { makeMailWorld, type MailWorld } from '../../support/mail-world'

let backend: Backend
let world: MailWorld
let hook: ReturnType<typeof hookCaller>
beforeAll(async () => {
  backend = await startBackend()
  world = await makeMailWorld(backend)
  hook = hookCaller(backend, testEnv(backend))
})
afterAll(() => backend.stop())

const now = () => Math.floor(Date.now() / 1000)
const asked = (email: string, more: Partial<SendEmailEvent['email_data']> = {}, metadata: Record<string, unknown> = {}): SendEmailEvent => ({
  user: { id: crypto.randomUUID(), email, user_metadata: metadata },
  email_data: { token: '493021', token_hash: 'abc123', redirect_to: '', email_action_type: 'magiclink', site_url: '', token_new: '', token_hash_new: '', ...more },
})
const awayDb = createClient('http://127.0.0.1:9', 'none', { realtime: { transport: ws as never }, auth: { persistSession: false } }) as unknown as Db

describe('the Send Email hook', () => {
  const post = (event: SendEmailEvent, id = `msg_${crypto.randomUUID()}`, secret = backend.secrets.sendEmailHookSecret, seconds = now()) => {
    const { body, headers } = signedHook(event, secret, id, seconds)
    return hook.call(sendEmail, body, headers)
  }

  test('a signed call becomes one mail with the code, in the reader’s language, at once', async () => {
    const before = hook.nudges.count
    const answer = await post(asked('aigul@example.test', {}, { locale: 'kk' }))
    expect(answer.status).toBe(200)
    expect(hook.nudges.count).toBe(before + 1)
    await world.worker().pass()
    const [mail] = await world.outbox(`to_email = 'aigul@example.test'`)
    expect(mail).toMatchObject({ state: 'sent', notice: 'sign_in_code' })
    expect(mail!.payload!.subject).toContain('493021')
    expect(mail!.payload!.html).toContain('<html lang="kk" dir="ltr"')
    expect(mail!.payload!.text).toContain('https://desk.example.test/kk/sign-in/link?token_hash=abc123&type=magiclink')
    expect(mail!.payload!.headers).toEqual({})
  })

  test('the language of the page that asked serves a newcomer', async () => {
    await post(asked('new@example.test', { redirect_to: 'https://desk.example.test/ur/home' }))
    const [mail] = await backend.sql<{ locale: string }>(`select locale from private.outbox where to_email = 'new@example.test'`, [])
    expect(mail!.locale).toBe('ur')
  })

  test('the same call twice is one mail', async () => {
    const event = asked('twice@example.test')
    expect((await post(event, 'msg_same')).status).toBe(200)
    expect((await post(event, 'msg_same')).status).toBe(200)
    expect(await world.outbox(`to_email = 'twice@example.test'`)).toHaveLength(1)
  })

  test('a change of address asks the old one and the new one, each with its own code', async () => {
    const event = asked('old@example.test', { email_action_type: 'email_change', token_new: '777777', token_hash_new: 'for-old' })
    event.user.new_email = 'fresh@example.test'
    await post(event)
    const rows = await backend.sql<{ to_email: string; data: { code: string; token_hash: string } }>(
      `select to_email, data from private.outbox where to_email in ('old@example.test', 'fresh@example.test') order by to_email desc`, [],
    )
    expect(rows.map(({ to_email, data }) => [to_email, data.code, data.token_hash])).toEqual([['old@example.test', '493021', 'for-old'], ['fresh@example.test', '777777', 'abc123']])
  })

  test.each([
    ['another secret', { secret: `v1,whsec_${Buffer.from('some other secret, not ours at all').toString('base64')}` }],
    ['a call of ten minutes ago', { seconds: now() - 600 }],
  ])('%s is refused and writes nothing', async (_name, { secret, seconds }: { secret?: string; seconds?: number }) => {
    const answer = await post(asked('forged@example.test'), 'msg_forged', secret, seconds)
    expect(answer.status).toBe(401)
    expect(await world.outbox(`to_email = 'forged@example.test'`)).toHaveLength(0)
  })

  test('a body changed on the way is refused', async () => {
    const { body, headers } = signedHook(asked('mine@example.test'), backend.secrets.sendEmailHookSecret, 'msg_changed', now())
    const answer = await hook.call(sendEmail, body.replace('mine@', 'evil@'), headers)
    expect(answer.status).toBe(401)
  })

  test('while the database is away it answers "not now"', async () => {
    const { body, headers } = signedHook(asked('later@example.test'), backend.secrets.sendEmailHookSecret, 'msg_later', now())
    const answer = await hookCaller(backend, testEnv(backend), awayDb).call(sendEmail, body, headers)
    expect(answer.status).toBe(503)
  })
})

describe('Resend’s webhook', () => {
  const sentMail = async () => {
    const { introduction, pk } = await world.introduction()
    await world.worker().pass()
    const [mail] = await world.outbox(`introduction_id = '${introduction}' and company_id = '${pk.id}'`)
    return mail!
  }
  const post = async (id: string, type: string, mail: { id: string }, secret?: string) => {
    const { body, headers } = resendEvent(id, type, { email_id: crypto.randomUUID(), tags: { outbox_id: mail.id } }, secret)
    const answer = await hook.call(resend, body, headers)
    return { status: answer.status, result: answer.status === 200 ? ((await answer.json()) as { result: string }).result : null }
  }
  const stateOf = async (mail: { id: string }) => (await world.outbox(`id = '${mail.id}'`))[0]!.state

  test('a signed event is written down once, whatever is repeated', async () => {
    const mail = await sentMail()
    expect(await post('evt_1', 'email.delivered', mail)).toEqual({ status: 200, result: 'delivered' })
    expect(await post('evt_1', 'email.delivered', mail)).toEqual({ status: 200, result: 'repeat' })
    expect(await stateOf(mail)).toBe('delivered')
  })

  test('events may come in any order: the state only moves forward', async () => {
    const mail = await sentMail()
    await post('evt_2', 'email.delivered', mail)
    await post('evt_3', 'email.delivery_delayed', mail)
    await post('evt_4', 'email.sent', mail)
    expect(await stateOf(mail)).toBe('delivered')
  })

  test('a bounce silences the address, and the introduction is undeliverable', async () => {
    const mail = await sentMail()
    await post('evt_5', 'email.bounced', mail)
    expect(await stateOf(mail)).toBe('bounced')
    const [suppressed] = await backend.sql<{ kind: string }>('select kind from private.suppressions where email = $1', [mail.to_email])
    expect(suppressed?.kind).toBe('bounce')
    const [introduction] = await backend.sql<{ state: string }>('select state from public.introductions where id = $1', [mail.introduction_id])
    expect(introduction?.state).toBe('undeliverable')
  })

  test('an event that is not Resend’s changes nothing', async () => {
    const mail = await sentMail()
    const secret = `whsec_${Buffer.from('a secret that is not the right one').toString('base64')}`
    expect(await post('evt_6', 'email.complained', mail, secret)).toEqual({ status: 401, result: null })
    expect(await stateOf(mail)).toBe('sent')
  })

  test('while the database is away it asks to be told again', async () => {
    const { body, headers } = resendEvent('evt_7', 'email.delivered', { tags: [{ name: 'outbox_id', value: crypto.randomUUID() }] })
    const answer = await hookCaller(backend, testEnv(backend), awayDb).call(resend, body, headers)
    expect(answer.status).toBe(503)
  })
})

describe('the timer’s call', () => {
  test('with the secret it wakes the worker and tells what waits', async () => {
    const before = hook.nudges.count
    const answer = await hook.call(cron, '', { authorization: `Bearer ${'c'.repeat(32)}` })
    expect(answer.status).toBe(202)
    expect(await answer.json()).toMatchObject({ due: expect.any(Number) as number })
    expect(hook.nudges.count).toBe(before + 1)
  })

  test.each([['no secret', {}], ['a wrong one', { authorization: 'Bearer nothing' }]])('with %s it does nothing', async (_name, headers) => {
    const before = hook.nudges.count
    expect((await hook.call(cron, '', headers as Record<string, string>)).status).toBe(401)
    expect(hook.nudges.count).toBe(before)
  })
})
