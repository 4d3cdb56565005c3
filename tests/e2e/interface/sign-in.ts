import type { Browser, BrowserContext } from '@playwright/test'

import { signIn } from '../actors'
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
  await signIn(page, emails[as])
  const state = await context.storageState()
  await context.close()
  return state
}
