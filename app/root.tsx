import { useLingui } from '@lingui/react'
import { data, type LinksFunction, type LoaderFunctionArgs } from '@remix-run/node'
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useLocation, useMatches, useRouteError, useRouteLoaderData } from '@remix-run/react'
import { useContext, type ReactNode } from 'react'

import { directionOf, isLocale, localeOfPath } from '~/core/locale'
import { LocaleProvider } from '~/i18n/locale-path'
import { errorTitle, RouteErrorPage } from '~/ui/error-page'
import { InlineStyles } from '~/ui/inline-styles'
import styles from '~/ui/styles.css?url'

/** A route opts in to JavaScript; all others are pages and forms alone. */
export type Handle = { hydrate?: boolean }

export const links: LinksFunction = () => [
  { rel: 'icon', href: '/favicon.ico', sizes: '32x32' },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
  { rel: 'apple-touch-icon', href: '/icon-192.png' },
  { rel: 'manifest', href: '/manifest.webmanifest' },
]

export function loader({ params, context }: LoaderFunctionArgs) {
  // The optional first segment is a language or nothing; English has none.
  if (params.lang !== undefined && (!isLocale(params.lang) || params.lang === 'en')) throw data({ requestId: context.requestId }, { status: 404 })
  return { nonce: context.nonce, requestId: context.requestId }
}

// The nonce is the document's; moving about within it asks for no other.
export const shouldRevalidate = () => false

export function Layout({ children }: { children: ReactNode }) {
  const root = useRouteLoaderData<typeof loader>('root')
  const locale = localeOfPath(useLocation().pathname)
  const hydrates = useMatches().some(match => (match.handle as Handle | undefined)?.hydrate)
  const inline = useContext(InlineStyles)
  const { i18n } = useLingui()
  const error = useRouteError()
  return (
    <html lang={locale} dir={directionOf(locale)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" media="(prefers-color-scheme: light)" content="#F6F7F3" />
        <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#0D1411" />
        {inline && !hydrates ? <style nonce={inline.nonce} dangerouslySetInnerHTML={{ __html: inline.css }} /> : <link rel="stylesheet" href={styles} />}
        {error ? <title>{errorTitle(i18n, error)}</title> : <Meta />}
        <Links />
      </head>
      <body>
        <a className="skip" href="#main">{i18n._('Skip to content')}</a>
        <LocaleProvider locale={locale}>{children}</LocaleProvider>
        {hydrates && <ScrollRestoration nonce={root?.nonce} />}
        {hydrates && <Scripts nonce={root?.nonce} />}
      </body>
    </html>
  )
}

export default function App() {
  return <Outlet />
}

/** Whatever no route of its own has caught. */
export const ErrorBoundary = RouteErrorPage
