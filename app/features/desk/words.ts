import type { I18n } from '@lingui/core'

import { corridorName, languageName, sectorName } from '~/i18n/words/companies'
import { dealTypeName } from '~/i18n/words/matches'
import { regionName } from '~/i18n/words/regions'
import { sectors } from '~/core/companies/sectors'
import { isDealType } from '~/core/taxonomy/deal-types'
import type { Flag } from './desk-facts'
import type { FilterName, Sort, Tab } from './queue-filters'
import type { SnoozeChoice } from './snooze'

/** A flag in two or three words, for a tag. */
export const flagName = (i18n: I18n, flag: Flag): string =>
  ({
    stale: i18n._('Changed since'),
    not_validated: i18n._('Not validated'),
    no_shared_language: i18n._('No shared language'),
    corridor_closed: i18n._('Corridor closed'),
    corridor_restricted: i18n._('Corridor restricted'),
    missing_certificate: i18n._('Document missing'),
    thin_profile: i18n._('Thin profile'),
    old_profile: i18n._('Old profile'),
    suppressed: i18n._('Address unreachable'),
    already_met: i18n._('Already met'),
  })[flag]

/** A flag as a sentence that says what follows from it. */
export const flagSentence = (i18n: I18n, flag: Flag): string =>
  ({
    stale: i18n._('A firm changed its profile after the first approval: look again before approving.'),
    not_validated: i18n._('Approval needs both firms validated.'),
    no_shared_language: i18n._('The two share no working language: an interpreter is needed from the first call.'),
    corridor_closed: i18n._('Every corridor that both firms use is closed at present.'),
    corridor_restricted: i18n._('No corridor that both firms use is fully open at present.'),
    missing_certificate: i18n._('The bringing side has not named a certificate that its goods need at the border.'),
    thin_profile: i18n._('One of the profiles is less than 60 % complete.'),
    old_profile: i18n._('One of the profiles was last confirmed more than 60 days ago.'),
    suppressed: i18n._('One of the addresses cannot be written to.'),
    already_met: i18n._('These two firms were introduced at an earlier forum.'),
  })[flag]

export const tabName = (i18n: I18n, tab: Tab): string =>
  ({ waiting: i18n._('Waiting'), snoozed: i18n._('Snoozed'), approved: i18n._('Approved'), rejected: i18n._('Rejected') })[tab]

export const sortName = (i18n: I18n, sort: Sort): string =>
  ({ best: i18n._('Best first'), weakest: i18n._('Weakest first'), newest: i18n._('Newest first'), oldest: i18n._('Oldest first') })[sort]

export const filterName = (i18n: I18n, filter: FilterName): string =>
  ({
    score: i18n._('Score'), sector: i18n._('Sector'), deal: i18n._('Kind of deal'), corridor: i18n._('Corridor'), region: i18n._('Region'), language: i18n._('Shared language'),
    flag: i18n._('Flag'), pkSector: i18n._('Sector in Pakistan'), kzSector: i18n._('Sector in Kazakhstan'),
  })[filter]

/** A sector's name from a database code; an unknown one stays as it is. */
export const sectorWords = (i18n: I18n, sector: string | null): string => (sectors.find(known => known === sector) ? sectorName(i18n, sector as (typeof sectors)[number]) : (sector ?? ''))

/** What a filter's value is called. */
export function filterValueName(i18n: I18n, filter: FilterName, value: string): string {
  if (filter === 'score') return i18n._('{score} and more', { score: value })
  if (filter === 'sector' || filter === 'pkSector' || filter === 'kzSector') return sectorWords(i18n, value)
  if (filter === 'deal') return isDealType(value) ? dealTypeName(i18n, value) : value
  if (filter === 'corridor') return corridorName(i18n, value)
  if (filter === 'region') return regionName(i18n, value)
  if (filter === 'language') return languageName(i18n, value)
  return flagName(i18n, value as Flag)
}

/** How long ago, in few letters: '4 h', '3 d'. */
export function shortAge(i18n: I18n, since: Date, now: Date): string {
  const hours = Math.max(0, Math.floor((now.getTime() - since.getTime()) / 3_600_000))
  return hours < 24 ? i18n._('{hours} h', { hours }) : i18n._('{days} d', { days: Math.floor(hours / 24) })
}

/** How long ago, in words. */
export function daysAgo(i18n: I18n, since: Date, now: Date): string {
  const days = Math.max(0, Math.floor((now.getTime() - since.getTime()) / 86_400_000))
  return days === 0 ? i18n._('today') : i18n._('{days, plural, one {# day ago} other {# days ago}}', { days })
}

export const snoozeName = (i18n: I18n, choice: SnoozeChoice): string =>
  ({ tomorrow: i18n._('Until tomorrow'), monday: i18n._('Until Monday'), month: i18n._('For a month'), date: i18n._('Until a date') })[choice]
