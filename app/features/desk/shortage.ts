import type { I18n } from '@lingui/core'

import { acrossFrom, type Country } from '~/core/companies/country'
import type { ShortReason } from '~/core/matching/propose-round'
import { countryName } from '~/i18n/words/companies'
import { sectorWords } from './words'

/** What would help a firm that gets too little. */
export const helps = ['validate_firm', 'new_address', 'remind', 'confirm_meaning', 'fill_profile', 'validate_counterparts', 'remind_counterparts', 'lower_score', 'next_round', 'recruit'] as const
export type Help = (typeof helps)[number]

/** What bears on a firm's shortage beside the reason. */
export type HelpFacts = { /** Every listing was understood. */ understood: boolean; completeness: number }

const THIN_BELOW = 60

/** The one next step: what the desk can do at once comes before what the firm must do, and that before finding new firms. */
export function helpFor(why: ShortReason, { understood, completeness }: HelpFacts): Help {
  if (why === 'unreachable') return 'new_address'
  if (why === 'unanswered') return 'remind'
  if (why === 'counterparts_not_validated') return 'validate_counterparts'
  if (!understood) return 'confirm_meaning'
  if (completeness < THIN_BELOW) return 'fill_profile'
  if (why === 'low_scores') return 'lower_score'
  if (why === 'counterparts_unanswered') return 'remind_counterparts'
  return why === 'counterparts_taken' ? 'next_round' : 'recruit'
}

/** Why a firm is short, in few words. */
export const shortReasonName = (i18n: I18n, why: ShortReason): string =>
  ({
    unreachable: i18n._('Its address cannot be written to'),
    unanswered: i18n._('It has not answered its introductions'),
    no_counterparts: i18n._('No counterpart was found'),
    counterparts_not_validated: i18n._('Its counterparts are not validated'),
    counterparts_unreachable: i18n._('Its counterparts cannot be written to'),
    counterparts_unanswered: i18n._('Its counterparts have not answered theirs'),
    low_scores: i18n._('Its pairs score too low'),
    counterparts_taken: i18n._('Its counterparts’ places went to others'),
    few_counterparts: i18n._('It has too few counterparts'),
  })[why]

/** What would help, as a sentence to the organizer. */
export function helpSentence(i18n: I18n, help: Help, { country, sector }: { country: Country; sector: string | null }): string {
  const where = countryName(i18n, acrossFrom(country))
  switch (help) {
    case 'validate_firm': return i18n._('Look at its profile and validate it.')
    case 'new_address': return i18n._('Ask the firm for another address.')
    case 'remind': return i18n._('Telephone the firm: it has introductions to answer.')
    case 'confirm_meaning': return i18n._('A listing was not understood: confirm its meaning.')
    case 'fill_profile': return i18n._('The profile is thin: ask for volumes, certificates and languages.')
    case 'validate_counterparts': return i18n._('Validate the firms it is paired with.')
    case 'remind_counterparts': return i18n._('Wait for its counterparts to answer, or remind them.')
    case 'lower_score': return i18n._('Look at its pairs one by one, or propose again with a lower least score.')
    case 'next_round': return i18n._('It comes first in the next round; more firms of this kind would help.')
    case 'recruit': return sector
      ? i18n._('Find counterparts for it: {country}, {sector}.', { country: where, sector: sectorWords(i18n, sector) })
      : i18n._('Find counterparts for it: {country}.', { country: where })
  }
}
