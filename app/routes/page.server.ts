import type { I18n } from '@lingui/core'
import { data, redirect, type AppLoadContext } from '@remix-run/node'

import { inLocale, localeOfPath, type Locale } from '~/core/locale'
import { serverI18n } from '~/i18n/catalogues.server'
import { callerFor, signInPath, type Caller } from '~/platform/session.server'
import type { Services } from '~/services.server'
import type { Refused } from '~/ui/refused'

/** What every loader and action begins with: the page's language, its translator, the services. */
export interface Page {
  locale: Locale
  i18n: I18n
  services: Services
  request: Request
  url: URL
  /** '/home' in the page's language. */
  path: (path: string) => string
  /** The document's title; "Error:" stands before it when the form just came back. */
  title: (text: string) => string
}

type Args = { request: Request; context: AppLoadContext }

export function pageOf({ request, context }: Args): Page {
  const url = new URL(request.url)
  const locale = localeOfPath(url.pathname)
  const i18n = serverI18n(locale)
  return {
    locale,
    i18n,
    services: context.services,
    request,
    url,
    path: path => inLocale(path, locale),
    title: text => `${context.refused ? `${i18n._('Error:')} ` : ''}${text} – ${i18n._('Dastarkhan')}`,
  }
}

/** The caller, or off to the sign-in page, which leads back here. */
export async function requireCaller(page: Page): Promise<Caller> {
  const caller = await callerFor(page.services, page.request)
  if (!caller) throw redirect(signInPath(page.locale, page.url.pathname + page.url.search))
  return caller
}

/** A form that was refused: what to show of it, and the title's "Error:". */
export function refuse(context: AppLoadContext, refused: Partial<Refused>, status = 422) {
  context.refused = true
  return data<Refused>({ errors: {}, typed: {}, ...refused }, { status })
}
