import { describe, expect, test } from 'vitest'

import { directionOf, locales, type Locale } from '~/core/locale'
import { serverI18n } from '~/i18n/catalogues.server'
import { renderNotice, templates } from './render'
import { sampleNotices } from './samples'

const ORIGIN = 'https://desk.example.test'
const KB = 1024

const render = (locale: Locale) =>
  Promise.all(
    sampleNotices(locale, ORIGIN).map(async ({ name, notice }) => ({
      name,
      ...(await renderNotice(notice, {
        i18n: serverI18n(locale), locale, origin: ORIGIN, forumName: 'Business Forum 2026', englishUrl: `${ORIGIN}/home`,
        unsubscribeUrl: notice.notice === 'sign_in_code' ? null : `${ORIGIN}/unsubscribe/sampleSampleSample1234`, isDemo: false,
      })),
    })),
  )

const once = new Map<Locale, ReturnType<typeof render>>()
/** All notices in a language, rendered once for all tests. */
function rendered(locale: Locale): ReturnType<typeof render> {
  const mails = once.get(locale) ?? render(locale)
  once.set(locale, mails)
  return mails
}

/** Figures that mean something; of the text, since styles are full of others. */
const figures = (text: string) => (text.replace(/https?:\/\/\S+/g, '').match(/\d+/g) ?? []).sort()
const words = (html: string) => html.replace(/<div data-skip-in-text.*?<\/div>/s, '').replace(/<(head|title)>.*?<\/\1>/gs, '').replace(/<[^>]+>/g, ' ').match(/[\p{L}\p{N}]{4,}/gu) ?? []

test('every notice has its sample', () => {
  expect([...new Set(sampleNotices('en', ORIGIN).map(({ notice }) => notice.notice))].sort()).toEqual(Object.keys(templates).sort())
})

describe.each(locales)('in %s', locale => {
  test('language and direction stand on the document, the body and every table and cell', async () => {
    for (const { name, html } of await rendered(locale)) {
      const dir = directionOf(locale)
      expect(html, name).toContain(`<html lang="${locale}" dir="${dir}"`)
      expect(html, name).toMatch(new RegExp(`<body dir="${dir}"`))
      for (const tag of html.match(/<(table|td)\b[^>]*>/g) ?? []) expect(tag, name).toContain(` dir="${dir}"`)
      expect(html, name).not.toMatch(/text-align:(start|end)/)
    }
  })

  test('the subject is one short line, the mail under 100 kB, without scripts, pictures or fonts from afar', async () => {
    for (const { name, subject, html } of await rendered(locale)) {
      expect(subject, name).toMatch(/^[^\r\n]{5,199}$/)
      expect(Buffer.byteLength(html), name).toBeLessThan(100 * KB)
      expect(html, name).not.toMatch(/<(script|img|link|iframe|form|svg)\b|url\(|@font-face|<bdi/i)
    }
  })

  test('every link begins with our own origin', async () => {
    for (const { name, html, text } of await rendered(locale)) {
      for (const [, href] of html.matchAll(/\b(?:href|src|action)="([^"]*)"/g)) expect(href, name).toMatch(/^https:\/\/desk\.example\.test\//)
      for (const [address] of text.matchAll(/\w+:\/\/\S+/g)) expect(address, name).toMatch(/^https:\/\/desk\.example\.test\//)
    }
  })

  test('the text says everything that the HTML says', async () => {
    for (const { name, html, text } of await rendered(locale)) {
      const said = new Set(text.match(/[\p{L}\p{N}]{4,}/gu))
      expect(words(html).filter(word => !said.has(word)), name).toEqual([])
    }
  })

  test('nothing is left to be filled in', async () => {
    for (const { name, subject, text } of await rendered(locale)) expect(`${subject}\n${text}`, name).not.toMatch(/[{}]|undefined|NaN|null/)
  })

  test('the same figures stand in it as in English', async () => {
    const english = await rendered('en')
    for (const [i, { name, text }] of (await rendered(locale)).entries()) expect(figures(text), name).toEqual(figures(english[i]!.text))
  })

  test('another language than English offers English', async () => {
    for (const { name, html } of await rendered(locale)) expect(html.includes('Read this in English'), name).toBe(locale !== 'en')
  })
})
