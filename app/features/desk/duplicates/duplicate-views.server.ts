import type { I18n } from '@lingui/core'

import type { LikenessReason } from '~/core/companies/duplicates'
import type { Locale } from '~/core/locale'
import { formatDate, formatNumber } from '~/i18n/format.server'
import { profileStateName, registrationKindName } from '~/i18n/words/companies'
import { regionName } from '~/i18n/words/regions'
import type { DuplicatePair, DuplicateSide } from './duplicates.store.server'

type Reader = { i18n: I18n; locale: Locale }

const reasonName = (i18n: I18n, reason: LikenessReason): string =>
  ({
    registration: i18n._('Same registration number'),
    name: i18n._('Same name'),
    near_name: i18n._('Almost the same name'),
    email: i18n._('Same e-mail address'),
    mail_domain: i18n._('Same mail domain'),
    phone: i18n._('Same telephone'),
    website: i18n._('Same website'),
    city: i18n._('Same town'),
  })[reason]

/** One of two firms, line by line: what an organizer compares. */
export function sideView({ i18n, locale }: Reader, side: DuplicateSide) {
  const count = (n: number) => formatNumber(locale, n)
  return {
    id: side.id, country: side.country, native: side.native, latin: side.latin, locale: side.locale,
    rows: [
      { label: i18n._('State'), value: profileStateName(i18n, side.state) },
      { label: side.registrationKind ? registrationKindName(i18n, side.registrationKind) : i18n._('Registration number'), value: side.registrationNumber ?? '' },
      { label: i18n._('Place'), value: [side.city, side.region ? regionName(i18n, side.region) : ''].filter(Boolean).join(', ') },
      { label: i18n._('E-mail'), value: side.email ?? '' },
      { label: i18n._('Telephone'), value: side.phone ?? '' },
      { label: i18n._('Website'), value: side.website ?? '' },
      { label: i18n._('Its own people'), value: count(side.members) },
      { label: i18n._('Complete'), value: `${side.completeness} %` },
      { label: i18n._('Suggested'), value: count(side.suggested) },
      { label: i18n._('Introduced'), value: count(side.introduced) },
      { label: i18n._('Brings and seeks'), value: side.listings.join(' · ') },
      { label: i18n._('Changed'), value: formatDate(locale, side.updatedAt) },
    ],
  }
}
export type SideView = ReturnType<typeof sideView>

/** The likely duplicates, the surest first. */
export function duplicatesView(reader: Reader, { total, pairs }: { total: number; pairs: readonly DuplicatePair[] }) {
  const { i18n } = reader
  return {
    total: i18n._('{count, plural, one {# pair of firms is likely one firm} other {# pairs of firms are likely one firm each}}', { count: total }),
    pairs: pairs.map(pair => ({ one: sideView(reader, pair.one), other: sideView(reader, pair.other), reasons: pair.reasons.map(reason => reasonName(i18n, reason)) })),
  }
}
