import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

import subsetFont from 'subset-font'

/** Cuts the fonts down to the letters four languages need, into public/fonts. Run by the build; skips what was cut since this file last changed. */
const require = createRequire(import.meta.url)
const out = 'public/fonts'
const letters = (...ranges: Array<readonly [number, number]>) =>
  ranges.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i))).join('')

const onest = dirname(require.resolve('@fontsource-variable/onest/package.json'))
const vazirmatn = dirname(require.resolve('vazirmatn/package.json'))
const nastaliq = dirname(require.resolve('@fontsource/noto-nastaliq-urdu/package.json'))
const weights = { wght: { min: 400, max: 700 } }
const oneWeight = { wght: 450 }

const translated = /msgid "Your partner is on the other side of the table\."\nmsgstr "([^"]+)"/.exec(await readFile('app/i18n/locales/ur/site.po', 'utf8'))?.[1]
const headline = translated ?? 'آپ کا شراکت دار دسترخوان کے دوسری طرف ہے۔'

// `fresh`: cut at every build, because its letters follow a text that changes.
const fonts: Array<{ name: string; from: string; text: string; variationAxes?: typeof weights | typeof oneWeight; fresh?: boolean }> = [
  { name: 'onest-latin', from: join(onest, 'files/onest-latin-wght-normal.woff2'), text: letters([0x20, 0x7e], [0xa0, 0xa0]) + '«»°²³·×–—‘’“”…•−€', variationAxes: weights },
  // Letters of other western languages, for the names of firms and people; fetched by the few pages that have one.
  { name: 'onest-western', from: join(onest, 'files/onest-latin-wght-normal.woff2'), text: letters([0xa1, 0xff]), variationAxes: weights },
  // Its package keeps Ұ and І among the Russian letters.
  { name: 'onest-russian', from: join(onest, 'files/onest-cyrillic-wght-normal.woff2'), text: letters([0x400, 0x45f]) + 'Ұұ№', variationAxes: weights },
  { name: 'onest-kazakh', from: join(onest, 'files/onest-cyrillic-ext-wght-normal.woff2'), text: 'ӘәҒғҚқҢңӨөҮүҺһ', variationAxes: weights },
  { name: 'onest-currency', from: join(onest, 'files/onest-latin-ext-wght-normal.woff2'), text: '₸₽', variationAxes: weights },
  {
    name: 'vazirmatn-urdu',
    from: join(vazirmatn, 'fonts/webfonts/Vazirmatn[wght].woff2'),
    text: 'ءآأؤئابپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنںوہھۂۃیےۓيكةىًٌٍَُِّْٰٖٗٓٔ،؛؟٪٫٬۔۰۱۲۳۴۵۶۷۸۹‌‍‎‏',
    variationAxes: weights,
  },
  // For a name or a line in Urdu on a page in another language: one weight, and a third of the bytes.
  { name: 'vazirmatn-names', from: join(vazirmatn, 'fonts/webfonts/Vazirmatn[wght].woff2'), text: 'ءآأؤئابپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنںوہھۂیےۓ،۔؟‌', variationAxes: oneWeight },
  // One headline, and only that: the landing page's first line in Urdu, in whatever words the catalogue has for it.
  { name: 'nastaliq-headline', from: join(nastaliq, 'files/noto-nastaliq-urdu-arabic-700-normal.woff2'), text: headline, fresh: true },
]

/** Milliseconds; 0 for a file that is not there. */
const changedAt = async (path: string) => (await stat(path).catch(() => undefined))?.mtimeMs ?? 0
const described = await changedAt(fileURLToPath(import.meta.url))

await mkdir(out, { recursive: true })
for (const { name, from, text, variationAxes, fresh } of fonts) {
  const target = join(out, `${name}.woff2`)
  if (!fresh && (await changedAt(target)) > described) continue
  const font = await subsetFont(await readFile(from), text, { targetFormat: 'woff2', noHinting: true, ...(variationAxes ? { variationAxes } : {}) })
  await writeFile(target, font)
  console.log(`${target} ${Math.round(font.length / 102.4) / 10} KB`)
}
