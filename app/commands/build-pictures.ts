import { readFile, writeFile } from 'node:fs/promises'

import { chromium } from 'playwright'

import { chooseBrowser } from '../../tests/support/browser.mjs'
import map from '../features/progress/dot-map.json'

/**
 * Draws the card that social networks show and the icons of telephones into public/, with a browser, in our own font.
 * Run by hand when one of them shall change (`npm run pictures`); the pictures are kept.
 */
const asData = async (path: string, type: string) => `data:${type};base64,${(await readFile(path)).toString('base64')}`
const font = await asData('public/fonts/onest-latin.woff2', 'font/woff2')
const mark = (size: number, pk = '#4FC79D', kz = '#7DB9EE') =>
  `<svg width="${size}" height="${size}" viewBox="0 0 32 32"><path fill="${pk}" d="M15 4.5v7.2L10.7 16l4.3 4.3v7.2L3.5 16z"/><path fill="${kz}" d="M17 4.5v7.2l4.3 4.3-4.3 4.3v7.2L28.5 16z"/></svg>`

const card = `<!doctype html><style>@font-face{font-family:Onest;src:url(${font});font-weight:400 700}*{margin:0}body{width:1200px;height:630px;background:#06352A;color:#fff;font:500 30px/1.35 Onest;position:relative;overflow:hidden}
.map{position:absolute;inset:-60px -90px -60px auto;width:760px;-webkit-mask-image:linear-gradient(to right,transparent,#000 40%)}.copy{position:absolute;inset:70px auto auto 72px;width:720px}b{font-size:40px;font-weight:650;display:flex;gap:16px;align-items:center}h1{font:620 74px/1.05 Onest;letter-spacing:-.03em;margin:58px 0 32px}p{color:#CDE5D8}</style>
<svg class="map" viewBox="0 0 ${map.width} ${map.height}"><mask id="d"><path d="${map.dots}" stroke="#fff" stroke-width="4.4" stroke-linecap="round" stroke-dasharray="0 ${map.pitch}"/></mask><rect width="100%" height="100%" fill="#2A6553" mask="url(#d)"/>
<g fill="none" stroke-width="4" stroke-linecap="round"><path d="${map.corridors.turkmenistan}" stroke="#F4BE57"/><path d="${map.corridors.uzbekistan}" stroke="#fff" stroke-dasharray="1 8"/></g></svg>
<div class="copy"><b>${mark(56)}Dastarkhan</b><h1>Your partner is on the other side of the table.</h1><p>Pakistan–Kazakhstan Business Forum</p></div>`
const icon = (size: number) => `<!doctype html><style>*{margin:0}body{width:${size}px;height:${size}px;background:#06352A;display:grid;place-items:center}</style>${mark(size * 0.72)}`

const browser = await chromium.launch(await chooseBrowser())
for (const [name, width, height, html] of [['social', 1200, 630, card], ['icon-192', 192, 192, icon(192)], ['icon-512', 512, 512, icon(512)]] as const) {
  const page = await browser.newPage({ viewport: { width, height } })
  await page.setContent(html)
  await page.evaluate('document.fonts.ready')
  const picture = await page.screenshot()
  await writeFile(`public/${name}.png`, picture)
  console.log(`public/${name}.png ${Math.round(picture.length / 1024)} KB`)
}
await browser.close()
