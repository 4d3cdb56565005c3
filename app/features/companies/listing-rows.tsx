import type { I18n } from '@lingui/core'

import type { SummaryRow } from '~/ui/summary-rows'
import type { ListingView } from './listing-view.server'

/** What a firm brings or seeks, row by row: its words, and below them how they were understood. */
export function listingRows(i18n: I18n, listings: readonly ListingView[]): SummaryRow[] {
  return listings.map(({ text, language, kind, volume, meaning }) => ({
    label: kind,
    value: (
      <>
        <bdi lang={language ?? undefined} className="font-semibold">{text}</bdi>
        {volume && <> · <bdi className="num">{volume}</bdi></>}
        {meaning && <span className="text-ink-2 block text-[.9375rem]">{i18n._('Understood as:')} {meaning}</span>}
      </>
    ),
  }))
}
