import type { I18n, Messages } from '@lingui/core'

import type { Locale } from '~/core/locale'
import { makeI18n } from './i18n'

type Chunk = Promise<{ messages: Messages }>
const loaders: Record<Locale, () => Chunk[]> = {
  en: () => [import('./locales/en/common'), import('./locales/en/desk')],
  ru: () => [import('./locales/ru/common'), import('./locales/ru/desk')],
  kk: () => [import('./locales/kk/common'), import('./locales/kk/desk')],
  ur: () => [import('./locales/ur/common'), import('./locales/ur/desk')],
}

/** A translator for a hydrated page: only the desk's pages hydrate, so only what they say is fetched. */
export async function clientI18n(locale: Locale): Promise<I18n> {
  const chunks = await Promise.all(loaders[locale]())
  return makeI18n(locale, Object.assign({}, ...chunks.map(chunk => chunk.messages)))
}
