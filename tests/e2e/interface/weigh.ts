import type { Browser } from '@playwright/test'

/** A first visit as the wire saw it, in bytes, compressed as it came. */
export type Weight = { total: number; script: number; parts: Record<string, number> }
/** What a reader on a poor line lived through: seconds to the largest part, how much jumped. */
export type Feel = { lcp: number; cls: number }

/** Opens a page with an empty cache and adds up what came over the wire, headers included. */
export async function weigh(browser: Browser, url: string, view = { width: 390, height: 780 }): Promise<Weight> {
  const context = await browser.newContext({ viewport: view })
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

const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** Opens a page `times` over 400 kbit/s with 400 ms of delay on a processor slowed four times, each with an empty cache; medians. */
export async function feel(browser: Browser, url: string, times = 5): Promise<Feel> {
  const seen: Feel[] = []
  for (let i = 0; i < times; i++) {
    const context = await browser.newContext({ viewport: { width: 390, height: 780 } })
    const page = await context.newPage()
    const wire = await context.newCDPSession(page)
    await wire.send('Network.enable')
    await wire.send('Network.emulateNetworkConditions', { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 })
    await wire.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    await page.addInitScript(() => {
      const feel = { lcp: 0, cls: 0 }
      Object.assign(window, { feel })
      new PerformanceObserver(list => { for (const entry of list.getEntries()) feel.lcp = entry.startTime / 1000 }).observe({ type: 'largest-contentful-paint', buffered: true })
      new PerformanceObserver(list => { for (const entry of list.getEntries() as Array<PerformanceEntry & { value: number }>) feel.cls += entry.value }).observe({ type: 'layout-shift', buffered: true })
    })
    await page.goto(url, { waitUntil: 'networkidle', timeout: 60_000 })
    await page.evaluate(() => document.fonts.ready)
    seen.push(await page.evaluate(() => (window as unknown as { feel: Feel }).feel))
    await context.close()
  }
  return { lcp: median(seen.map(one => one.lcp)), cls: median(seen.map(one => one.cls)) }
}
