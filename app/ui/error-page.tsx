import type { I18n } from '@lingui/core'
import { useLingui } from '@lingui/react'
import { isRouteErrorResponse, useLocation, useRouteError, useRouteLoaderData } from '@remix-run/react'

import { useLocalePath } from '~/i18n/locale-path'
import { ButtonLink } from './button'
import { PublicShell } from './public-shell'

type Sentences = { title: string; help: string; /** The way back: same page again, or the start. */ back: 'again' | 'start' }

/** What is said at a status: what happened, and what to do about it. Never why in our own terms, never whether a hidden thing is there. */
function sentencesOf(i18n: I18n, status: number): Sentences {
  switch (status) {
    case 403:
      return { title: i18n._('This is not open to you'), help: i18n._('Sign in with the address that was invited, or ask the desk for access.'), back: 'start' }
    case 404:
    case 405:
      return { title: i18n._('There is no such page'), help: i18n._('The address may be mistyped, or the page has moved. Nothing you entered is lost.'), back: 'start' }
    case 409:
      return { title: i18n._('Somebody was quicker'), help: i18n._('This has changed since you opened it. Load the page anew to see how it stands now, then decide.'), back: 'again' }
    case 410:
      return { title: i18n._('This link no longer works'), help: i18n._('Links in our mails run out, and some work only once. Ask for a new one, or sign in.'), back: 'start' }
    case 413:
      return { title: i18n._('That was too large'), help: i18n._('Shorten the text or choose a smaller file, then send it again.'), back: 'again' }
    case 429:
      return { title: i18n._('Too many tries'), help: i18n._('Wait a minute, then try again. What you entered is kept.'), back: 'again' }
    case 503:
      return { title: i18n._('We are away for a moment'), help: i18n._('The desk is being looked after. Try again in a few minutes; what you have saved is safe.'), back: 'again' }
    default:
      if (status < 500) return { title: i18n._('That did not work'), help: i18n._('Go back, load the page anew and try once more.'), back: 'again' }
      return { title: i18n._('Something broke on our side'), help: i18n._('It is logged, and we look into it. Try again in a moment; what you have saved is safe.'), back: 'again' }
  }
}

/** A refusal or a breakage as a page: what to do, a way back, and the request's id to quote. Routes' own boundaries use it too. */
export function ErrorPage({ status, requestId }: { status: number; requestId?: string }) {
  const { i18n } = useLingui()
  const path = useLocalePath()
  const { pathname, search } = useLocation()
  const { title, help, back } = sentencesOf(i18n, status)
  return (
    <PublicShell>
      <div className="wrap py-16 lg:py-28">
        <div className="column">
          <p className="text-ink-3 num font-semibold">{status}</p>
          <h1 className="mt-1 mb-4 text-4xl">{title}</h1>
          <p className="text-ink-2 mb-8 text-lg">{help}</p>
          <div className="flex flex-wrap gap-3">
            {back === 'again' && <ButtonLink href={pathname + search}>{i18n._('Try again')}</ButtonLink>}
            <ButtonLink tone={back === 'again' ? 'secondary' : 'primary'} className={back === 'again' ? 'min-h-13!' : ''} href={path('/')}>{i18n._('Back to the start')}</ButtonLink>
            {back === 'start' && <ButtonLink tone="secondary" className="min-h-13!" href={path('/sign-in')}>{i18n._('Sign in')}</ButtonLink>}
          </div>
          {requestId && (
            <p className="text-ink-3 mt-10 text-sm">
              {i18n._('If you write to the desk, quote this number:')} <bdi dir="ltr"><code className="select-all">{requestId}</code></bdi>
            </p>
          )}
        </div>
      </div>
    </PublicShell>
  )
}

/** The document's title on an error page. */
export const errorTitle = (i18n: I18n, error: unknown): string => `${sentencesOf(i18n, statusOf(error)).title} – ${i18n._('Dastarkhan')}`

const statusOf = (error: unknown): number => (isRouteErrorResponse(error) ? error.status : 500)

/** The boundary of a route: a thrown response keeps its status, anything else is ours. */
export function RouteErrorPage() {
  const error = useRouteError()
  const root = useRouteLoaderData('root') as { requestId?: string } | undefined
  // Where the root itself refused, there is no data of it: the refusal brings the id along.
  const brought = isRouteErrorResponse(error) ? (error.data as { requestId?: string } | null) : null
  return <ErrorPage status={statusOf(error)} requestId={root?.requestId ?? brought?.requestId} />
}
