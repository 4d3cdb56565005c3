import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'

import { chromium } from 'playwright'

import type { Locale } from '~/core/locale'
import { chooseBrowser } from '../../support/browser.mjs'
import { writeContactSheet } from './contact-sheet'
import { at, firmPages, lightPages, type CheckedPage } from './pages'
import { sessionOf } from './sign-in'

/**
 * npm run screenshots [-- <origin> <folder>]: every screen of a running stand (npm start), 1440 and 390 wide, in English and Urdu, light and dark.
 * Names tell the screen: `sectors-leather.ur.390.dark.png`. Eight of them become the sheet of docs/pictures.
 */
const [origin = 'http://localhost:3000', folder = 'node_modules/.cache/screenshots'] = process.argv.slice(2)
const deskPages: CheckedPage[] = ['/desk/queue', '/desk/companies', '/desk/introductions', '/desk/progress', '/desk/settings'].map(path => ({ path, as: 'organizer', status: 200 }))
const nameOf = (path: string) => path.slice(1).replaceAll('/', '-') || 'landing'

await mkdir(folder, { recursive: true })
const browser = await chromium.launch(await chooseBrowser())
let written = 0
for (const as of ['visitor', 'firm', 'organizer'] as const) {
  const storageState = await sessionOf(browser, as, origin)
  for (const page of [...lightPages, ...firmPages, ...deskPages].filter(page => page.as === as))
    for (const locale of ['en', 'ur'] satisfies Locale[])
      for (const width of [1440, 390])
        for (const colorScheme of ['light', 'dark'] as const) {
          const context = await browser.newContext({ baseURL: origin, viewport: { width, height: width > 1000 ? 900 : 844 }, colorScheme, storageState })
          const tab = await context.newPage()
          const answer = await tab.goto(at(page, locale))
          if (answer?.status() === page.status) {
            // The desk's own scripts lay it out once they have come.
            if (as === 'organizer') await tab.waitForLoadState('networkidle')
            await tab.evaluate(() => document.fonts.ready)
            await tab.screenshot({ path: join(folder, `${nameOf(page.path)}.${locale}.${width}.${colorScheme}.png`), fullPage: true })
            written += 1
          }
          await context.close()
        }
}
console.log(`${written} pictures in ${folder}`)
const sheet = 'docs/pictures/contact-sheet.webp'
console.log(`${sheet}, ${Math.round((await writeContactSheet(browser, folder, sheet)) / 1024)} KB`)
await browser.close()
