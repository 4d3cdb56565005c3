import { PassThrough } from 'node:stream'

import { I18nProvider } from '@lingui/react'
import { createReadableStreamFromReadable, type AppLoadContext, type EntryContext } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { isbot } from 'isbot'
import { renderToPipeableStream } from 'react-dom/server'

import { localeOfPath } from '~/core/locale'
import { serverI18n } from '~/i18n/catalogues.server'
import { InlineStyles } from '~/ui/inline-styles'
import styles from '~/ui/styles.css?inline'

const ABORT_AFTER_MS = 10_000

/**
 * Whoever comes from elsewhere has no stylesheet yet: it comes within the page, which saves a poor line one round trip before anything is seen.
 * Whoever comes from a page of ours fetches it once, for all that follow.
 */
const comesFromElsewhere = (request: Request) => ['none', 'cross-site', 'same-site'].includes(request.headers.get('sec-fetch-site') ?? '')

export default function handleRequest(request: Request, status: number, headers: Headers, remix: EntryContext, context: AppLoadContext) {
  const i18n = serverI18n(localeOfPath(new URL(request.url).pathname))
  return new Promise<Response>((resolve, reject) => {
    let shellRendered = false
    const { pipe, abort } = renderToPipeableStream(
      <I18nProvider i18n={i18n}>
        <InlineStyles.Provider value={comesFromElsewhere(request) ? { css: styles, nonce: context.nonce } : null}>
          <RemixServer context={remix} url={request.url} abortDelay={ABORT_AFTER_MS} nonce={context.nonce} />
        </InlineStyles.Provider>
      </I18nProvider>,
      {
        nonce: context.nonce,
        // Nothing is deferred: robots and people get the page whole.
        [isbot(request.headers.get('user-agent')) ? 'onAllReady' : 'onShellReady']() {
          shellRendered = true
          const body = new PassThrough()
          headers.set('Content-Type', 'text/html; charset=utf-8')
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status }))
          pipe(body)
        },
        onShellError: reject,
        onError(error: unknown) {
          status = 500
          if (shellRendered) context.log.error({ err: error }, 'a page failed while it was written')
        },
      },
    )
    setTimeout(abort, ABORT_AFTER_MS + 1000).unref()
  })
}

/** Loaders' and actions' breakage: logged once, with the request's id, which the error page shows. */
export function handleError(error: unknown, { request, context }: { request: Request; context: AppLoadContext }) {
  if (!request.signal.aborted) context.log.error({ err: error }, 'a request failed')
}
