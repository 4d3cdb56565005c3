import { afterAll, beforeAll, expect, test, vi } from 'vitest'

import { PlainBrowser } from '../../support/browser-without-script'
import { mailStand } from '../../support/mail-stand'
import type { TestFirm } from '../../support/mail-world'
import { startWeb, type Web } from '../../support/web'

// The first page of a test's own server is compiled as it is asked for.
vi.setConfig({ testTimeout: 120_000 })

const { stand, memberOf, sendAll } = mailStand()
let web: Web
beforeAll(async () => {
  web = await startWeb(stand.backend, 4143)
}, 120_000)
afterAll(() => web?.stop())

/** A browser in which somebody of the firm is signed in. */
async function signedIn(firm: TestFirm, role: 'owner' | 'member' = 'owner'): Promise<PlainBrowser> {
  const { email } = await memberOf(firm, role)
  const browser = new PlainBrowser(web.origin)
  await browser.signIn(email, async () => (await stand.backend.mails(email)).at(-1)!.email_data.token)
  return browser
}

test('an introduction from its first look to its report: answered in one tap by both, contacts only then, an outcome on record', async () => {
  const { introduction, pk, kz } = await stand.world.introduction({ latinName: 'Chenab' }, { latinName: 'Ontustik', contactName: 'Aigul Seitkyzy' }, { note_pk: 'They visit Lahore in January.' })
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
  expect(await stand.backend.sql('select kind, value_usd::int as value, evidence from public.outcomes where introduction_id = $1', [introduction])).toEqual([{ kind: 'contract', value: 125_000, evidence: 'claimed' }])
  expect((await there.open(address)).html).toContain('reported by the other side')
})

test('another firm’s introduction is not there, nor one in the undo window', async () => {
  const { introduction, pk } = await stand.world.introduction()
  const [stranger, own] = [await signedIn(await stand.world.firm('PK')), await signedIn(pk)]
  expect((await own.open(`/home/introductions/${introduction}`)).status).toBe(404)
  await sendAll()
  expect((await stranger.open(`/home/introductions/${introduction}`)).status).toBe(404)
  expect((await own.open(`/home/introductions/${introduction}`)).status).toBe(200)
})

test('a profile that came back says why, is put right and published again', async () => {
  const firm = await stand.world.firm('KZ')
  const browser = await signedIn(firm)
  await stand.backend.asUser(stand.world.organizer.token).rpc('review_company', { company: firm.id, forum: stand.world.forum, decision: 'return', reasons: ['missing_volumes'], message: 'Сколько тонн?' })
  const home = await browser.open('/home')
  expect(home.html).toContain('Сколько тонн?')
  const done = await browser.submit(await browser.open('/register/check'), { matching: 'yes', privacy: 'yes' })
  expect(done.url).toBe('/register/done')
  expect(await stand.backend.sql('select state from public.companies where id = $1', [firm.id])).toEqual([{ state: 'published' }])
})

test('everything kept is handed out as a file, to its own people alone', async () => {
  const firm = await stand.world.firm('PK', { contactName: 'Ayesha Khan' })
  const file = await (await signedIn(firm)).open('/home/export')
  const kept = JSON.parse(file.html) as Record<string, unknown>
  expect(Object.keys(kept)).toEqual(expect.arrayContaining(['account', 'company', 'contacts', 'listings', 'consents', 'introductions', 'answers', 'outcomes', 'mailPreferences']))
  expect(kept.contacts).toMatchObject([{ name: 'Ayesha Khan' }])
  expect((await new PlainBrowser(web.origin).open('/home/export')).url).toContain('/sign-in')
})

test('leaving asks first, then signs out and leaves nothing to come back to', async () => {
  const firm = await stand.world.firm('KZ')
  const browser = await signedIn(firm)
  const page = await browser.open('/home/leave')
  expect(await browser.submit(page, {})).toMatchObject({ status: 422 })
  expect((await browser.submit(page, { sure: 'yes' })).url).toBe('/sign-out')
  expect((await browser.open('/home')).url).toContain('/sign-in')
  expect(await stand.backend.sql('select 1 from public.companies where id = $1', [firm.id])).toEqual([])
})
