import type { Browser, Page } from '@playwright/test'

import { directionOf } from '~/core/locale'
import { axeViolations, openEverything, sidewaysOverflow, smallTargets } from './look'
import { at, heightOf, thorough, widths, type AddressBook, type Device, type Visit } from './pages'
import type { Stage } from './stage'

const schemes = ['light', 'dark'] as const

/** A tab a visitor and device, opened once and led from page to page. */
export class Rooms {
  private readonly tabs = new Map<string, Page>()
  constructor(private readonly browser: Browser, private readonly baseURL: string, private readonly stage: Stage) {}

  async pageFor({ page: { as }, device }: Visit): Promise<Page> {
    const key = `${as} ${device}`
    const there = this.tabs.get(key)
    if (there) return there
    const width = widths[device][0]
    const storageState = this.stage.sessions[as]
    const context = await this.browser.newContext({
      baseURL: this.baseURL, viewport: { width, height: heightOf(width) }, hasTouch: device === 'narrow', reducedMotion: 'reduce', ...(storageState && { storageState }),
    })
    const page = await context.newPage()
    this.tabs.set(key, page)
    return page
  }

  async close(): Promise<void> {
    for (const page of this.tabs.values()) await page.context().close()
  }
}

/** Words that only a fault writes. */
const faulty = /\bM0?\d\b(?= \d)|NaN|Invalid Date|\bundefined\b|\[object/

const least = (as: Visit['page']['as'], device: Device) => (as === 'organizer' && device === 'wide' ? 24 : 44)

/**
 * Opens a page once, and looks at it in both themes and in every width of the device, with all its menus open, then with text twice as large.
 * Answers what is wrong, in a line each. `nth`: in the sample each visit sees one theme, in turns.
 */
export async function lookAt(page: Page, visit: Visit, book: AddressBook, nth: number): Promise<string[]> {
  const { page: checked, locale, device } = visit
  const address = at(checked, locale, book)
  const breaches: string[] = []
  const breach = (where: string, lines: readonly string[]) => breaches.push(...lines.map(line => `${address} ${where}: ${line}`))
  const scripts: string[] = []
  const note = (request: { resourceType(): string; url(): string }) => void (request.resourceType() === 'script' && scripts.push(request.url()))
  page.on('request', note)
  await page.setViewportSize({ width: widths[device][0], height: heightOf(widths[device][0]) })
  const answer = await page.goto(address)
  if (checked.as === 'organizer') await page.waitForLoadState('networkidle')
  page.off('request', note)
  if (answer?.status() !== checked.status) breach('', [`status ${answer?.status()}`])
  if (scripts.length > 0 && checked.as !== 'organizer') breach('', scripts.map(script => `script ${script}`))
  const facts = await page.evaluate(() => ({ lang: document.documentElement.lang, dir: document.documentElement.dir, headings: document.querySelectorAll('h1').length, text: document.body.innerText }))
  if (facts.lang !== locale || facts.dir !== directionOf(locale) || facts.headings !== 1) breach('', [`lang ${facts.lang}, dir ${facts.dir}, ${facts.headings} h1`])
  const fault = faulty.exec(facts.text)
  if (fault) breach('', [`says “${facts.text.slice(Math.max(0, fault.index - 20), fault.index + 30)}”`])
  const themes = thorough ? schemes : [schemes[nth % 2]!]
  const ask = async (where: string) => {
    for (const [i, colorScheme] of themes.entries()) {
      await page.emulateMedia({ colorScheme })
      breach(`${where} ${colorScheme}`, await axeViolations(page, i > 0))
    }
  }
  for (const width of widths[device]) {
    await page.setViewportSize({ width, height: heightOf(width) })
    const overflow = await sidewaysOverflow(page)
    if (overflow > 0) breach(`${width}`, [`${overflow} px too wide`])
    if (width < 390) continue
    await ask(`${width}`)
    if ((await openEverything(page)) > 0) await ask(`${width}, open,`)
  }
  breach(device, (await smallTargets(page, least(checked.as, device))).map(line => `small ${line}`))
  if (device === 'wide') {
    // Text twice as large, in a window of half the width: what a browser's zoom of 200 % does.
    await page.setViewportSize({ width: widths.wide[0] / 2, height: heightOf(widths.wide[0]) })
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'))
    const zoomed = await sidewaysOverflow(page)
    if (zoomed > 0) breach('200 % text', [`${zoomed} px too wide`])
  }
  return breaches
}
