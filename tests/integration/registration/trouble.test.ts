import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'

import { type Backend, startBackend } from '../../support/backend'
import { PlainBrowser, type FetchedPage } from '../../support/browser-without-script'
import { startWeb, type Web } from '../../support/web'

// The first page of a test's own server is compiled as it is asked for.
vi.setConfig({ testTimeout: 120_000 })

let backend: Backend
let web: Web
let browser: PlainBrowser
beforeAll(async () => {
  backend = await startBackend()
  web = await startWeb(backend, 4142)
}, 120_000)
afterAll(async () => {
  await web?.stop()
  await backend?.stop()
})
beforeEach(() => {
  browser = new PlainBrowser(web.origin)
})

const code = async (email: string) => (await backend.mails(email)).at(-1)?.email_data.token ?? ''
const newEmail = () => `person-${crypto.randomUUID().slice(0, 8)}@example.test`

async function signIn(as: PlainBrowser, email: string, from = '/sign-in'): Promise<FetchedPage> {
  const asked = await as.submit(await as.open(from), { email })
  return as.submit(asked, { code: await code(email) })
}
async function begin(email = newEmail()): Promise<FetchedPage> {
  await browser.submit(await browser.open('/register'), { country: 'PK', language: 'en' })
  return signIn(browser, email)
}
const facts = (number: string) => ({ nameNative: 'Chenab Leather', nameLatin: 'Chenab Leather', registrationNumber: number, region: 'punjab' })
const someNumber = () => String(1_000_000 + Math.floor(Math.random() * 8_999_999))

test('changing the language takes along what is typed, refuses nothing and saves nothing', async () => {
  const page = await begin()
  expect(page.html).toMatch(/<button form="step" formaction="\/ur\/register\/company" name="intent" value="language"/)
  const brought = await browser.submit({ ...page, url: '/ur/register/company' }, { nameNative: 'Half a name', intent: 'language' })
  expect(brought).toMatchObject({ status: 200, url: '/ur/register/company' })
  expect(brought.html).toMatch(/<html lang="ur"/)
  expect(brought.html).toContain('value="Half a name"')
  expect(brought.html).not.toContain('role="alert"')
  expect((await browser.open('/register/company')).html).not.toContain('Half a name')
})

describe('signing in', () => {
  test('answers known and unknown addresses alike, and leads to where one wanted to go, but never off the site', async () => {
    const email = newEmail()
    const first = await browser.submit(await browser.open('/sign-in'), { email })
    const back = await browser.submit(first, { code: await code(email) })
    expect(back.url).toBe('/register')
    const again = new PlainBrowser(web.origin)
    const second = await again.submit(await again.open('/sign-in'), { email })
    expect(second.html.replaceAll(/nonce="[^"]*"/g, '')).toBe(first.html.replaceAll(/nonce="[^"]*"/g, ''))
    expect((await signIn(new PlainBrowser(web.origin), email, '/sign-in?to=https://evil.example/')).url).toBe('/register')
  })
  test('a wrong code is told in a sentence, with "Error:" in the title, and is not typed back', async () => {
    const email = newEmail()
    const asked = await browser.submit(await browser.open('/sign-in'), { email })
    const wrong = (await code(email)) === '123456' ? '654321' : '123456'
    const page = await browser.submit(asked, { code: wrong })
    expect(page).toMatchObject({ status: 422, url: '/sign-in/code' })
    expect(page.html).toMatch(/<title>Error: /)
    expect(page.html).toContain('This code is not right')
    expect(page.html).not.toContain(wrong)
  })
  test('opening the link of a mail changes nothing; its button signs in, once', async () => {
    const email = newEmail()
    await browser.submit(await browser.open('/sign-in'), { email })
    const mail = (await backend.mails(email)).at(-1)!
    const address = `/sign-in/link?token_hash=${mail.email_data.token_hash}&type=email`
    const elsewhere = new PlainBrowser(web.origin)
    for (let i = 0; i < 2; i += 1) expect((await elsewhere.open(address)).html).toContain('Sign in on this device')
    expect((await elsewhere.submit(await elsewhere.open(address), { type: 'email' })).url).toBe('/register')
    const late = new PlainBrowser(web.origin)
    expect((await late.submit(await late.open(address), { type: 'email' })).html).toContain('expired or was used already')
  })
  test('pages of a firm send a visitor to sign in, and back', async () => {
    expect((await browser.open('/ur/register/company')).url).toBe('/ur/sign-in?to=%2Fur%2Fregister%2Fcompany')
    expect((await browser.open('/home/settings')).url).toBe('/sign-in?to=%2Fhome%2Fsettings')
  })
})

