import type { I18n } from '@lingui/core'

import type { Country } from '~/core/companies/country'
import type { Kind } from '~/core/companies/kinds'
import type { Direction } from '~/core/companies/profile'

export type Example = { text: string; kind: Kind }

/** A few listings to tap, in the reader's language, as firms of that country would write them. */
export function exampleListings(i18n: I18n, country: Country, direction: Direction): Example[] {
  const pakistanOffers: Example[] = [
    { text: i18n._('finished sheep leather for garments'), kind: 'goods' },
    { text: i18n._('tanning technology and training of workers'), kind: 'training' },
    { text: i18n._('surgical instruments'), kind: 'goods' },
    { text: i18n._('container handling at Karachi port'), kind: 'port' },
  ]
  const kazakhstanOffers: Example[] = [
    { text: i18n._('raw sheepskins, salted'), kind: 'goods' },
    { text: i18n._('linseed and rapeseed'), kind: 'goods' },
    { text: i18n._('polypropylene granules'), kind: 'goods' },
    { text: i18n._('trucks on the road via Turkmenistan'), kind: 'transport' },
  ]
  const ours = (country === 'PK') === (direction === 'brings')
  return ours ? pakistanOffers : kazakhstanOffers
}
