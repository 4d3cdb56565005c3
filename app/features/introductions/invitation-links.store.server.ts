import type { Country } from '~/core/companies/country'
import type { Direction } from '~/core/companies/profile'
import type { Locale } from '~/core/locale'
import { answered } from '~/platform/refusal'
import type { Db } from '~/platform/supabase.server'
import { tokenHash } from './outbox/links.server'

/** To take over a firm that an organizer entered, or to join a firm's team. */
export type InvitationKind = 'claim' | 'join'

/** What a claim or an invitation leads to: for whom, and whether it still does. */
export type Invitation = {
  kind: InvitationKind
  /** The address it was sent to; nobody else may accept it. */
  email: string
  stand: 'open' | 'used' | 'taken' | 'withdrawn' | 'expired'
  firm: { country: Country; name_native: string | null; name_latin: string | null; name_locale: Locale | null; region: string | null; city: string | null }
  /** What the organizers' list says of a firm to be claimed. */
  listings: { direction: Direction; text: string; language: Locale | null }[]
}

/** What the pages of claims and invitations need. */
export interface InvitationLinksStore {
  /** Null for a link that nobody knows. Changes nothing. */
  read(base: string, kind: InvitationKind): Promise<Invitation | null>
  /** By the caller, who must be signed in under the invited address. Refusals are thrown as `DatabaseRefusal`. */
  accept(base: string, kind: InvitationKind): Promise<'accepted' | 'already'>
}

/** @param admin reads what a link leads to, for whoever holds it; @param caller accepts it */
export const invitationLinksStore = (admin: Db, caller: Db): InvitationLinksStore => ({
  read: async (base, kind) => answered(await admin.rpc('read_invitation', { hash: tokenHash(base, kind) })) as unknown as Invitation | null,
  accept: async (base, kind) => answered(await caller.rpc('accept_invitation', { hash: tokenHash(base, kind) })) as 'accepted' | 'already',
})
