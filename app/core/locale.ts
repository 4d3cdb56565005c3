/** The four languages of the product. English has no prefix in addresses; the others do. */
export const locales = ['en', 'ru', 'kk', 'ur'] as const
export type Locale = (typeof locales)[number]
export const defaultLocale: Locale = 'en'

export const isLocale = (value: unknown): value is Locale => locales.includes(value as Locale)
export const directionOf = (locale: Locale): 'ltr' | 'rtl' => (locale === 'ur' ? 'rtl' : 'ltr')

/** Each language's name in itself. */
export const localeNames: Record<Locale, string> = { en: 'English', ru: 'Русский', kk: 'Қазақша', ur: 'اردو' }

/** The same page in another language: `/ur/sectors/leather` ⇄ `/sectors/leather`. Query and hash stay. */
export function inLocale(path: string, locale: Locale): string {
  const bare = path.replace(/^\/(ru|kk|ur)(?=\/|$|\?|#)/, '')
  const rest = bare.startsWith('/') || bare === '' ? bare : `/${bare}`
  if (locale === defaultLocale) return rest === '' || rest.startsWith('?') || rest.startsWith('#') ? `/${rest}` : rest
  return `/${locale}${rest === '/' ? '' : rest}`
}

/** The language a path asks for by its first segment. */
export function localeOfPath(path: string): Locale {
  const first = path.split(/[/?#]/)[1]
  return isLocale(first) && first !== defaultLocale ? first : defaultLocale
}
