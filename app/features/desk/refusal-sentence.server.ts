import type { I18n } from '@lingui/core'

import type { Country } from '~/core/companies/country'
import type { Locale } from '~/core/locale'
import { formatDateTime } from '~/i18n/format.server'
import { countryName } from '~/i18n/words/companies'
import { introductionStateName, matchStateName } from '~/i18n/words/matches'
import type { IntroductionState, MatchState } from '~/core/transitions'
import type { DatabaseRefusal } from '~/platform/refusal'

const text = (value: unknown) => (typeof value === 'string' ? value : '')

/** Why a decision did not happen, and what to do: a sentence from what the database answered. */
export function refusalSentence(i18n: I18n, locale: Locale, { reason, facts }: Pick<DatabaseRefusal, 'reason' | 'facts'>): string {
  const country = facts.country === 'PK' || facts.country === 'KZ' ? countryName(i18n, facts.country as Country) : ''
  switch (reason) {
    case 'match_decided':
      return facts.at
        ? i18n._('{name} decided this pair on {when}: {state}. Your decision was not recorded.', {
            name: text(facts.by), when: formatDateTime(locale, text(facts.at)), state: matchStateName(i18n, facts.state as MatchState),
          })
        : i18n._('This pair was decided meanwhile. Your decision was not recorded.')
    case 'not_validated':
      return country ? i18n._('The firm from {country} is not validated yet. Validate it first, then approve.', { country }) : i18n._('A firm is not validated yet.')
    case 'suppressed':
      return country
        ? i18n._('The address of the firm from {country} cannot be written to ({why}). Ask the firm for another one.', { country, why: suppressionName(i18n, text(facts.kind)) })
        : i18n._('An address cannot be written to.')
    case 'no_address':
      return i18n._('The firm from {country} has no e-mail address.', { country })
    case 'unanswered_cap':
      return country
        ? i18n._('The firm from {country} already has {cap} introductions it has not answered. Snooze this pair, or withdraw one of those.', { country, cap: Number(facts.cap) })
        : i18n._('A firm has as many unanswered introductions as the forum allows.')
    case 'other_country_must_approve':
      return i18n._('{name} has approved for your country. This forum wants an organiser of the other country to approve too.', { name: text(facts.by) })
    case 'already_sent':
      return i18n._('The e-mails have left ({state}): it is too late to undo. You can withdraw the introduction.', { state: introductionStateName(i18n, facts.state as IntroductionState) })
    case 'note_needed':
      return i18n._('Say in the note why you reject this pair.')
    case 'date_in_past':
      return i18n._('Choose a day to come, within a year.')
    case 'too_many_pairs':
      return i18n._('That is more than {most} pairs: narrow the filters first.', { most: Number(facts.most) })
    case 'weights_changed':
      return i18n._('{name} saved other weights on {when}. Look at them first; yours were not saved.', { name: text(facts.by), when: facts.at ? formatDateTime(locale, text(facts.at)) : '' })
    case 'bad_weights':
      return i18n._('Weights are whole per cents that make 100 together, with at least 10 for the product fit.')
    case 'round_undone':
      return i18n._('This round was undone. Propose a new one.')
    case 'round_applied':
      return i18n._('This round was applied meanwhile.')
    case 'a_zero_holds':
      return i18n._('A mark of nought holds a profile back: return it to the firm, or mark it again.')
    case 'profile_state':
      return i18n._('The profile has changed state meanwhile. Open it again.')
    case 'introduction_state':
      return i18n._('The introduction has moved on meanwhile ({state}).', { state: introductionStateName(i18n, facts.state as IntroductionState) })
    default:
      return i18n._('It is not here any more, or not yours to decide.')
  }
}

/** Why an address is not written to. */
export const suppressionName = (i18n: I18n, kind: string): string =>
  ({ bounce: i18n._('mail to it bounces'), complaint: i18n._('its owner complained of our mail'), unsubscribe: i18n._('its owner unsubscribed from introductions') })[kind] ?? kind
