import { afterAll, beforeAll, expect, test, vi } from 'vitest'

import { keepFile } from '~/features/desk/import/bring-file.server'
import { importDesk } from '~/features/desk/import/import.store.server'
import { readFile } from '~/features/desk/import/read-file.server'
import { startBackend, type Backend } from '../../support/backend'
import { PlainBrowser } from '../../support/browser-without-script'
import { makeForum, type ForumFixture } from '../../support/forum-fixture'
import { asCsv, HEAD, importRows } from '../../support/import-file'
import { startWeb, type Web } from '../../support/web'

// The first page of a test's own server is compiled as it is asked for.
vi.setConfig({ testTimeout: 240_000 })

let backend: Backend
let forum: ForumFixture
let web: Web
let browser: PlainBrowser
beforeAll(async () => {
  backend = await startBackend()
  forum = await makeForum(backend)
  web = await startWeb(backend, 3450)
  browser = new PlainBrowser(web.origin)
  await browser.signIn(forum.ayesha.email, async () => (await backend.mails(forum.ayesha.email)).at(-1)!.email_data.token)
}, 240_000)
afterAll(async () => {
  await web?.stop()
  await backend?.stop()
})

/** Asks for a page until it says what is waited for: the work goes on when the page before is answered. */
const until = (address: string, words: string) => vi.waitFor(async () => {
  const page = await browser.open(address)
  expect(page.html).toContain(words)
  return page
}, { timeout: 120_000, interval: 500 })

test('a spreadsheet goes through columns, dry run, taking in and undo without a script', async () => {
  const rows = importRows(12)
  rows[4]![HEAD.indexOf('E-mail')] = 'not an address'
  const imports = importDesk(backend.asUser(forum.ayesha.token) as never)
  const uploaded = await browser.open(`/desk/import/${await keepFile(imports, forum.forum, 'my firms.csv', await readFile(asCsv([HEAD, ...rows])))}`)
  expect(uploaded.html).toContain('my firms.csv')
  expect(uploaded.html).toContain('What the columns mean')
  const address = uploaded.url
  await browser.submit(uploaded, { intent: 'check' })
  const checked = await until(address, 'What the file would do')
  expect(checked.html).toContain('not an address')
  expect(checked.html).toContain('This is not an e-mail address')
  expect((await browser.open(`${address}/rows.csv`)).html).toContain('not an address')
  await browser.submit(checked, { intent: 'apply' })
  const applied = await until(address, 'What the file did')
  expect((await browser.open('/desk/companies')).html).toContain('11 firms')
  await browser.submit(applied, { intent: 'undo' })
  await until(address, 'Taken out again')
  expect((await browser.open('/desk/companies')).html).toContain('0 firms')
  expect((await browser.open('/desk/import/template.csv')).html).toContain('Name in Latin letters')
})

test('a firm is entered, changed and found; its columns chosen; the spreadsheets offered', async () => {
  const empty = await browser.submit(await browser.open('/desk/companies/new'), { name: 'Hunza Dry Fruit', registration: '7777777', region: 'Gilgit', brings: '' })
  expect(empty.status).toBe(422)
  expect(empty.html).toContain('brings and seeks nothing')
  const entered = await browser.submit(empty, { brings: 'dried apricots', email: 'hunza@example.test' })
  expect(entered.html).toContain('dried apricots')
  const edited = await browser.submit(await browser.open(`${entered.url}/edit`), { about: 'Fruit of the north' })
  expect(edited.html).toContain('Fruit of the north')
  expect(edited.html).toContain('changed the profile on the firm')
  const list = await browser.open('/desk/companies?column=registration&search=hunza')
  expect(list.html).toContain('7777777')
  expect((await browser.open('/desk/export')).html).toContain('/desk/export/offline.csv')
  expect((await browser.open('/desk/export/firms.csv')).html).toContain('Hunza Dry Fruit')
})

test('likely duplicates are shown side by side and merged after a second look', async () => {
  const [one, other] = [await forum.addPair({ kz: { latin: 'Altyn Dan LLP' } }), await forum.addPair({ kz: { latin: 'ALTYN DAN' } })]
  const [least, most] = [one.kz, other.kz].sort()
  await backend.sql(`insert into public.duplicate_pairs (forum_id, one, other, sureness, reasons) values ($1, $2, $3, 0.9, '{name,city}')`, [forum.forum, least, most])
  const list = await browser.open('/desk/duplicates')
  expect(list.html).toContain('Same name')
  const look = await browser.open(`/desk/duplicates/merge?kept=${one.kz}&gone=${other.kz}`)
  expect(look.html).toContain('A merge cannot be undone')
  const merged = await browser.submit({ ...look, html: '<form method="post"></form>' }, {})
  expect(merged.url).toBe(`/desk/companies/${one.kz}`)
  expect(merged.html).toContain('merged another profile into this one')
})