describe('registration', () => {
  test('goes on at the first unfinished step, on another device', async () => {
    const email = newEmail()
    const page = await begin(email)
    await browser.submit(page, facts(someNumber()))
    expect((await signIn(new PlainBrowser(web.origin), email)).url).toBe('/register/person')
  })

  test('a page saved meanwhile elsewhere keeps both: what is saved, and what was typed', async () => {
    const stale = await begin()
    await browser.submit(stale, { ...facts(someNumber()), city: 'Kasur' })
    const page = await browser.submit(stale, { ...facts(someNumber()), city: 'Sialkot' })
    expect(page.status).toBe(409)
    expect(page.html).toContain('Somebody saved this page meanwhile')
    expect(page.html).toContain('Kasur, Punjab')
    expect(page.html).toContain('value="Sialkot"')
    expect((await browser.submit(page, { nameNative: 'Chenab Leather' })).url).toBe('/register/person')
  })

  test('sent twice, nothing is doubled', async () => {
    const page = await begin()
    const answers = facts(someNumber())
    await browser.submit(page, answers)
    expect((await browser.submit(page, answers)).url).toBe('/register/person')
    const add = await browser.open('/register/brings/add')
    await browser.submit(add, { text: 'wet blue', amount: '40' })
    const list = await browser.submit(add, { text: 'wet blue', amount: '40' })
    expect(list.html.match(/value="remove"/g)).toHaveLength(1)
  })

  test('a number that is taken leads to "ask to join"; the owner accepts, and both work on one profile', async () => {
    const number = someNumber()
    const [owner, colleague] = [newEmail(), newEmail()]
    await browser.submit(await begin(owner), facts(number))
    await backend.sql(`update public.companies set state = 'validated' where registration_number = $1`, [number])

    const ownersBrowser = browser
    browser = new PlainBrowser(web.origin)
    let page = await browser.submit(await begin(colleague), { ...facts(number), city: 'Kasur' })
    expect(page.url).toBe(`/register/taken?kind=ntn&number=${number}&country=PK`)
    expect((await browser.open('/register/company')).html).toContain('value="Kasur"')
    page = await browser.submit(page, {})
    expect(page.html).toContain('Your request is with the company')

    const team = await ownersBrowser.open('/home/team')
    expect(team.html).toContain(colleague)
    await ownersBrowser.submit(team, { decision: 'accept' })
    expect((await browser.open('/home')).html).toContain('Chenab Leather')
  })

  test('without an open forum nothing is published, and nothing is lost', async () => {
    await browser.submit(await begin(), facts(someNumber()))
    await browser.submit(await browser.open('/register/person'), { name: 'Ayesha', roleTitle: 'Director' })
    await browser.submit(await browser.open('/register/brings/add'), { text: 'wet blue' })
    await browser.submit(await browser.open('/register/route'), { workingLanguages: 'en' })
    const page = await browser.submit(await browser.open('/register/check'), { matching: 'yes', privacy: 'yes' })
    expect(page.status).toBe(409)
    expect(page.html).toContain('No forum takes registrations just now')
    expect(page.html).toMatch(/name="matching"[^>]*checked/)
  })
})
