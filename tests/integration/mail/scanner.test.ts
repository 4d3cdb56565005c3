import { chromium } from 'playwright'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'

import { templates } from '~/emails/render'
import { makeCompose } from '~/features/introductions/outbox/compose.server'
import { startBackend, type Backend } from '../../support/backend'
import { chooseBrowser } from '../../support/browser.mjs'
import { PlainBrowser } from '../../support/browser-without-script'
import { makeMailWorld, type MailWorld } from '../../support/mail-world'
import { tablesHash } from '../../support/tables-hash'
import { startWeb, type Web } from '../../support/web'

// Mail scanners open every link before its reader does: by HEAD, by GET, and in a browser that runs scripts. Nothing may come of it.

// Every link of every notice in check:all (SCANNER_LINKS=all); of those that differ only in whose they are and in which language, one by default.
const ALL = process.env.SCANNER_LINKS === 'all'
// Pages are compiled as they are asked for.
vi.setConfig({ testTimeout: ALL ? 1_800_000 : 300_000 })

let backend: Backend
let world: MailWorld
let web: Web
/** The addresses in the notices. */
let links: string[]
/** The secret parts of one side's links, and the person who asked for a code. */
let answer: string
let stop: string
const asker = 'asker@example.test'

/** What stands in a row's data, of the notices that need any. */
const facts: Partial<Record<keyof typeof templates, object>> = {
  team_invitation: { inviter: 'bilal@example.test' },
  join_request: { email: 'colleague@example.test' },
  profile_returned: { reasons: [], message: 'Add volumes.' },
  outcome_check_in: { after: '30_days' },
  firm_digest: { unanswered: 2, connected: 1, lapsed: 0, completeness: 85 },
  desk_digest: { waiting: 4, to_validate: 1, unanswered: 3, connected: 2, alarms: 0 },
}
const categoryOf = (notice: string) => (/introduc|outcome/.test(notice) ? 'introductions' : notice === 'firm_digest' ? 'digests' : notice === 'desk_digest' ? 'desk' : 'account')

beforeAll(async () => {
  backend = await startBackend()
  world = await makeMailWorld(backend)
  web = await startWeb(backend, 4144)
  const compose = makeCompose({ origin: web.origin, from: 'Dastarkhan <desk@desk.example.test>', replyTo: undefined, conceptLabel: () => () => null })
  const deliver = () => world.worker({ compose, settings: { batch: 100 } }).pass()
  const [open, met] = [await world.introduction(), await world.introduction()]
  await deliver()
  await backend.sql(`update public.introductions set state = 'connected', connected_at = now() where id = $1`, [met.introduction])
  const others = Object.keys(templates).filter(notice => notice !== 'introduction' && notice !== 'sign_in_code')
  for (const [i, notice] of others.entries()) {
    const { introduction, pk, kz } = /connected|outcome/.test(notice) ? met : open
    await backend.sql(`select private.enqueue_notice($1, $2, $3::uuid, $4::uuid, $5::uuid, $6, private.now(), $7::jsonb)`, [
      notice, categoryOf(notice), world.forum, (i % 2 ? pk : kz).id, introduction, `scanned/${notice}`, JSON.stringify(facts[notice as keyof typeof templates] ?? {}),
    ])
  }
  await backend.asUser().auth.signInWithOtp({ email: asker })
  const { token: code, token_hash, email_action_type: type } = (await backend.mails(asker)).at(-1)!.email_data
  await backend.asService().rpc('enqueue_mail', { of_notice: 'sign_in_code', of_category: 'sign_in', address: asker, of_locale: 'en', key: 'scanned/code', facts: { code, token_hash, type } })
  await deliver()

  const mails = await world.outbox(`state = 'sent'`)
  expect([...new Set(mails.map(({ notice }) => notice))].sort()).toEqual(Object.keys(templates).sort())
  const shapeOf = (link: string) => link.replace(web.origin, '').replace(/^\/(ru|kk|ur)(?=\/|$)/, '').replace(/[\w-]{22}|[0-9a-f-]{36}/g, '…') || '/'
  const all = [...new Set(mails.flatMap(({ payload }) => [...(payload!.html.replace(/^<!doctype[^>]*>/i, '') + payload!.text + payload!.headers['List-Unsubscribe']).matchAll(/https?:\/\/[^\s"<>]+/g)].map(([link]) => link.replaceAll('&amp;', '&'))))]
  links = ALL ? all : [...new Map(all.map(link => [shapeOf(link), link])).values()]
  const secret = (door: string) => new RegExp(`/${door}/([\\w-]{22})`).exec(mails.find(({ introduction_id, notice }) => introduction_id === open.introduction && notice === 'introduction')!.payload!.text)![1]!
  ;[answer, stop] = [secret('a'), secret('unsubscribe')]
}, 300_000)
afterAll(async () => {
  await web?.stop()
  await backend?.stop()
})

test('HEAD, then GET three times: each link opens, and no row of any table changes', async () => {
  const before = await tablesHash(backend)
  for (const [i, link] of links.entries()) {
    for (const method of ['HEAD', 'GET', 'GET', 'GET']) {
      const { status } = await fetch(link, { method, headers: { 'X-Forwarded-For': `203.0.113.${i}` } })
      expect(status, `${method} ${link}`).toBe(200)
    }
  }
  expect(await tablesHash(backend)).toEqual(before)
})

test('opened in a browser that runs scripts, until nothing moves any more: no row of any table changes', async () => {
  const before = await tablesHash(backend)
  const browser = await chromium.launch(await chooseBrowser())
  try {
    const page = await browser.newPage()
    for (const [i, link] of links.entries()) {
      await page.setExtraHTTPHeaders({ 'X-Forwarded-For': `203.0.113.${100 + i}` })
      const answered = await page.goto(link, { waitUntil: 'networkidle', timeout: 60_000 })
      expect(answered?.status(), link).toBe(200)
    }
  } finally {
    await browser.close()
  }
  expect(await tablesHash(backend)).toEqual(before)
})

test('after all that a person’s answer is recorded, and the same again says that it was already', async () => {
  const person = new PlainBrowser(web.origin)
  const page = await person.open(`/a/${answer}?answer=yes`)
  expect((await person.submit(page, { answer: 'yes' })).html).toContain('Thank you, it is recorded.')
  const before = await tablesHash(backend)
  expect((await person.submit(page, { answer: 'yes' })).html).toContain('This answer was recorded already.')
  expect(await tablesHash(backend)).toEqual(before)
})

test('the sign-in link still lets its person in, once', async () => {
  const person = new PlainBrowser(web.origin)
  const page = await person.open(links.find(link => link.includes('/sign-in/link?'))!)
  expect((await person.submit(page, {})).url).not.toContain('/sign-in')
  expect((await new PlainBrowser(web.origin).submit(page, {})).html).toContain('was used already')
})

test('one click of a mail client stops mail, as often as it comes', async () => {
  for (let times = 0; times < 2; times += 1) {
    const { status } = await fetch(`${web.origin}/unsubscribe/${stop}`, { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }), redirect: 'manual' })
    expect(status).toBe(200)
  }
})
