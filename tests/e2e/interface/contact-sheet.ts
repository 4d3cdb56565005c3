import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { Browser } from 'playwright'

/** The eight screens that the documentation shows: four wide, four as a telephone has them; names as `screenshots.ts` gives them. */
const wide = ['landing.en.1440.light', 'desk-queue.en.1440.light', 'landing.ur.1440.light', 'sectors-leather.en.1440.dark']
const narrow = ['landing.ur.390.light', 'register.en.390.light', 'home.ur.390.light', 'home.en.390.dark']
const MOST_BYTES = 200 * 1024

/** Lays eight of the pictures in `folder` out on one sheet, and writes it as WebP, no larger than 200 KB. Answers its size in bytes. */
export async function writeContactSheet(browser: Browser, folder: string, target: string): Promise<number> {
  const tile = async (name: string, kind: string) => {
    const picture = (await readFile(join(folder, `${name}.png`))).toString('base64')
    return `<div class="${kind}"><img alt="" src="data:image/png;base64,${picture}"></div>`
  }
  const tiles = [...(await Promise.all(wide.map(name => tile(name, 'wide')))), ...(await Promise.all(narrow.map(name => tile(name, 'narrow'))))]
  const page = await browser.newPage({ viewport: { width: 1360, height: 1612 } })
  await page.setContent(`<style>*{margin:0}body{background:#DCE1DA;padding:20px;display:flex;flex-wrap:wrap;gap:16px}div{overflow:hidden;border-radius:10px;box-shadow:0 6px 20px rgb(13 28 21/.18)}
    img{display:block;width:100%}.wide{width:652px;height:408px}.narrow{width:318px;height:692px}</style>${tiles.join('')}`)
  const wire = await page.context().newCDPSession(page)
  for (let quality = 86; ; quality -= 6) {
    const { data } = await wire.send('Page.captureScreenshot', { format: 'webp', quality })
    const sheet = Buffer.from(data, 'base64')
    if (sheet.length > MOST_BYTES && quality > 40) continue
    await writeFile(target, sheet)
    await page.close()
    return sheet.length
  }
}
