import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from '@playwright/test'

import { directionOf, type Locale } from '~/core/locale'
import { lookAt, Rooms } from './look-at'
import { at, deskPages, everyLanguage, firmPages, lightPages, openPages, thorough, visitsOf, type CheckedPage } from './pages'
import { setStage, type Stage } from './stage'
import { feel, weigh } from './weigh'

// The checks of every page. `npm test` runs a sample; INTERFACE=all (npm run check:interface) all of it.
const KILOBYTE = 1024
// Hundreds of pages in one tab: a trace of them would fill the memory, and the breaches say where they are.
test.use({ trace: 'off' })
/** The table grows as it is measured: all of it takes minutes. */
const report = (line: string) => console.log(line)

let stage: Stage
test.beforeAll(async ({ browser, baseURL }) => {
  test.setTimeout(10 * 60_000)
  stage = await setStage(browser, baseURL!)
})

const groups = [['open to all', openPages], ['of a firm', firmPages], ['of the desk', deskPages]] as const
for (const [name, pages] of groups) {
  test(`pages ${name}: nothing for axe, no sideways scroll, targets large enough, script only where it was asked for`, async ({ browser, baseURL }) => {
    test.setTimeout(3 * 60 * 60_000)
    const rooms = new Rooms(browser, baseURL!, stage)
    const breaches: string[] = []
    const visits = visitsOf(pages)
    for (const [nth, visit] of visits.entries()) {
      const found = await lookAt(await rooms.pageFor(visit), visit, stage.book, nth)
      // The whole matrix takes its time: what is wrong is said as it is found.
      if (thorough && found.length > 0) console.log(found.join('\n'))
      breaches.push(...found)
    }
    await rooms.close()
    report(`${name}: ${visits.length} visits, ${breaches.length} breaches`)
    expect(breaches, breaches.join('\n')).toEqual([])
  })
}

/** The most that a first visit may bring over the wire, and script in it, in kilobytes. */
function budgetOf({ as }: CheckedPage, locale: Locale): { total: number; script: number } {
  if (as === 'organizer') return { total: 230, script: 165 }
  return { total: locale === 'ur' ? 130 : 60, script: 0 }
}

test('a first visit weighs little, and carries script at the desk alone', async ({ browser, baseURL }) => {
  test.setTimeout(60 * 60_000)
  const breaches: string[] = []
  const weighed = [...lightPages, ...deskPages].filter(page => !['/kit', '/mailbox', '/mailbox/:id'].includes(page.route))
  for (const checked of thorough ? weighed : lightPages.slice(0, 3))
    for (const locale of everyLanguage) {
      const address = at(checked, locale, stage.book)
      const weight = await weigh(browser, baseURL + address, stage.sessions[checked.as])
      const most = budgetOf(checked, locale)
      const kilobytes = (bytes: number) => (bytes / KILOBYTE).toFixed(1)
      report(`${address.slice(0, 40).padEnd(41)} ${kilobytes(weight.total).padStart(6)} KB  ${Object.entries(weight.parts).map(([type, bytes]) => `${type} ${kilobytes(bytes)}`).join(', ')}`)
      if (weight.total > most.total * KILOBYTE) breaches.push(`${address}: ${kilobytes(weight.total)} KB`)
      if (weight.script > most.script * KILOBYTE) breaches.push(`${address}: ${kilobytes(weight.script)} KB of script`)
    }
  expect(breaches, breaches.join('\n')).toEqual([])
})

// It takes minutes, and a quiet machine: measured by the check alone.
if (thorough) {
  const felt = ['/', '/sectors/leather', '/progress', '/register', '/a/:token', '/home', '/desk/queue']
  test('on a poor line the page is there in time, answers at once and does not jump', async ({ browser, baseURL }) => {
    test.setTimeout(90 * 60_000)
    const breaches: string[] = []
    for (const checked of [...lightPages, ...deskPages].filter(page => felt.includes(page.address ?? page.route)))
      for (const locale of everyLanguage) {
        const address = at(checked, locale, stage.book)
        const most = checked.as === 'organizer' ? { lcp: 2.5, inp: 0.1, cls: 0.05 } : { lcp: 2, inp: 0.1, cls: 0.02 }
        const { lcp, inp, cls, times } = await feel(browser, baseURL + address, most, stage.sessions[checked.as])
        report(`${address.slice(0, 40).padEnd(41)} LCP ${lcp.toFixed(2)} s, INP ${Math.round(inp * 1000)} ms, CLS ${cls.toFixed(3)} (median of ${times})`)
        if (lcp > most.lcp) breaches.push(`${address}: LCP ${lcp.toFixed(2)} s`)
        if (inp > most.inp) breaches.push(`${address}: INP ${Math.round(inp * 1000)} ms`)
        if (cls > most.cls) breaches.push(`${address}: CLS ${cls.toFixed(3)}`)
      }
    expect(breaches, breaches.join('\n')).toEqual([])
  })
}

