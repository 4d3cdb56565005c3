import type { LoaderFunctionArgs } from '@remix-run/node'

import { sectors, sectorSlug } from '~/core/companies/sectors'
import { inLocale, locales } from '~/core/locale'

/** The pages that are there for everybody, without language. */
export const publicPaths = ['/', '/sectors', ...sectors.map(sector => `/sectors/${sectorSlug(sector)}`), '/progress', '/register', '/sources', '/privacy', '/accessibility']

/** Every public page in every language, each naming its other languages. */
export function loader({ context }: LoaderFunctionArgs) {
  const origin = context.services.env.appOrigin
  const entries = publicPaths.flatMap(path => {
    const alternates = locales.map(locale => `<xhtml:link rel="alternate" hreflang="${locale}" href="${origin}${inLocale(path, locale)}"/>`).join('')
    return locales.map(locale => `<url><loc>${origin}${inLocale(path, locale)}</loc>${alternates}</url>`)
  })
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${entries.join('\n')}\n</urlset>\n`
  return new Response(xml, { headers: { 'Content-Type': 'application/xml; charset=utf-8', 'Cache-Control': 'public, max-age=3600' } })
}
