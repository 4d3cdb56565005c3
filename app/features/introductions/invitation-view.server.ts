import type { I18n } from '@lingui/core'

import { cleanLine } from '~/core/introductions/clean-text'
import { countryName } from '~/i18n/words/companies'
import { regionName } from '~/i18n/words/regions'
import type { DatabaseRefusal } from '~/platform/refusal'
import type { Invitation } from './invitation-links.store.server'

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()

/** A claim or an invitation as its page shows it, for a visitor or for somebody signed in. */
export function viewInvitation(i18n: I18n, { kind, email, stand, firm, listings }: Invitation, callerEmail: string | null) {
  const lines = (direction: 'brings' | 'seeks') => listings.filter(listing => listing.direction === direction).map(({ text, language }) => ({ text: cleanLine(text, 160), language }))
  return {
    kind, email, stand,
    name: cleanLine(firm.name_native ?? firm.name_latin ?? '', 120), nameLocale: firm.name_locale,
    // A city that is a region of its own is named once.
    place: [...new Set([firm.city && cleanLine(firm.city, 60), firm.region && regionName(i18n, firm.region), countryName(i18n, firm.country)])].filter(Boolean).join(', '),
    country: firm.country,
    brings: lines('brings'), seeks: lines('seeks'),
    /** Who is here: nobody known, the invited person, or somebody else. */
    reader: callerEmail === null ? ('visitor' as const) : same(callerEmail, email) ? ('invited' as const) : ('other' as const),
    callerEmail,
  }
}
export type InvitationView = ReturnType<typeof viewInvitation>

/** Why it could not be accepted, and what to do. */
export function acceptingTrouble(i18n: I18n, { reason, facts }: DatabaseRefusal): string {
  switch (reason) {
    case 'has_company':
      return typeof facts.firm === 'string'
        ? i18n._('You work on {firm} already, and an account looks after one firm. Leave it first, or ask for the invitation to go to another address.', { firm: cleanLine(facts.firm, 120) })
        : i18n._('You have begun to register a firm, and an account looks after one. Delete that registration first, or ask for the invitation to go to another address.')
    case 'other_address':
      return i18n._('This invitation is for another address. Sign in with the one the mail came to.')
    default:
      return i18n._('This invitation was accepted, withdrawn or has lapsed meanwhile.')
  }
}
