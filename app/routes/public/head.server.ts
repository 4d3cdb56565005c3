import type { MetaDescriptor } from '@remix-run/node'

import { defaultLocale, inLocale, locales } from '~/core/locale'
import type { Page } from '../page.server'

const openGraphLocale = { en: 'en_GB', ru: 'ru_KZ', kk: 'kk_KZ', ur: 'ur_PK' } as const

/** What a public page says of itself in its head: `path` is the address without language or query. */
export type HeadOptions = { title: string; description: string; path: string; /** Structured data (schema.org). */ jsonLd?: Record<string, unknown> }

/** Title, description, canonical address, the page in the other languages, the card that social networks show. */
export function headOf({ locale, i18n, services }: Page, { title, description, path, jsonLd }: HeadOptions): MetaDescriptor[] {
  const at = (language: (typeof locales)[number]) => services.env.appOrigin + inLocale(path, language)
  const whole = path === '/' ? `${i18n._('Dastarkhan')} – ${title}` : `${title} – ${i18n._('Dastarkhan')}`
  return [
    { title: whole },
    { name: 'description', content: description },
    { tagName: 'link', rel: 'canonical', href: at(locale) },
    ...locales.map(language => ({ tagName: 'link' as const, rel: 'alternate', hrefLang: language, href: at(language) })),
    { tagName: 'link', rel: 'alternate', hrefLang: 'x-default', href: at(defaultLocale) },
    { property: 'og:type', content: 'website' },
    { property: 'og:site_name', content: i18n._('Dastarkhan') },
    { property: 'og:title', content: title },
    { property: 'og:description', content: description },
    { property: 'og:url', content: at(locale) },
    { property: 'og:locale', content: openGraphLocale[locale] },
    { property: 'og:image', content: `${services.env.appOrigin}/social.png` },
    { name: 'twitter:card', content: 'summary_large_image' },
    ...(jsonLd ? [{ 'script:ld+json': { '@context': 'https://schema.org', ...jsonLd } } as MetaDescriptor] : []),
  ]
}
