import type { I18n } from '@lingui/core'
import { z } from 'zod'

import { countries } from '~/core/companies/country'
import { locales, type Locale } from '~/core/locale'
import { formatDate } from '~/i18n/format.server'
import { readForm } from '~/platform/forms.server'
import { DatabaseRefusal } from '~/platform/refusal'
import { refusalSentence } from './refusal-sentence.server'
import { roles, type Role, type TeamDesk } from './team.store.server'

type Desk = { i18n: I18n; locale: Locale; forum: { id: string }; me: { userId: string; role: Role } }

export const roleName = (i18n: I18n, role: Role): string => ({ lead: i18n._('Lead: decides, and looks after the team'), organizer: i18n._('Organiser: decides') })[role]

const forms = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('invite'), email: z.string().trim().pipe(z.email()), name: z.string().trim().min(1).max(120), country: z.enum(countries), role: z.enum(roles), locale: z.enum(locales),
  }),
  z.object({ act: z.literal('withdraw'), email: z.string() }),
  z.object({ act: z.literal('role'), member: z.uuid(), role: z.enum(roles) }),
  z.object({ act: z.literal('remove'), member: z.uuid() }),
])

/** The team as its page shows it. */
export async function teamView({ i18n, locale, forum, me }: Desk, store: TeamDesk) {
  const { members, invited } = await store.team(forum.id)
  return {
    mayChange: me.role === 'lead',
    members: members.map(member => ({ ...member, roleName: roleName(i18n, member.role), since: formatDate(locale, member.since), isMe: member.id === me.userId })),
    invited: invited.map(one => ({ ...one, roleName: roleName(i18n, one.role), at: formatDate(locale, one.at) })),
    roles: roles.map(role => ({ id: role, name: roleName(i18n, role) })),
  }
}
export type TeamView = Awaited<ReturnType<typeof teamView>>

/** Carries a change of the team out; null when done, else why not. */
export async function changeTeam(desk: Desk, store: TeamDesk, form: FormData): Promise<string | null> {
  const { i18n, forum } = desk
  const reading = readForm(form, forms)
  if (!reading.ok) return i18n._('Give a name, an e-mail address, a country and a role. Nothing was changed.')
  const said = reading.value
  try {
    if (said.act === 'invite') await store.invite(forum.id, said)
    else if (said.act === 'withdraw') await store.withdraw(forum.id, said.email)
    else if (said.act === 'role') await store.setRole(forum.id, said.member, said.role)
    else await store.remove(forum.id, said.member)
    return null
  } catch (error) {
    if (!(error instanceof DatabaseRefusal) || error.status === 404) throw error
    const sentences: Record<string, string> = {
      lead_only: i18n._('Only a lead may change the team.'),
      in_team_already: i18n._('This address works at this desk already.'),
      invited_often: i18n._('Twenty invitations went out today. Go on tomorrow.'),
      bad_invitation: i18n._('Give a name, an e-mail address, a country and a role. Nothing was changed.'),
      last_lead: i18n._('A desk needs a lead: make somebody else one first.'),
      dual_key_needs_both: i18n._('Two keys need an organiser of each country: invite one first.'),
    }
    return sentences[error.reason] ?? refusalSentence(i18n, desk.locale, error)
  }
}
