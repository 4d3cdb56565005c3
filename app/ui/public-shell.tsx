import { useLingui } from '@lingui/react'
import { useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'

import { inLocale, localeNames, locales } from '~/core/locale'
import { useLocale, useLocalePath } from '~/i18n/locale-path'
import { Mark } from './brand'
import { ButtonLink } from './button'

/**
 * The same page in the four languages; page and query stay, so a draft stays too. With `form`, the id of a form on the page, what is typed goes along:
 * the form is sent to the page in the other language, which shows it again and saves nothing.
 */
export function LanguageSwitch({ form }: { form?: string }) {
  const { i18n } = useLingui()
  const { pathname, search } = useLocation()
  const current = useLocale()
  return (
    <nav aria-label={i18n._('Language')} className="-mx-2.5 flex grow basis-full justify-between text-[.9375rem] md:mx-0 md:grow-0 md:basis-auto md:justify-start md:text-sm">
      {/* Enter in a field presses the form's first button, wherever it stands: this one, not a language. */}
      {form && <span className="sr-only" aria-hidden="true"><button form={form} tabIndex={-1} /></span>}
      {locales.map(locale => {
        const address = inLocale(pathname + search, locale)
        const look = `inline-flex min-h-11 items-center px-2.5 no-underline md:px-2 ${locale === current ? 'font-semibold shadow-[inset_0_-2px_var(--pk)]' : 'text-ink-2 hover:text-ink [font-family:system-ui,sans-serif]'}`
        return form && locale !== current ? (
          <button key={locale} form={form} formAction={address} name="intent" value="language" lang={locale} className={look}>{localeNames[locale]}</button>
        ) : (
          <a key={locale} href={address} lang={locale} hrefLang={locale} aria-current={locale === current ? 'true' : undefined} className={look}>{localeNames[locale]}</a>
        )
      })}
    </nav>
  )
}

export function Brand({ href, brief }: { href: string; /** The mark and the name alone where the window is narrow. */ brief?: boolean }) {
  const { i18n } = useLingui()
  return (
    <a href={href} className="flex min-h-11 items-center gap-2.5 whitespace-nowrap no-underline">
      <Mark />
      <span>
        <b className="block text-[1.1875rem] leading-tight font-[650]">{i18n._('Dastarkhan')}</b>
        <small className={`text-ink-3 block text-xs leading-tight ${brief ? 'max-sm:hidden' : 'max-[23rem]:hidden'}`}>{i18n._('Pakistan–Kazakhstan Business Forum')}</small>
      </span>
    </a>
  )
}

/** Header, page, footer of all public and company pages. `account` says what stands at the header's end; one who is registering has no other page yet. `form`: the form that a change of language takes along. */
export function PublicShell({ children, account = 'visitor', form }: { children: ReactNode; account?: 'visitor' | 'draft' | 'company' | 'organizer'; form?: string }) {
  const { i18n } = useLingui()
  const path = useLocalePath()
  return (
    <>
      <header className="border-line no-print border-b">
        <div className="wrap flex flex-wrap items-center gap-x-4 gap-y-0 pt-2 md:py-2">
          <Brand href={path('/')} brief={account !== 'visitor'} />
          <nav aria-label={i18n._('Main')} className="ms-auto hidden text-[.9375rem] xl:flex 2xl:gap-1">
            <a className="text-ink-2 hover:text-ink inline-flex min-h-11 items-center px-2 no-underline" href={`${path('/')}#how`}>{i18n._('How it works')}</a>
            <a className="text-ink-2 hover:text-ink inline-flex min-h-11 items-center px-2 no-underline" href={path('/sectors')}>{i18n._('Sectors')}</a>
            <a className="text-ink-2 hover:text-ink inline-flex min-h-11 items-center px-2 no-underline" href={`${path('/')}#corridors`}>{i18n._('Corridors')}</a>
            <a className="text-ink-2 hover:text-ink inline-flex min-h-11 items-center px-2 no-underline" href={path('/progress')}>{i18n._('Progress')}</a>
          </nav>
          <div className="order-last flex basis-full md:order-none md:ms-auto md:basis-auto xl:ms-0"><LanguageSwitch form={form} /></div>
          {account === 'visitor' ? (
            <div className="ms-auto flex items-center gap-3 md:ms-0">
              <a className="inline-flex min-h-11 items-center text-[.9375rem] font-medium whitespace-nowrap underline" href={path('/sign-in')}>{i18n._('Sign in')}</a>
              <ButtonLink className="hidden! min-h-11! px-4.5! text-[.9375rem]! whitespace-nowrap md:inline-flex!" href={path('/register')}>{i18n._('Register')}</ButtonLink>
            </div>
          ) : (
            <div className="ms-auto flex items-center gap-1 sm:gap-3 md:ms-0">
              {account !== 'draft' && (
                <a className="inline-flex min-h-11 items-center font-medium underline" href={path(account === 'organizer' ? '/desk' : '/home')}>
                  {account === 'organizer' ? i18n._('The desk') : i18n._('My company')}
                </a>
              )}
              <form method="post" action={path('/sign-out')}>
                <button className="btn btn-quiet px-2! whitespace-nowrap">{i18n._('Sign out')}</button>
              </form>
            </div>
          )}
        </div>
      </header>
      <main id="main" tabIndex={-1} className="outline-none">{children}</main>
      <footer className="bg-night text-on-night-2 no-print mt-auto">
        <div className="wrap flex flex-wrap items-center gap-x-6 gap-y-1 py-5 text-sm">
          <a className="inline-flex min-h-11 items-center" href={path('/accessibility')}>{i18n._('Accessibility')}</a>
          <a className="inline-flex min-h-11 items-center" href={path('/privacy')}>{i18n._('Privacy')}</a>
          <a className="inline-flex min-h-11 items-center" href={path('/sources')}>{i18n._('Sources and method')}</a>
          <a className="inline-flex min-h-11 items-center" href={path('/sectors')}>{i18n._('Sectors')}</a>
          <a className="inline-flex min-h-11 items-center" href={path('/progress')}>{i18n._('Progress')}</a>
          <p className="md:ms-auto">{i18n._('Works without JavaScript.')}</p>
        </div>
      </footer>
    </>
  )
}
