import type { Locale } from '~/core/locale'

/**
 * Dates, numbers and money, on the server only: browsers lack Kazakh data, and pages then disagree with themselves.
 * All times are shown in one zone: both countries keep UTC+5.
 */
const ZONE = 'Asia/Karachi'
// Latin digits in every language, so that a figure reads the same in all four mails.
const tag: Record<Locale, string> = { en: 'en-GB', ru: 'ru-KZ', kk: 'kk-KZ', ur: 'ur-PK-u-nu-latn' }

/** Intl's formats are slow to make: one of each language is kept. */
function aLanguage<Format>(make: (tag: string) => Format): (locale: Locale) => Format {
  const made = new Map<Locale, Format>()
  return locale => {
    const format = made.get(locale) ?? make(tag[locale])
    made.set(locale, format)
    return format
  }
}

function dated(options: Intl.DateTimeFormatOptions): (locale: Locale, date: Date | string) => string {
  const format = aLanguage(tag => new Intl.DateTimeFormat(tag, { ...options, timeZone: ZONE }))
  // Russian ends with «г.», and the sentence that the date closes would end with two dots.
  return (locale, date) => format(locale).format(new Date(date)).replace(/\sг\.$/, '')
}

/** 21 November 2026 */
export const formatDate = dated({ day: 'numeric', month: 'long', year: 'numeric' })

/** November 2026 */
export const formatMonth = dated({ month: 'long', year: 'numeric' })

/** 21 Nov, 09:20 */
export const formatDateTime = dated({ day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

/** 09:20 */
export const formatTime = dated({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

const byDigits: Array<(locale: Locale) => Intl.NumberFormat> = []

/** A number with at most so many decimals. */
export function formatNumber(locale: Locale, value: number, digits = 0): string {
  const format = (byDigits[digits] ??= aLanguage(tag => new Intl.NumberFormat(tag, { maximumFractionDigits: digits })))
  return format(locale).format(value)
}

// Written out: Urdu's own compact notation counts in crore, which a reader of the other three would take for another figure.
const magnitudes: Record<Locale, { million: string; billion: string }> = {
  en: { million: 'million', billion: 'billion' },
  ru: { million: 'млн', billion: 'млрд' },
  kk: { million: 'млн', billion: 'млрд' },
  ur: { million: 'ملین', billion: 'ارب' },
}

/** US$12.4 million; in Urdu, which reads the other way, in words: 12.4 ملین ڈالر */
export function formatUsd(locale: Locale, dollars: number): string {
  const { million, billion } = magnitudes[locale]
  if (locale === 'ur') {
    const [value, word] = dollars >= 1e9 ? [dollars / 1e9, `${billion} `] : dollars >= 1e6 ? [dollars / 1e6, `${million} `] : [dollars, '']
    return `${formatNumber(locale, value, word ? 1 : 0)} ${word}ڈالر`
  }
  if (dollars >= 1e9) return `US$${formatNumber(locale, dollars / 1e9, 1)} ${billion}`
  if (dollars >= 1e6) return `US$${formatNumber(locale, dollars / 1e6, 1)} ${million}`
  return `US$${formatNumber(locale, dollars)}`
}

/** Throws where Node was built without full ICU: Kazakh months would come out as "M02". */
export function requireFullIcu(): void {
  if (/M0?2|Feb/.test(formatDate('kk', '2026-02-04'))) throw new Error('This Node lacks full ICU data: install an ordinary build of Node 20.19 or newer.')
}
