import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'

import { chromium } from 'playwright'

import type { Locale } from '~/core/locale'
import { chooseBrowser } from '../../support/browser.mjs'
import { writeContactSheet } from './contact-sheet'
import { at, deskPages, lightPages, type CheckedPage, type Visitor } from './pages'
import { setStage } from './stage'

/**
 * npm run screenshots [-- <origin> <folder> [<part of a route>]]: every screen of a running stand (npm start), 1440 and 390 wide, in English and Urdu,
 * light and dark. Names tell the screen: `sectors-leather.ur.390.dark.png`. Eight of them become the sheet of docs/pictures.
 */
const [origin = 'http://localhost:3000', folder = 'node_modules/.cache/screenshots', part = ''] = process.argv.slice(2)
const nameOf = ({ route, address = route }: CheckedPage) => address.split('?')[0]!.slice(1).replaceAll('/', '-').replaceAll(':', '') || 'landing'

await mkdir(folder, { recursive: true })
const browser = await chromium.launch(await chooseBrowser())
const { sessions, book } = await setStage(browser, origin)
const pages = [...lightPages, ...deskPages].filter(page => page.route.includes(part))
let written = 0
for (const as of ['visitor', 'asked', 'newcomer', 'firm', 'organizer'] satisfies Visitor[])
  for (const width of [1440, 390]) {
    const storageState = sessions[as]
    const context = await browser.newContext({ baseURL: origin, hasTouch: width < 1000, reducedMotion: 'reduce', ...(storageState && { storageState }) })
    const tab = await context.newPage()
    for (const page of pages.filter(page => page.as === as))
      for (const locale of ['en', 'ur'] satisfies Locale[]) {
        await tab.setViewportSize({ width, height: width > 1000 ? 900 : 844 })
        const answer = await tab.goto(at(page, locale, book))
        if (answer?.status() !== page.status) throw new Error(`${tab.url()} answered ${answer?.status()}`)
        // The desk's own scripts lay it out once they have come.
        if (as === 'organizer') await tab.waitForLoadState('networkidle')
        await tab.evaluate(() => document.fonts.ready)
        for (const colorScheme of ['light', 'dark'] as const) {
          await tab.emulateMedia({ colorScheme })
          await tab.screenshot({ path: join(folder, `${nameOf(page)}.${locale}.${width}.${colorScheme}.png`), fullPage: true })
          written += 1
        }
      }
    await context.close()
  }
console.log(`${written} pictures in ${folder}`)
if (!part) {
  const sheet = 'docs/pictures/contact-sheet.webp'
  console.log(`${sheet}, ${Math.round((await writeContactSheet(browser, folder, sheet)) / 1024)} KB`)
}
await browser.close()
