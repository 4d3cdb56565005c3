import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from '@playwright/test'

import { directionOf, type Locale } from '~/core/locale'
import { axeViolations, sidewaysOverflow, smallTargets } from './look'
import { at, combinations, everyLanguage, firmPages, lightPages, thorough } from './pages'
import { sessionOf } from './sign-in'
import { feel, weigh } from './weigh'

// The checks of every public, registration and firm page. `npm test` runs a sample; INTERFACE=all (npm run check:interface) all of it.
const KILOBYTE = 1024
const budget = (locale: Locale) => (locale === 'ur' ? 130 : 60) * KILOBYTE
const table: string[] = []
const report = (line: string) => void table.push(line)
test.afterAll(() => console.log(['', ...table, ''].join('\n')))

for (const [name, pages] of [['open to all', lightPages], ['of a firm', firmPages]] as const) {
  test(`pages ${name}: nothing for axe, no sideways scroll, targets large enough, no script`, async ({ browser, baseURL }) => {
    test.setTimeout(40 * 60_000)
    const storageState = await sessionOf(browser, pages[0]!.as, baseURL!)
    const breaches: string[] = []
    const chosen = combinations(pages)
    for (const { page: checked, locale, view } of chosen) {
      const context = await browser.newContext({ baseURL, viewport: view, colorScheme: view.scheme, storageState })
      const page = await context.newPage()
      const scripts: string[] = []
      page.on('request', request => request.resourceType() === 'script' && scripts.push(request.url()))
      const where = `${at(checked, locale)} ${view.width} ${view.scheme}`
      const answer = await page.goto(at(checked, locale))
      if (answer?.status() !== checked.status) breaches.push(`${where}: status ${answer?.status()}`)
      const facts = await page.evaluate(() => ({ lang: document.documentElement.lang, dir: document.documentElement.dir, headings: document.querySelectorAll('h1').length }))
      if (facts.lang !== locale || facts.dir !== directionOf(locale) || facts.headings !== 1) breaches.push(`${where}: ${JSON.stringify(facts)}`)
      breaches.push(...(await axeViolations(page)).map(line => `${where}: ${line}`))
      const overflow = await sidewaysOverflow(page)
      if (overflow > 0) breaches.push(`${where}: ${overflow} px too wide`)
      breaches.push(...(await smallTargets(page, 44)).map(line => `${where}: small ${line}`))
      if (scripts.length > 0) breaches.push(`${where}: scripts ${scripts.join(' ')}`)
      // Text twice as large, in a window of half the width: what a browser's zoom of 200 % does.
      await page.setViewportSize({ width: Math.max(320, view.width / 2), height: view.height })
      await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'))
      const zoomed = view.width > 1000 ? await sidewaysOverflow(page) : 0
      if (zoomed > 0) breaches.push(`${where}: ${zoomed} px too wide at 200 % text`)
      await context.close()
    }
    report(`${name}: ${chosen.length} views, ${breaches.length} breaches`)
    expect(breaches, breaches.join('\n')).toEqual([])
  })
}

test('a first visit weighs little, and carries no script', async ({ browser, baseURL }) => {
  test.setTimeout(10 * 60_000)
  const breaches: string[] = []
  for (const checked of thorough ? lightPages.filter(page => page.path !== '/kit') : lightPages.slice(0, 3))
    for (const locale of everyLanguage) {
      const weight = await weigh(browser, baseURL + at(checked, locale))
      report(`${at(checked, locale).padEnd(28)} ${(weight.total / KILOBYTE).toFixed(1).padStart(6)} KB  ${Object.entries(weight.parts).map(([type, bytes]) => `${type} ${(bytes / KILOBYTE).toFixed(1)}`).join(', ')}`)
      if (weight.total > budget(locale)) breaches.push(`${at(checked, locale)}: ${(weight.total / KILOBYTE).toFixed(1)} KB`)
      if (weight.script > 0) breaches.push(`${at(checked, locale)}: ${weight.script} bytes of script`)
    }
  expect(breaches).toEqual([])
})

// It takes minutes: measured by the check alone.
if (thorough) {
  test('on a poor line the page is there in time and does not jump', async ({ browser, baseURL }) => {
    test.setTimeout(15 * 60_000)
    const breaches: string[] = []
    for (const checked of lightPages.filter(page => ['/', '/sectors/leather', '/register'].includes(page.path)))
      for (const locale of everyLanguage) {
        const { lcp, cls } = await feel(browser, baseURL + at(checked, locale))
        report(`${at(checked, locale).padEnd(28)} LCP ${lcp.toFixed(2)} s, CLS ${cls.toFixed(3)}`)
        if (lcp > 2) breaches.push(`${at(checked, locale)}: LCP ${lcp.toFixed(2)} s`)
        if (cls > 0.02) breaches.push(`${at(checked, locale)}: CLS ${cls.toFixed(3)}`)
      }
    expect(breaches).toEqual([])
  })
}

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
  expect(mentions.sort()).toEqual(['entry.client Intl.DateTimeFormat(', 'entry.client Intl.NumberFormat('])
  const sitemap = await (await fetch(`${baseURL}/sitemap.xml`)).text()
  expect(sitemap.match(/<loc>/g)).toHaveLength(23 * everyLanguage.length)
  for (const locale of everyLanguage) {
    const html = await (await fetch(baseURL + at({ path: '/sectors/leather', as: 'visitor', status: 200 }, locale))).text()
    for (const other of [...everyLanguage, 'x-default']) expect(html).toContain(`hrefLang="${other}"`)
    expect(html).toMatch(/<link rel="canonical" href="http[^"]*\/sectors\/leather"/)
  }
})
