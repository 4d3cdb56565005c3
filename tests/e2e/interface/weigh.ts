import type { Browser, BrowserContextOptions } from '@playwright/test'

/** A first visit as the wire saw it, in bytes, compressed as it came. */
export type Weight = { total: number; script: number; parts: Record<string, number> }
/** What a reader on a poor line lived through: seconds to the largest part, seconds until a press showed, how much jumped. */
export type Feel = { lcp: number; inp: number; cls: number }

type Session = BrowserContextOptions['storageState']
const phone = { viewport: { width: 390, height: 780 } }
const visitorWith = (session: Session): BrowserContextOptions => ({ ...phone, ...(session && { storageState: session }) })

/** Opens a page with an empty cache and adds up what came over the wire, headers included. */
export async function weigh(browser: Browser, url: string, session?: Session): Promise<Weight> {
  const context = await browser.newContext(visitorWith(session))
  const page = await context.newPage()
  const wire = await context.newCDPSession(page)
  await wire.send('Network.enable')
  const types = new Map<string, string>()
  const parts: Record<string, number> = {}
  wire.on('Network.responseReceived', ({ requestId, type }) => types.set(requestId, type))
  wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const type = types.get(requestId) ?? 'Other'
    parts[type] = (parts[type] ?? 0) + encodedDataLength
  })
  await page.goto(url, { waitUntil: 'networkidle' })
  await page.evaluate(() => document.fonts.ready)
  await context.close()
  return { total: Object.values(parts).reduce((sum, bytes) => sum + bytes, 0), script: parts.Script ?? 0, parts }
}

/** One visit over 400 kbit/s with 400 ms of delay on a processor slowed four times, with an empty cache; at its end the first thing that opens or takes text is pressed. */
async function feelOnce(browser: Browser, url: string, session: Session): Promise<Feel> {
  const context = await browser.newContext(visitorWith(session))
  const page = await context.newPage()
  const wire = await context.newCDPSession(page)
  await wire.send('Network.enable')
  await wire.send('Network.emulateNetworkConditions', { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 })
  await wire.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  await page.addInitScript(() => {
    type Timed = PerformanceEntry & { value: number; interactionId: number }
    const feel = { lcp: 0, inp: 0, cls: 0 }
    Object.assign(window, { feel })
    const watch = (type: string, see: (entry: Timed) => void, options: object = {}) =>
      new PerformanceObserver(list => { for (const entry of list.getEntries()) see(entry as Timed) }).observe({ type, buffered: true, ...options })
    watch('largest-contentful-paint', entry => { feel.lcp = entry.startTime / 1000 })
    watch('layout-shift', entry => { feel.cls += entry.value })
    watch('event', entry => { if (entry.interactionId) feel.inp = Math.max(feel.inp, entry.duration / 1000) }, { durationThreshold: 16 })
  })
  await page.goto(url, { waitUntil: 'networkidle', timeout: 60_000 })
  await page.evaluate(() => document.fonts.ready)
  const { cls } = await page.evaluate(() => (window as unknown as { feel: Feel }).feel)
  await page.locator('main :is(summary, input:not([type=hidden]), textarea):visible').first().click({ timeout: 5_000 }).catch(() => page.keyboard.press('Tab'))
  const felt = await page.evaluate(() => new Promise<Feel>(resolve => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve((window as unknown as { feel: Feel }).feel)))
  }))
  await context.close()
  return { ...felt, cls }
}

const medianOf = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
const within = (felt: Feel, most: Feel) => felt.lcp <= most.lcp && felt.inp <= most.inp && felt.cls <= most.cls

/**
 * Medians of five such visits; of three, when three are already within the bounds: then the median of five would be, too.
 * `times`: how many visits it took.
 */
export async function feel(browser: Browser, url: string, most: Feel, session?: Session): Promise<Feel & { times: number }> {
  const seen: Feel[] = []
  while (seen.length < 5 && seen.filter(felt => within(felt, most)).length < 3) seen.push(await feelOnce(browser, url, session))
  const median = (key: keyof Feel) => medianOf(seen.map(felt => felt[key]))
  return { lcp: median('lcp'), inp: median('inp'), cls: median('cls'), times: seen.length }
}
