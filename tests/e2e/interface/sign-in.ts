import { expect, type Browser, type BrowserContext } from '@playwright/test'

import type { Visitor } from './pages'

const emails: Record<Exclude<Visitor, 'visitor'>, string> = {
  firm: 'chenab-leather-works@demo.dastarkhan.example',
  organizer: 'ayesha@demo.dastarkhan.example',
}

/** A session of the visitor, to open pages with; signs in once by the code that the stand's mailbox holds. */
export async function sessionOf(browser: Browser, as: Visitor, baseURL: string): Promise<Awaited<ReturnType<BrowserContext['storageState']>> | undefined> {
  if (as === 'visitor') return undefined
  const context = await browser.newContext({ baseURL })
  const page = await context.newPage()
  await page.goto('/sign-in')
  await page.getByRole('textbox').fill(emails[as])
  await page.getByRole('button').last().click()
  await expect(page).toHaveURL(/sign-in\/code/)
  const mailbox = await context.newPage()
  await mailbox.goto(`/mailbox?to=${encodeURIComponent(emails[as])}`)
  const code = /\b\d{6}\b/.exec(await mailbox.locator('main').innerText())?.[0]
  expect(code, 'a code in the mailbox').toBeDefined()
  await page.getByRole('textbox').first().fill(code!)
  await page.locator('form button').first().click()
  await expect(page).not.toHaveURL(/sign-in/)
  const state = await context.storageState()
  await context.close()
  return state
}
