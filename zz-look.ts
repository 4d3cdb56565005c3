import { chromium } from '@playwright/test'
import { chooseBrowser } from './tests/support/browser.mjs'
import { sessionOf } from './tests/e2e/interface/sign-in'
const base = 'http://localhost:3460'
const browser = await chromium.launch(await chooseBrowser())
const state = await sessionOf(browser, 'organizer', base)
for (const [name, path, width, scheme] of [['progress','/desk/progress',1440,'light'],['progress-m','/ru/desk/progress',390,'light'],['mem','/desk/memoranda',1200,'light'],['team','/desk/settings/team',1200,'dark'],['report','/desk/report',1200,'light']] as const) {
  const c = await browser.newContext({ baseURL: base, storageState: state, viewport: { width, height: 900 }, colorScheme: scheme })
  const p = await c.newPage(); p.on('console', m => m.type()==='error' && console.log(name, m.text()))
  const r = await p.goto(path, { timeout: 90000 }); console.log(name, r?.status(), await p.evaluate('document.documentElement.scrollWidth'))
  await p.locator('.desk-page').evaluate(e => { (e as any).style.overflow='visible' }).catch(()=>{})
  await p.screenshot({ path: `/tmp/desk3/${name}.png`, fullPage: true })
  await c.close()
}
for (const lang of ['', '/ru', '/kk', '/ur']) {
  const c = await browser.newContext({ baseURL: base, storageState: state, colorScheme: 'light' }); const p = await c.newPage()
  await p.goto(`${lang}/desk/report`, { timeout: 90000 }); await p.waitForLoadState('networkidle')
  const pdf = await p.pdf({ preferCSSPageSize: true, printBackground: true, path: `/tmp/desk3/report${lang.replace('/','-')}.pdf` })
  const pages = (pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g) ?? []).length
  await p.emulateMedia({ media: 'print' }); await p.setViewportSize({ width: 794, height: 1123 })
  const over = await p.locator('.report-sheet').evaluateAll(es => es.map(e => [e.scrollHeight, e.clientHeight]))
  console.log('pdf', lang, pages, JSON.stringify(over))
  await c.close()
}
await browser.close()
