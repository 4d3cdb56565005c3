import { readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

import { chromium } from 'playwright'

import { chooseBrowser } from '../../tests/support/browser.mjs'
import { wideAndNarrow, type Letter } from './fonts/wide-and-narrow'

/**
 * Writes app/ui/system-fonts.css: for each font a reader's system is likely to have, faces of it as wide and as high as ours, so that nothing moves when ours
 * comes. Widths are measured in a browser, letters weighed by how often our texts have them. Run by hand when a font changes (`npm run system-fonts`).
 */
const require = createRequire(import.meta.url)
const target = 'app/ui/system-fonts.css'

type Weight = { css: string; ours: number; theirs: '400' | '700' }
/** Systems have two weights; of ours, 400 and 600 are what nearly all text is set in. */
const weights: Weight[] = [{ css: '400 549', ours: 400, theirs: '400' }, { css: '550 700', ours: 600, theirs: '700' }]

/** Systems' fonts: what they call themselves, and packages that hold the same (Arimo has Arial's and Liberation's widths). */
const systems = [
  { family: 'Onest as Arial', local: { 400: ['Arial', 'ArialMT', 'Liberation Sans'], 700: ['Arial Bold', 'Arial-BoldMT', 'Liberation Sans Bold'] }, file: (script: string, weight: string) => `@fontsource/arimo/files/arimo-${script}-${weight}-normal.woff2` },
  { family: 'Onest as Roboto', local: { 400: ['Roboto', 'Roboto-Regular'], 700: ['Roboto Bold', 'Roboto-Bold'] }, file: (script: string, weight: string) => `@fontsource/roboto/files/roboto-${script}-${weight}-normal.woff2` },
  { family: 'Onest as DejaVu', local: { 400: ['DejaVu Sans'], 700: ['DejaVu Sans Bold'] }, file: (_: string, weight: string) => dejaVu(weight) },
]
const urduSystems = [
  { family: 'Vazirmatn as Naskh', local: { 400: ['Noto Naskh Arabic UI', 'Noto Naskh Arabic'], 700: ['Noto Naskh Arabic UI Bold', 'Noto Naskh Arabic Bold'] }, file: (weight: string) => `@fontsource/noto-naskh-arabic/files/noto-naskh-arabic-arabic-${weight}-normal.woff2` },
  { family: 'Vazirmatn as DejaVu', local: { 400: ['DejaVu Sans'], 700: ['DejaVu Sans Bold'] }, file: dejaVu },
]
const scripts = ['latin', 'cyrillic', 'cyrillic-ext']
const ours = ['onest-latin', 'onest-russian', 'onest-kazakh', 'vazirmatn-urdu']

/** Letters that are measured and scaled together: a system's font may be wider than ours in one script and narrower in another, and its spaces are a matter of their own. */
const groups = [
  { letters: /[ \u00a0]/, parts: 1 },
  { letters: /[!-~«»°·×–—‘’“”…€]/, parts: 2 },
  { letters: /[ЁёА-яІі]/, parts: 2 },
  { letters: /[ӘәҒғҚқҢңӨөҰұҮүҺһ]/, parts: 1 },
] as const

function dejaVu(weight: string): string {
  return `dejavu-fonts-ttf/ttf/DejaVuSans${weight === '700' ? '-Bold' : ''}.ttf`
}

/** What a language's pages say, as one text. */
async function textsIn(locale: string): Promise<string> {
  const catalogue = await readFile(`app/i18n/locales/${locale}/site.po`, 'utf8')
  return [...catalogue.matchAll(/^msgstr "(.+)"$/gm)].map(([, text]) => text).join(' ')
}

const browser = await chromium.launch(await chooseBrowser())
const page = await browser.newPage()

async function addFont(family: string, path: string, weight: string): Promise<void> {
  const font = (await readFile(path)).toString('base64')
  await page.evaluate(async ({ family, font, weight }) => {
    const face = new FontFace(family, Uint8Array.from(atob(font), letter => letter.charCodeAt(0)), { weight })
    document.fonts.add(await face.load())
  }, { family, font, weight })
}

/** How wide texts are in a list of fonts, in thousandths of the size. */
function widthsOf(texts: string[], families: string, weight: string | number): Promise<number[]> {
  return page.evaluate(({ texts, families, weight }) => {
    const context = document.createElement('canvas').getContext('2d')!
    context.font = `${weight} 1000px ${families}`
    return texts.map(text => context.measureText(text).width)
  }, { texts, families, weight })
}

/** How far a font of ours reaches above and below its line, as shares of its size. */
function heightOf(family: string): Promise<{ ascent: number; descent: number }> {
  return page.evaluate(family => {
    const context = document.createElement('canvas').getContext('2d')!
    context.font = `1000px ${family}`
    const { fontBoundingBoxAscent, fontBoundingBoxDescent } = context.measureText('x')
    return { ascent: fontBoundingBoxAscent / 1000, descent: fontBoundingBoxDescent / 1000 }
  }, family)
}

const percent = (share: number) => `${(100 * share).toFixed(1)}%`
function face(family: string, local: string[], weight: string, size: number, { ascent, descent }: { ascent: number; descent: number }, range: string): string {
  const sources = local.map(name => `local("${name}")`).join(', ')
  return `@font-face { font-family: "${family}"; src: ${sources}; font-weight: ${weight}; size-adjust: ${percent(size)}; ascent-override: ${percent(ascent / size)}; descent-override: ${percent(descent / size)}; line-gap-override: 0%; unicode-range: ${range}; }`
}

for (const name of ours) await addFont(name, `public/fonts/${name}.woff2`, '400 700')
const texts = (await Promise.all(['en', 'ru', 'kk'].map(textsIn))).join(' ')
const timesOf = (letter: string) => texts.split(letter).length - 1
const faces: string[] = []

const onest = await heightOf('onest-latin')
for (const { family, local, file } of systems) {
  const alphabets = scripts.map(script => `${family} ${script}`)
  for (const { theirs } of weights) for (const [i, script] of scripts.entries()) await addFont(alphabets[i]!, require.resolve(file(script, theirs)), theirs)
  for (const weight of weights)
    for (const { letters, parts } of groups) {
      const known = Array.from({ length: 0x2100 }, (_, code) => String.fromCharCode(code)).filter(letter => letters.test(letter))
      const our = await widthsOf(known, ours.map(name => `"${name}"`).join(), weight.ours)
      const their = await widthsOf(known, alphabets.map(alphabet => `"${alphabet}"`).join(), weight.theirs)
      const measured: Letter[] = known.map((letter, i) => ({ letter, ours: our[i]!, theirs: their[i]!, times: timesOf(letter) + 1 }))
      for (const { scale, range } of wideAndNarrow(measured, parts)) faces.push(face(family, local[weight.theirs], weight.css, scale, onest, range))
    }
}

// Urdu's letters have other widths beside each other than alone: whole words are measured.
const vazirmatn = await heightOf('vazirmatn-urdu')
const words = (await textsIn('ur')).match(/[\u0600-\u06ff]+/g) ?? []
const sum = (widths: number[]) => widths.reduce((all, width) => all + width, 0)
for (const { family, local, file } of urduSystems)
  for (const { css, ours: our, theirs } of weights) {
    await addFont(family, require.resolve(file(theirs)), theirs)
    const scale = sum(await widthsOf(words, '"vazirmatn-urdu"', our)) / sum(await widthsOf(words, `"${family}"`, theirs))
    faces.push(face(family, local[theirs], css, scale, vazirmatn, 'U+0600-06FF'))
  }
await browser.close()

await writeFile(target, `/* Made by \`npm run system-fonts\`: what stands until our fonts have come, as wide and as high as they are. */\n${faces.join('\n')}\n`)
console.log(`${target}: ${faces.length} faces`)
