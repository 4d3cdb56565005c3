import { createContext, useContext, type ReactNode } from 'react'

import { defaultLocale, inLocale, type Locale } from '~/core/locale'

const LocaleContext = createContext<Locale>(defaultLocale)

/** Tells everything below which language the page is in. */
export function LocaleProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  return <LocaleContext.Provider value={locale}>{children}</LocaleContext.Provider>
}

export const useLocale = (): Locale => useContext(LocaleContext)

/** Turns a path without language ('/register') into this page's language ('/ur/register'). */
export function useLocalePath(): (path: string) => string {
  const locale = useLocale()
  return path => inLocale(path, locale)
}
