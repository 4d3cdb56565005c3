import type { I18n } from '@lingui/core'

import { endOf } from '~/core/companies/listing-end'
import type { Direction, Listing } from '~/core/companies/profile'
import type { Locale } from '~/core/locale'
import { labelOf } from '~/core/taxonomy/dictionary'
import type { Lexicon } from '~/core/taxonomy/lexicon'
import { formatDate, formatNumber } from '~/i18n/format.server'
import { kindName, periodName, unitName } from '~/i18n/words/companies'

/** A listing as pages show it: figures formatted, codes in the reader's words. `meaning` is null where nothing was understood. */
export type ListingView = { id: string; direction: Direction; text: string; language: Locale | null; kind: string; volume: string | null; meaning: string | null; /** Its last day in words, and how near that is; null where it has none. */ end: { date: string; stands: ReturnType<typeof endOf> } | null }

/** '40 t a month', or null without an amount. */
export function volumeText(i18n: I18n, locale: Locale, { amount, unit, period }: Pick<Listing, 'amount' | 'unit' | 'period'>): string | null {
  if (amount === null || !unit) return null
  const figure = formatNumber(locale, amount, 2)
  const measured = unit === 'usd' ? `US$${figure}` : `${figure} ${unitName(i18n, unit, amount)}`
  return period ? `${measured} ${periodName(i18n, period)}` : measured
}

/** @param today an ISO day */
export function listingView(i18n: I18n, locale: Locale, lexicon: Lexicon, listing: Listing, today: string): ListingView {
  const code = listing.confirmedCode ?? listing.concepts[0]?.code
  return {
    id: listing.id, direction: listing.direction, text: listing.text, language: listing.language, kind: kindName(i18n, listing.kind),
    end: listing.expiresOn ? { date: formatDate(locale, listing.expiresOn), stands: endOf(listing.expiresOn, today) } : null,
    volume: volumeText(i18n, locale, listing), meaning: code ? labelOf(lexicon.dictionary, code, locale) : null,
  }
}