/** Letters that fonts often lack, a language each, and the signs of our texts. */
const letters: Record<Locale, string> = {
  en: 'Aa Zz 09 «»°·×–—‘’“”…•−€₸₽', ru: 'Аа Яя Ёё Ъъ Щщ № ₽', kk: 'Әә Ғғ Ққ Ңң Өө Ұұ Үү Һһ Іі ₸', ur: 'پ ٹ ڈ ڑ ں ے ہ ھ گ چ ژ ئ ۔ ، ؟ ۱۲۳',
}

test('every letter of four languages is drawn by our own fonts', async ({ browser, baseURL }) => {
  const page = await browser.newPage({ baseURL: baseURL! })
  const devTools = await page.context().newCDPSession(page)
  for (const locale of everyLanguage) {
    await page.goto(at(openPages[0]!, locale))
    await page.locator('h1').evaluate((heading, text) => {
      heading.removeAttribute('class')
      heading.textContent = text
    }, letters[locale])
    await page.evaluate(() => document.fonts.ready)
    await devTools.send('DOM.enable')
    await devTools.send('CSS.enable')
    const { root } = await devTools.send('DOM.getDocument')
    const { nodeId } = await devTools.send('DOM.querySelector', { nodeId: root.nodeId, selector: 'h1' })
    const { fonts } = await devTools.send('CSS.getPlatformFontsForNode', { nodeId })
    expect(fonts.length, locale).toBeGreaterThan(0)
    expect(fonts.filter(font => !font.isCustomFont), `${locale}: ${letters[locale]}`).toEqual([])
  }
  await page.close()
})

test('without scripts, another language keeps what is typed, and Enter goes on instead of changing the language', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false, viewport: { width: 390, height: 780 }, storageState: stage.sessions.newcomer! })
  const page = await context.newPage()
  await page.goto('/ur/register/person')
  await page.locator('[name=name]').fill('Half a name')
  await page.locator('header button[lang=ru]').click()
  await expect(page).toHaveURL('/ru/register/person')
  await expect(page.locator('[name=name]')).toHaveValue('Half a name')
  await page.locator('[name=name]').press('Enter')
  await expect(page).toHaveURL(/\/ru\/register\/(?!person)/)
  await context.close()
})

test('two hundred requests in four languages at once: language, direction and heading agree', async ({ baseURL }) => {
  const headingOf = async (locale: Locale) => {
    const html = await (await fetch(baseURL + at(lightPages[0]!, locale))).text()
    const [, lang, dir] = /<html lang="(\w+)" dir="(\w+)"/.exec(html) ?? []
    return `${lang} ${dir} ${/<h1[^>]*>([^<]*)/.exec(html)?.[1]}`
  }
  const alone = new Map<Locale, string>()
  for (const locale of everyLanguage) alone.set(locale, await headingOf(locale))
  for (const locale of everyLanguage) expect(alone.get(locale)).toContain(`${locale} ${directionOf(locale)} `)
  const together = await Promise.all(Array.from({ length: 200 }, async (_, i) => {
    const locale = everyLanguage[i % everyLanguage.length]!
    return [locale, await headingOf(locale)] as const
  }))
  for (const [locale, heading] of together) expect(heading).toBe(alone.get(locale))
})

test('no browser formats a date or a number, and every page names its other languages', async ({ baseURL }) => {
  const assets = join(process.cwd(), 'build/client/assets')
  const mentions = readdirSync(assets).filter(name => name.endsWith('.js')).flatMap(name => {
    const code = readFileSync(join(assets, name), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')
    return [...code.matchAll(/toLocale(?:Date|Time)?String|Intl\.(?:DateTimeFormat|NumberFormat)\(/g)].map(([formatter]) => `${name.replace(/-[\w-]{8}\.js$/, '')} ${formatter}`)
  })
  report(`formatters in client files: ${mentions.join(', ') || 'none'}`)
  // Both are @lingui/core's own, one of each: its plural rules come with them. Nothing of ours calls i18n.date or i18n.number.
  expect(mentions.sort()).toEqual(['libraries Intl.DateTimeFormat(', 'libraries Intl.NumberFormat('])
  const sitemap = await (await fetch(`${baseURL}/sitemap.xml`)).text()
  expect(sitemap.match(/<loc>/g)).toHaveLength(23 * everyLanguage.length)
  for (const locale of everyLanguage) {
    const html = await (await fetch(baseURL + at(openPages.find(page => page.address === '/sectors/leather')!, locale))).text()
    for (const other of [...everyLanguage, 'x-default']) expect(html).toContain(`hrefLang="${other}"`)
    expect(html).toMatch(/<link rel="canonical" href="http[^"]*\/sectors\/leather"/)
  }
})
