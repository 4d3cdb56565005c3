import type { Country } from '~/core/companies/country'
import type { Locale } from '~/core/locale'
import { answered } from '~/platform/refusal'
import type { Db } from '~/platform/supabase.server'

export const roles = ['lead', 'organizer'] as const
export type Role = (typeof roles)[number]
export type TeamMember = { id: string; name: string; country: Country; role: Role; email: string | null; since: string }
export type TeamInvitation = { email: string; name: string; country: Country; role: Role; at: string }
export type OpenInvitation = { forum: string; name: string; role: Role; country: Country; by: string | null; at: string }

/** Who works at the desk. Refusals of the database are thrown as `DatabaseRefusal`. */
export interface TeamDesk {
  team(forum: string): Promise<{ members: TeamMember[]; invited: TeamInvitation[] }>
  invite(forum: string, who: { email: string; name: string; country: Country; role: Role; locale: Locale }): Promise<void>
  withdraw(forum: string, email: string): Promise<void>
  setRole(forum: string, member: string, role: Role): Promise<void>
  remove(forum: string, member: string): Promise<void>
  /** Invitations to the caller's own, proved address. */
  mine(): Promise<OpenInvitation[]>
  accept(forum: string): Promise<void>
}

export const teamDesk = (db: Db): TeamDesk => ({
  team: async forum => answered(await db.rpc('desk_team', { forum })) as unknown as Awaited<ReturnType<TeamDesk['team']>>,
  invite: async (forum, { email, name, country, role, locale }) =>
    void answered(await db.rpc('invite_organizer', { forum, address: email, of_name: name, of_country: country, of_role: role, of_locale: locale })),
  withdraw: async (forum, email) => void answered(await db.rpc('withdraw_organizer_invitation', { forum, address: email })),
  setRole: async (forum, member, role) => void answered(await db.rpc('set_organizer_role', { forum, member, of_role: role })),
  remove: async (forum, member) => void answered(await db.rpc('remove_organizer', { forum, member })),
  mine: async () => answered(await db.rpc('my_desk_invitations')) as unknown as OpenInvitation[],
  accept: async forum => void answered(await db.rpc('accept_desk_invitation', { forum })),
})
