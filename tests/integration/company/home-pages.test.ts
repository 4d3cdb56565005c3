import { afterAll, beforeAll, expect, test, vi } from 'vitest'

import { type Backend, startBackend } from '../../support/backend'
import { PlainBrowser } from '../../support/browser-without-script'
import { type MailWorld, makeMailWorld, type TestFirm } from '../../support/mail-world'
import { startWeb, type Web } from '../../support/web'

// The first page of a test's own server is compiled as it is asked for.
vi.setConfig({ testTimeout: 120_000 })

let backend: Backend
let world: MailWorld
let web: Web
beforeAll(async () => {
  backend = await startBackend()
  world = await makeMailWorld(backend)
  web = await startWeb(backend, 4143)
}, 120_000)
afterAll(async () => {
  await web?.stop()
  await backend?.stop()
})

/** A browser in which somebody of the firm is signed in. */
async function signedIn(firm: TestFirm, role: 'owner' | 'member' = 'owner'): Promise<PlainBrowser> {
  const email = `member-${crypto.randomUUID().slice(0, 8)}@example.test`
  const user = await backend.createUser(email)
  await backend.sql('insert into public.company_members (company_id, user_id, role) values ($1, $2, $3)', [firm.id, user.id, role])
  const browser = new PlainBrowser(web.origin)
  const asked = await browser.submit(await browser.open('/sign-in'), { email })
  await browser.submit(asked, { code: (await backend.mails(email)).at(-1)!.email_data.token })
  return browser
}
const sendAll = async () => {
  while (await world.worker().pass());
}

test('an introduction from its first look to its report: answered in one tap by both, contacts only then, an outcome on record', async () => {
  const { introduction, pk, kz } = await world.introduction({ latinName: 'Chenab' }, { latinName: 'Ontustik', contactName: 'Aigul Seitkyzy' }, { note_pk: 'They visit Lahore in January.' })
  await sendAll()
  const [here, there] = [await signedIn(pk), await signedIn(kz)]
  const address = `/home/introductions/${introduction}`

  const home = await here.open('/home')
  expect(home.html).toContain('Waiting for your answer')
  const look = await here.open(address)
  expect(look.html).toContain('They visit Lahore in January.')
  for (const secret of ['Aigul Seitkyzy', kz.email]) expect(look.html).not.toContain(secret)

  const noReason = await here.submit(await here.open(`${address}?answer=no`), { reason: [] })
  expect(noReason).toMatchObject({ status: 422 })

  expect((await here.submit(home, { answer: 'yes' })).url).toBe(`${address}?answered`)
  await there.submit(await there.open(address), { answer: 'yes' })
  const open = await here.open(address)
  expect(open.html).toContain('Aigul Seitkyzy')
  expect(open.html).toContain(kz.email)

  const future = await here.submit(open, { happenedOn: '2099-01-01', kind: 'met' })
  expect(future).toMatchObject({ status: 422 })
  for (let presses = 0; presses < 2; presses += 1) await here.submit(open, { happenedOn: '2026-01-10', kind: 'contract', value: '125,000' })
  expect(await backend.sql('select kind, value_usd::int as value, evidence from public.outcomes where introduction_id = $1', [introduction])).toEqual([{ kind: 'contract', value: 125_000, evidence: 'claimed' }])
  expect((await there.open(address)).html).toContain('reported by the other side')
})

test('another firm’s introduction is not there, nor one in the undo window', async () => {
  const { introduction, pk } = await world.introduction()
  const [stranger, own] = [await signedIn(await world.firm('PK')), await signedIn(pk)]
  expect((await own.open(`/home/introductions/${introduction}`)).status).toBe(404)
  await sendAll()
  expect((await stranger.open(`/home/introductions/${introduction}`)).status).toBe(404)
  expect((await own.open(`/home/introductions/${introduction}`)).status).toBe(200)
})

test('a profile that came back says why, is put right and published again', async () => {
  const firm = await world.firm('KZ')
  const browser = await signedIn(firm)
  await backend.asUser(world.organizer.token).rpc('review_company', { company: firm.id, forum: world.forum, decision: 'return', reasons: ['missing_volumes'], message: 'Сколько тонн?' })
  const home = await browser.open('/home')
  expect(home.html).toContain('Сколько тонн?')
  const done = await browser.submit(await browser.open('/register/check'), { matching: 'yes', privacy: 'yes' })
  expect(done.url).toBe('/register/done')
  expect(await backend.sql('select state from public.companies where id = $1', [firm.id])).toEqual([{ state: 'published' }])
})

test('everything kept is handed out as a file, to its own people alone', async () => {
  const firm = await world.firm('PK', { contactName: 'Ayesha Khan' })
  const file = await (await signedIn(firm)).open('/home/export')
  const kept = JSON.parse(file.html) as Record<string, unknown>
  expect(Object.keys(kept)).toEqual(expect.arrayContaining(['account', 'company', 'contacts', 'listings', 'consents', 'introductions', 'answers', 'outcomes', 'mailPreferences']))
  expect(kept.contacts).toMatchObject([{ name: 'Ayesha Khan' }])
  expect((await new PlainBrowser(web.origin).open('/home/export')).url).toContain('/sign-in')
})

test('leaving asks first, then signs out and leaves nothing to come back to', async () => {
  const firm = await world.firm('KZ')
  const browser = await signedIn(firm)
  const page = await browser.open('/home/leave')
  expect(await browser.submit(page, {})).toMatchObject({ status: 422 })
  expect((await browser.submit(page, { sure: 'yes' })).url).toBe('/sign-out')
  expect((await browser.open('/home')).url).toContain('/sign-in')
  expect(await backend.sql('select 1 from public.companies where id = $1', [firm.id])).toEqual([])
})
