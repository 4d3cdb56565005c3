import { answered } from '~/platform/refusal'
import type { Db } from '~/platform/supabase.server'

/** What an organizer last decided of the profile, and why. */
export type LatestReview = { decision: 'validate' | 'return' | 'suspend' | 'reinstate'; reasons: string[]; message: string | null; at: string }

/** An organizer wrote into the profile: entered it, took it from a spreadsheet, changed it, or merged another into it. */
export type DoneOnBehalf = { at: string; action: 'enter' | 'import' | 'edit_on_behalf' | 'merge'; by: string | null }

export type TeamMember = { user: string; email: string; role: 'owner' | 'member'; since: string }
/** Somebody whom the owner asked, and who has not answered yet. */
export type TeamInvitation = { email: string; since: string }
/** Why nobody was invited, when nobody was. */
export type InvitingResult = 'invited' | 'already' | 'member' | 'suppressed' | 'invited_often'
export type JoinRequest = { user: string; email: string; since: string }

export type Team = { members: TeamMember[]; asking: JoinRequest[]; invited: TeamInvitation[] }

/** What a firm's home shows of its profile. `onBehalf`: what organizers wrote into it, the newest first. */
export type CompanyHome = { review: LatestReview | null; team: Team; onBehalf: DoneOnBehalf[] }

export const mailCategories = ['introductions', 'digests', 'account'] as const
export type MailCategory = (typeof mailCategories)[number]

/** What the pages of a firm's home need beside its profile. */
export interface HomeStore {
  home(company: string): Promise<CompanyHome>
  team(company: string): Promise<Team>
  /** The owner accepts or refuses somebody who asks to join. */
  decideJoinRequest(company: string, asker: string, accept: boolean): Promise<void>
  /** The owner asks somebody to work on the profile, by a mail with a link for that address alone. */
  invite(company: string, address: string): Promise<InvitingResult>
  withdrawInvitation(company: string, address: string): Promise<void>
  mailPreferences(): Promise<Record<MailCategory, boolean>>
  setMailPreference(category: MailCategory, wanted: boolean): Promise<void>
  /** Deletes the account, and the firms of which the caller is the only member. */
  leave(): Promise<void>
  /** Everything that is kept of the caller and his firm, as it is stored. */
  everything(userId: string, company: string | null): Promise<Record<string, unknown>>
}

export function homeStore(db: Db): HomeStore {
  return {
    home: async company => answered(await db.rpc('company_home', { company })) as unknown as CompanyHome,
    team: async company => answered(await db.rpc('company_team', { company })) as unknown as Team,
    async decideJoinRequest(company, asker, accept) {
      answered(await db.rpc('decide_join_request', { company, asker, accept }))
    },
    invite: async (company, address) => answered(await db.rpc('invite_member', { company, address })) as InvitingResult,
    async withdrawInvitation(company, address) {
      answered(await db.rpc('withdraw_invitation', { company, address }))
    },
    mailPreferences: async () => answered(await db.rpc('my_mail_preferences')) as Record<MailCategory, boolean>,
    async setMailPreference(category, wanted) {
      answered(await db.rpc('set_mail_preference', { of_category: category, wanted }))
    },
    async leave() {
      answered(await db.rpc('leave'))
    },
    async everything(userId, company) {
      const memberships = answered(await db.from('company_members').select('*').eq('user_id', userId))
      const joinRequests = answered(await db.from('join_requests').select('*').eq('user_id', userId))
      const mailPreferences = answered(await db.rpc('my_mail_preferences'))
      const held = answered(await db.rpc('my_data')) as Record<string, unknown>
      if (!company) return { memberships, joinRequests, mailPreferences, ...held }
      const [profile, contacts, listings, participations, consents, introductions, answers, outcomes, review] = await Promise.all([
        db.from('companies').select('*').eq('id', company).then(answered),
        db.from('contacts').select('*').eq('company_id', company).then(answered),
        db.from('listings').select('*').eq('company_id', company).order('direction').order('position').then(answered),
        db.from('participations').select('*').eq('company_id', company).then(answered),
        db.from('consents').select('*').eq('company_id', company).order('recorded_at').then(answered),
        db.rpc('company_introductions', { company }).then(answered),
        db.from('answers').select('*').eq('company_id', company).then(answered),
        db.from('outcomes').select('*').eq('company_id', company).then(answered),
        db.rpc('latest_review', { company }).then(answered),
      ])
      return { company: profile[0] ?? null, contacts, listings, participations, consents, memberships, joinRequests, introductions, answers, outcomes, review, mailPreferences, ...held }
    },
  }
}
