import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

import { localeNames, locales } from '~/core/locale'
import { renderNotice } from '~/emails/render'
import { sampleNotices } from '~/emails/samples'
import { serverI18n } from '~/i18n/catalogues.server'

// npm run mail:preview [-- folder]: every notice in every language, HTML and text, and an index of them. Prints where it is.

const ORIGIN = 'https://desk.example.org'
const folder = resolve(process.argv[2] ?? join('node_modules/.cache', 'mail-preview'))
mkdirSync(folder, { recursive: true })

const rows = new Map<string, string[]>()
for (const locale of locales) {
  for (const { name, notice } of sampleNotices(locale, ORIGIN)) {
    const unsubscribeUrl = notice.notice === 'sign_in_code' ? null : `${ORIGIN}/unsubscribe/sampleSampleSample1234`
    const mail = await renderNotice(notice, {
      i18n: serverI18n(locale), locale, origin: ORIGIN, forumName: 'Pakistan–Kazakhstan Business Forum 2026', englishUrl: `${ORIGIN}/home`, unsubscribeUrl, isDemo: true,
    })
    writeFileSync(join(folder, `${name}.${locale}.html`), mail.html)
    writeFileSync(join(folder, `${name}.${locale}.txt`), `${mail.subject}\n\n${mail.text}`)
    rows.set(name, [...(rows.get(name) ?? []), `<a href="${name}.${locale}.html" lang="${locale}">${localeNames[locale]}</a> (<a href="${name}.${locale}.txt">text</a>)`])
  }
}
const list = [...rows].map(([name, links]) => `<li><b>${name.replaceAll('_', ' ')}</b>: ${links.join(' · ')}</li>`).join('\n')
const index = join(folder, 'index.html')
writeFileSync(index, `<!doctype html><meta charset="utf-8"><title>Mails</title><body style="font:16px/1.8 system-ui;max-width:60rem;margin:2rem auto"><h1>Mails</h1><ul>${list}</ul>`)
console.log(`${rows.size} mails in ${locales.length} languages: ${index}`)
