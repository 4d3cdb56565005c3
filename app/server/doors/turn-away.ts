import type { Request, Response } from 'express'

import { directionOf, inLocale, isLocale, localeOfPath, type Locale } from '~/core/locale'
import { serverI18n } from '~/i18n/catalogues.server'
import { doorSentences, type TurnedAway } from '~/i18n/words/doors'

const statuses: Record<TurnedAway, number> = { unreadable: 400, foreign_form: 403, no_length: 411, too_large: 413, too_often: 429 }

/** The language to answer in before there is a page: the address's, else the first of ours that the reader's browser names. */
export function localeOfRequest(path: string, acceptLanguage: string | undefined): Locale {
  const ofPath = localeOfPath(path)
  if (ofPath !== 'en') return ofPath
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map(part => ({ language: part.trim().slice(0, 2).toLowerCase(), quality: Number(/;\s*q=([\d.]+)/.exec(part)?.[1] ?? 1) }))
    .sort((a, b) => b.quality - a.quality)
  return wanted.map(({ language }) => language).find(isLocale) ?? 'en'
}

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

// Stands by itself: no file of the build is asked for, since whoever is turned away may have been turned away for asking too much.
const style = `body{margin:0;font:1.0625rem/1.6 system-ui,sans-serif;color:#15211B;background:#F6F7F3}main{max-width:36rem;margin:0 auto;padding:4rem 1.25rem}
h1{font-size:1.875rem;line-height:1.25;margin:.25rem 0 1rem}p{margin:0 0 1rem}a{color:#08543E}small{color:#5A6860;overflow-wrap:anywhere}:lang(ur){line-height:2}
@media (prefers-color-scheme:dark){body{color:#EDF2EE;background:#0D1411}a{color:#7FC7A6}small{color:#8E9B94}}`

/** Ends a request before Remix, in the reader's language, with the number to quote. A program that does not ask for a page gets a sentence. */
export function turnAway(req: Request, res: Response, why: TurnedAway, facts: { minutes?: number; kilobytes?: number } = {}): void {
  const status = statuses[why]
  const locale = localeOfRequest(req.path, req.headers['accept-language'])
  const i18n = serverI18n(locale)
  const { title, help } = doorSentences(i18n, why, facts)
  const id = String(res.locals.requestId ?? '')
  res.status(status).set({ 'Cache-Control': 'no-store', 'Content-Language': locale, Vary: 'Accept-Language, Accept' })
  if (!(req.headers.accept ?? '').includes('text/html')) return void res.type('text/plain').send(`${title}. ${help} (${id})\n`)
  res.type('text/html').send(`<!doctype html>
<html lang="${locale}" dir="${directionOf(locale)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escape(title)}</title>
<style nonce="${escape(String(res.locals.nonce ?? ''))}">${style}</style></head>
<body><main id="main"><p>${status}</p><h1>${escape(title)}</h1><p>${escape(help)}</p><p><a href="${inLocale('/', locale)}">${escape(i18n._('Back to the start'))}</a></p>
<p><small>${escape(i18n._('If you write to the desk, quote this number:'))} <bdi dir="ltr"><code>${escape(id)}</code></bdi></small></p></main></body></html>
`)
}
