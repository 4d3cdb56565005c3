import type { LoaderFunctionArgs } from '@remix-run/node'

const closed = ['/desk', '/home', '/a/', '/unsubscribe/', '/sign-in', '/sign-out', '/mailbox', '/hooks', '/register/']
const prefixes = ['', '/ru', '/kk', '/ur']

/** Search engines may read the public pages; a demonstration, with its invented firms, is not for them at all. */
export function loader({ context }: LoaderFunctionArgs) {
  const { appOrigin, stand } = context.services.env
  const rules = stand === 'none' ? prefixes.flatMap(prefix => closed.map(path => `Disallow: ${prefix}${path}`)) : ['Disallow: /']
  return new Response(`User-agent: *\n${rules.join('\n')}\n\nSitemap: ${appOrigin}/sitemap.xml\n`, { headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'public, max-age=3600' } })
}
