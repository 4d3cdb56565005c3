import { expect as expectSoon, type Browser, type BrowserContext, type Page } from '@playwright/test'

import type { Locale } from '../../app/core/locale'

// Outside of the test runner, too, where nobody has read its settings.
const expect = expectSoon.configure({ timeout: 30_000 })

/** A firm as its manager types it in. */
export interface FirmSpec {
  country: 'PK' | 'KZ'
  locale: Exclude<Locale, 'en'>
  email: string
  nameNative: string
  nameLatin: string
  number: string
  region: string
  person: string
  brings: { text: string; amount: string }
  seeks: { text: string; amount: string }
}

const next = (page: Page) => page.locator('main form .btn-primary').last().click()

const linesTo = (page: Page, email: string, subject?: RegExp) =>
  page.locator('main a[href*="/mailbox/"]', { hasText: email }).filter(subject ? { hasText: subject } : {})

/** The newest mail to an address in the mailbox, opened; waits until it is there. @param seen the address of a mail that is not the one */
export async function openMail(page: Page, email: string, subject?: RegExp, seen?: string | null): Promise<string> {
  const line = linesTo(page, email, subject).first()
  await expect(async () => {
    await page.goto('/mailbox')
    await expect(line).toBeVisible({ timeout: 2_000 })
    expect(await line.getAttribute('href')).not.toBe(seen)
  }).toPass({ timeout: 60_000 })
  await line.click()
  const frame = page.locator('iframe')
  await expect(frame).toBeVisible()
  return new URL((await frame.getAttribute('src')) ?? '', page.url()).href
}

/** The address of the newest mail to somebody; null before the first. */
export async function newestMail(page: Page, email: string): Promise<string | null> {
  await page.goto('/mailbox')
  const line = linesTo(page, email).first()
  return (await line.count()) ? line.getAttribute('href') : null
}

/** Signs in with the code from the mailbox, which is read in a tab of its own. Starts on the page that asks for the address. */
export async function signIn(page: Page, email: string): Promise<void> {
  const post = await page.context().newPage()
  // Somebody may have signed in with this address before: yesterday's code opens nothing.
  const seen = await newestMail(post, email)
  await page.locator('input[name=email]').fill(email)
  await next(page)
  await expect(page).toHaveURL(/sign-in\/code/)
  await post.goto(await openMail(post, email, undefined, seen))
  const code = /\b(\d{6})\b/.exec(await post.locator('body').innerText())?.[1]
  await post.close()
  await page.locator('input[name=code]').fill(code ?? '')
  await next(page)
  await expect(page).not.toHaveURL(/sign-in/)
}

/** An organizer of the demonstration, signed in and at the desk. */
export async function organizer(browser: Browser, name: 'ayesha' | 'daniyar'): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto('/sign-in?to=%2Fdesk')
  await signIn(page, `${name}@demo.dastarkhan.example`)
  await expect(page).toHaveURL(/\/desk/)
  return { context, page }
}

type Organizer = Parameters<typeof organizer>[1]
const sessions = new Map<Organizer, Awaited<ReturnType<BrowserContext['storageState']>>>()

/** A browser of its own for an organizer of the demonstration, who signs in once for all tests. */
export async function desk(browser: Browser, name: Organizer, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  if (!sessions.has(name)) {
    const { context } = await organizer(browser, name)
    sessions.set(name, await context.storageState())
    await context.close()
  }
  return (await browser.newContext({ storageState: sessions.get(name)!, ...options })).newPage()
}

async function addListing(page: Page, side: 'brings' | 'seeks', listing: FirmSpec['brings']) {
  await expect(page).toHaveURL(new RegExp(`register/${side}/add`))
  await page.locator('[name=text]').fill(listing.text)
  await page.locator('[name=amount]').fill(listing.amount)
  await page.locator('select[name=unit]').selectOption('t')
  await next(page)
  await expect(page).toHaveURL(new RegExp(`register/${side}\\?list`))
  await expect(page.locator('main')).toContainText(listing.text)
  await next(page)
}

/** Answers every question of the registration in the firm's language, from the start page to the one that shows all answers; publishes nothing yet. */
export async function answerAll(page: Page, firm: FirmSpec): Promise<void> {
  await page.goto(`/${firm.locale}`)
  await page.locator(`main a[href="/${firm.locale}/register"]:visible`).first().click()
  await expect(page.locator('html')).toHaveAttribute('dir', firm.locale === 'ur' ? 'rtl' : 'ltr')
  await page.locator(`input[name=country][value=${firm.country}]`).check()
  await page.locator(`input[name=language][value=${firm.locale}]`).check()
  await next(page)
  await signIn(page, firm.email)

  await expect(page).toHaveURL(/register\/company/)
  await page.locator('[name=nameNative]').fill(firm.nameNative)
  await page.locator('[name=nameLatin]').fill(firm.nameLatin)
  await page.locator('[name=registrationNumber]').fill('12')
  await page.locator('[name=region]').selectOption(firm.region)
  await next(page)
  // Refused with a summary that leads to the field; nothing typed is lost.
  await expect(page.locator('[role=alert] a[href="#registrationNumber"]')).toBeVisible()
  await expect(page.locator('[name=nameNative]')).toHaveValue(firm.nameNative)
  await page.locator('[name=registrationNumber]').fill(firm.number)
  await next(page)

  await expect(page).toHaveURL(/register\/person/)
  await page.locator('[name=name]').fill(firm.person)
  await page.locator('[name=roleTitle]').fill('Director')
  await page.locator('[name=phone]').fill('+92 300 555 0199')
  await next(page)

  await addListing(page, 'brings', firm.brings)
  await addListing(page, 'seeks', firm.seeks)

  await expect(page).toHaveURL(/register\/understood/)
  await next(page)
  await expect(page).toHaveURL(/register\/route/)
  await page.locator('input[name=workingLanguages][value=en]').check()
  await page.locator('input[name=corridors][value=uzbekistan]').check()
  await next(page)

  await expect(page).toHaveURL(/register\/check/)
}

/** Registers a firm from the start page to the confirmation, in its language. */
export async function register(page: Page, firm: FirmSpec): Promise<void> {
  await answerAll(page, firm)
  await page.locator('input[name=matching]').check()
  await page.locator('input[name=privacy]').check()
  await next(page)
  await expect(page).toHaveURL(/register\/done/)
}
