import { setupI18n, type I18n, type Messages } from '@lingui/core'

import type { Locale } from '~/core/locale'

/**
 * A translator for one request (or one mail). Never the library's global one: two requests in two languages run side by side.
 * @param messages compiled catalogues of that language; see `catalogues.server.ts` and, for hydrated pages, `catalogues.client.ts`
 */
export function makeI18n(locale: Locale, messages: Messages): I18n {
  return setupI18n({ locale, messages: { [locale]: messages } })
}
