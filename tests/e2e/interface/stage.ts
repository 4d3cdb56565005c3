import { expect as expectSoon, type Browser, type BrowserContext, type Page } from '@playwright/test'

import { answerAll, newestMail, openMail, signIn } from '../actors'
import type { AddressBook, Visitor } from './pages'

// The screenshots set it outside of the test runner, where nobody has read its settings.
const expect = expectSoon.configure({ timeout: 30_000 })

type Session = Awaited<ReturnType<BrowserContext['storageState']>>

/** What the checks open pages with: a session a visitor, and what stands for the parameters of addresses. */
export type Stage = { sessions: Partial<Record<Visitor, Session>>; book: AddressBook }

const firm = { name: 'Chenab Leather Works', email: 'chenab-leather-works@demo.dastarkhan.example' }
const ID = '[0-9a-f]{8}-[0-9a-f-]{27}'

/** The first link on a page whose address, without its query, ends so. */
async function linkOn(page: Page, path: string, ending: string): Promise<string> {
  await page.goto(path)
  const hrefs = await page.locator('a[href]').evaluateAll(links => links.map(link => link.getAttribute('href') ?? ''))
  const found = hrefs.map(href => href.split(/[?#]/)[0] ?? '').find(href => new RegExp(`${ending}$`).test(href))
  if (!found) throw new Error(`No link to …${ending} on ${path}: is the demonstration filled?`)
  return found
}

/** An address typed, its code still in the mail. */
async function asked(page: Page, email: string): Promise<void> {
  await page.goto('/sign-in')
  await page.locator('input[name=email]').fill(email)
  await page.locator('main form .btn-primary').last().click()
  await expect(page).toHaveURL(/sign-in\/code/)
}

const newcomerOf = (nth: string) => ({
  country: 'PK', locale: 'ur', email: `newcomer-${nth}@face.example`, nameNative: 'قصور چمڑا گھر', nameLatin: 'Kasur Leather House', number: nth, region: 'punjab', person: 'بلال احمد',
  brings: { text: 'بھیڑ کا تیار چمڑا', amount: '10' }, seeks: { text: 'بھیڑ کی کچی کھالیں', amount: '40' },
} as const)

/** A spreadsheet of two firms, uploaded and checked, not taken in. */
async function bringSpreadsheet(page: Page): Promise<string> {
  const template = await page.request.get('/desk/import/template.csv')
  await page.goto('/desk/import')
  await page.locator('input[type=file]').setInputFiles({ name: 'firms.csv', mimeType: 'text/csv', buffer: await template.body() })
  await page.locator('main form .btn-primary').first().click()
  await expect(page).toHaveURL(new RegExp(`/desk/import/${ID}`))
  const address = new URL(page.url()).pathname
  await page.locator('button[name=intent][value=check]').click()
  await expect(async () => {
    await page.goto(address)
    await expect(page.locator('button[name=intent][value=check]')).toHaveCount(0, { timeout: 1_000 })
  }).toPass({ timeout: 60_000 })
  return address
}

/** A pair of the firm approved and its mail sent at once; the pages that the mail leads to. */
async function introduce(page: Page, { name, email }: typeof firm): Promise<AddressBook> {
  await page.goto(await linkOn(page, `/desk/queue?search=${encodeURIComponent(name)}`, `/desk/queue/${ID}`))
  const validate = page.locator('button[name=intent][value=validate]')
  for (let left = await validate.count(); left > 0; left--) {
    await validate.first().click()
    await expect(validate).toHaveCount(left - 1)
  }
  await page.locator('#decide button[value=approve]').click()
  await expect(page.locator('.toast')).toBeVisible()
  const seen = await newestMail(page, email)
  await page.locator('main li', { hasText: email }).locator('button').first().click()
  const mail = await openMail(page, email, undefined, seen)
  const message = new URL(page.url()).pathname
  await page.goto(mail)
  const secretOf = async (path: string) => new RegExp(`/${path}/[\\w-]{22}`).exec((await page.locator(`a[href*="/${path}/"]`).first().getAttribute('href')) ?? '')![0]
  return { '/mailbox/:id': message, '/a/:token': await secretOf('a'), '/unsubscribe/:token': await secretOf('unsubscribe') }
}

/** A colleague invited by a firm: the page that the mail leads to. */
async function inviteColleague(page: Page, email: string): Promise<string> {
  await page.goto('/home/team')
  await page.locator('input[name=address]').fill(email)
  await page.locator('main form:has(input[name=address]) button').last().click()
  await page.waitForLoadState()
  await page.goto(await openMail(page, email))
  return /\/join\/[\w-]{22}/.exec((await page.locator('a[href*="/join/"]').first().getAttribute('href')) ?? '')![0]
}

async function invitedToTheDesk(page: Page, email: string): Promise<void> {
  await page.goto('/desk/settings/team')
  const form = page.locator('form', { has: page.locator('input[name=act][value=invite]') })
  await form.locator('[name=name]').fill('Aigerim Sadykova')
  await form.locator('[name=email]').fill(email)
  await form.locator('button').click()
  await expect(page.locator('main')).toContainText(email)
}

/** Two firms of one country, to be shown side by side. */
async function twoFirms(page: Page): Promise<string> {
  await page.goto('/desk/companies?country=PK')
  const hrefs = await page.locator('a[href*="/desk/companies/"]').evaluateAll(links => links.map(link => link.getAttribute('href') ?? ''))
  const ids = [...new Set(hrefs.map(href => /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(href)?.[0]).filter(Boolean))]
  return `/desk/duplicates/merge?kept=${ids[0]}&gone=${ids[1]}`
}

/** Signs everybody in, once each, and makes the demonstration have an example of everything that a page can show. Takes a minute. */
export async function setStage(browser: Browser, baseURL: string): Promise<Stage> {
  const nth = String(Date.now()).slice(-7)
  const sessions: Stage['sessions'] = {}
  const as = async <T>(visitor: Visitor, doing: (page: Page) => Promise<T>): Promise<T> => {
    const context = await browser.newContext({ baseURL, ...(sessions[visitor] && { storageState: sessions[visitor] }) })
    const done = await doing(await context.newPage())
    sessions[visitor] = await context.storageState()
    await context.close()
    return done
  }
  const enter = (email: string) => async (page: Page) => {
    await page.goto('/sign-in')
    await signIn(page, email)
  }
  const newcomer = newcomerOf(nth)
  await as('asked', page => asked(page, `asked-${nth}@face.example`))
  await as('newcomer', page => answerAll(page, newcomer))
  await as('firm', enter(firm.email))
  await as('organizer', enter('ayesha@demo.dastarkhan.example'))
  const book: AddressBook = {}
  await as('organizer', async page => {
    Object.assign(book, await introduce(page, firm))
    await invitedToTheDesk(page, newcomer.email)
    book['/desk/import/:import'] = await bringSpreadsheet(page)
    book['/desk/duplicates/merge'] = await twoFirms(page)
    book['/desk/queue/:pair'] = await linkOn(page, '/desk/queue', `/desk/queue/${ID}`)
    book['/desk/companies/:company'] = await linkOn(page, '/desk/companies', `/desk/companies/${ID}`)
    book['/desk/companies/:company/edit'] = `${book['/desk/companies/:company']}/edit`
    book['/desk/introductions/:introduction'] = await linkOn(page, '/desk/introductions', `/desk/introductions/${ID}`)
    book['/desk/mail/:mail'] = await linkOn(page, '/desk/mail', `/desk/mail/${ID}`)
    book['/desk/memoranda/:memorandum'] = await linkOn(page, '/desk/memoranda', `/desk/memoranda/${ID}`)
  })
  await as('firm', async page => {
    book['/home/introductions/:id'] = await linkOn(page, '/home', `/home/introductions/${ID}`)
    book['/join/:token'] = await inviteColleague(page, `colleague-${nth}@face.example`)
  })
  return { sessions, book }
}
