import { z } from 'zod'

import { cleanAddress, cleanLine, cleanText } from '~/core/introductions/clean-text'
import { inLocale } from '~/core/locale'
import type { NoticeName } from '~/emails/render'
import { formatDate } from '~/i18n/format.server'
import { corridorName, corridorStatusName } from '~/i18n/words/companies'
import { isReturnReason, returnReasonName } from '~/i18n/words/reviews'
import { seededText } from '~/i18n/words/seeded'
import { firmLine, languagesLine } from './describe.server'
import { UnsendableMail, type Draft, type DraftFacts } from './draft'
import { introductionProps, openContact, sidesOf } from './introduction-props.server'
import { answerLinks, answers, newBase, tokensFor } from './links.server'

/** After this an unclaimed profile is deleted, and an invitation is asked for anew. */
const INVITATION_DAYS = 60

/** Supabase keeps a sign-in code for this long (`otp_exp`). */
const CODE_MINUTES = 10

const page = ({ origin, mail }: DraftFacts, path: string) => `${origin}${inLocale(path, mail.locale)}`
const noTokens = (path: string, { origin }: DraftFacts) => ({ tokens: [], englishUrl: `${origin}${path}` })

/** The reader's own firm by a name the reader can read. */
function ownFirm({ material: { company } }: DraftFacts): string | null {
  const name = company?.name_native ?? company?.name_latin
  return name ? cleanLine(name, 120) : null
}

const needed = (name: string | null): string => {
  if (!name) throw new UnsendableMail('the firm has no name')
  return name
}

function signInCode(facts: DraftFacts): Draft {
  const { code, token_hash, type } = z.object({ code: z.string().min(4).max(12), token_hash: z.string().min(1), type: z.string().min(1) }).parse(facts.mail.data)
  const url = `${page(facts, '/sign-in/link')}?${new URLSearchParams({ token_hash, type }).toString()}`
  return { notice: { notice: 'sign_in_code', props: { code, url, minutes: CODE_MINUTES } }, tokens: [], englishUrl: null }
}

function introduced(facts: DraftFacts, notice: 'introduction' | 'passed_introduction' | 'introduction_reminder'): Draft {
  const { mail, material, words, origin } = facts
  const base = newBase()
  const props = introductionProps(words, material, answerLinks(origin, mail.locale, base), { passedOn: notice === 'passed_introduction', reminder: notice === 'introduction_reminder' })
  return { notice: { notice, props }, tokens: tokensFor(base, 'answer', answers, material.now), englishUrl: answerLinks(origin, 'en', base).page, replyTo: props.contact?.email ?? null }
}

function connected(facts: DraftFacts): Draft {
  const { material, words } = facts
  const { reader, other } = sidesOf(material)
  const contact = openContact(material)
  if (!contact) throw new UnsendableMail('the contact is not open, or has no address')
  const path = `/home/introductions/${material.introduction!.id}`
  const { chiefly, why, firstStep } = introductionProps(words, material, answerLinks(facts.origin, facts.mail.locale, ''), {})
  const props = { other: firmLine(words, other), contact, chiefly, why, firstStep, languages: languagesLine(words, reader, other), homeUrl: page(facts, path) }
  return { notice: { notice: 'introduction_connected', props }, ...noTokens(path, facts), replyTo: contact.email }
}

function declined(facts: DraftFacts): Draft {
  const props = { other: firmLine(facts.words, sidesOf(facts.material).other), homeUrl: page(facts, '/home') }
  return { notice: { notice: 'introduction_declined', props }, ...noTokens('/home', facts) }
}

function withdrawn(facts: DraftFacts): Draft {
  const { material, words } = facts
  const { introduction, forum } = material
  const wasOpen = Boolean(introduction?.connected_at) || introduction?.mode === 'direct'
  const props = { other: firmLine(words, sidesOf(material).other), wasOpen, deskEmail: forum?.desk_email ?? null, homeUrl: page(facts, '/home') }
  return { notice: { notice: 'introduction_withdrawn', props }, ...noTokens('/home', facts) }
}

function checkIn(facts: DraftFacts): Draft {
  const { after } = z.object({ after: z.enum(['30_days', '6_months']) }).parse(facts.mail.data)
  const path = `/home/introductions/${facts.material.introduction?.id ?? ''}`
  const props = { other: firmLine(facts.words, sidesOf(facts.material).other), after, reportUrl: page(facts, path) }
  return { notice: { notice: 'outcome_check_in', props }, ...noTokens(path, facts) }
}

function resume(facts: DraftFacts): Draft {
  const props = { firm: ownFirm(facts), url: page(facts, '/register'), deskEmail: facts.material.forum?.desk_email ?? null }
  return { notice: { notice: 'resume_registration', props }, ...noTokens('/register', facts) }
}

function claim(facts: DraftFacts): Draft {
  const base = newBase()
  const path = `/claim/${base}`
  const props = { firm: needed(ownFirm(facts)), url: page(facts, path) }
  return { notice: { notice: 'claim_profile', props }, tokens: tokensFor(base, 'claim', ['claim'], facts.material.now, INVITATION_DAYS), englishUrl: `${facts.origin}${path}` }
}

function invitation(facts: DraftFacts): Draft {
  const { inviter, desk } = z.object({ inviter: z.string().nullish(), desk: z.string().optional() }).parse(facts.mail.data)
  const by = inviter ? cleanLine(inviter, 120) : null
  // To a forum's desk one comes by signing in with the address that was invited: no link of the mail is a right.
  if (desk) {
    const url = `${page(facts, '/sign-in')}?to=${encodeURIComponent(inLocale('/desk/join', facts.mail.locale))}`
    return { notice: { notice: 'team_invitation', props: { firm: cleanLine(seededText(facts.words.i18n, desk), 120), desk: true, inviter: by, url } }, ...noTokens('/sign-in', facts) }
  }
  const base = newBase()
  const path = `/join/${base}`
  const props = { firm: needed(ownFirm(facts)), inviter: by, url: page(facts, path) }
  return { notice: { notice: 'team_invitation', props }, tokens: tokensFor(base, 'join', ['join'], facts.material.now, INVITATION_DAYS), englishUrl: `${facts.origin}${path}` }
}

function joinRequest(facts: DraftFacts): Draft {
  const { email } = z.object({ email: z.string() }).parse(facts.mail.data)
  const props = { firm: needed(ownFirm(facts)), asker: cleanAddress(email) ?? cleanLine(email), url: page(facts, '/home/team') }
  return { notice: { notice: 'join_request', props }, ...noTokens('/home/team', facts) }
}

function reviewed(facts: DraftFacts, notice: 'profile_validated' | 'profile_returned'): Draft {
  const { reasons, message } = z.object({ reasons: z.array(z.string()).nullish(), message: z.string().nullish() }).parse(facts.mail.data)
  const sentences = (reasons ?? []).map(reason => (isReturnReason(reason) ? returnReasonName(facts.words.i18n, reason) : cleanLine(reason)))
  const path = notice === 'profile_returned' ? '/register' : '/home'
  const props = { firm: needed(ownFirm(facts)), reasons: sentences, message: message ? cleanText(message, 1_000) : null, url: page(facts, path) }
  return { notice: { notice, props }, ...noTokens(path, facts) }
}

const count = z.number().int().min(0)
const changedCorridor = z.object({ id: z.string(), status: z.string(), as_of: z.string() })

function firmDigest(facts: DraftFacts): Draft {
  const { corridors, ...counts } = z.object({ unanswered: count, connected: count, lapsed: count, completeness: count, corridors: z.array(changedCorridor).default([]) }).parse(facts.mail.data)
  const { i18n, locale } = facts.words
  const changed = corridors.map(({ id, status, as_of }): [string, string] => [corridorName(i18n, id), `${corridorStatusName(i18n, status)} (${formatDate(locale, as_of)})`])
  return { notice: { notice: 'firm_digest', props: { firm: needed(ownFirm(facts)), ...counts, corridors: changed, homeUrl: page(facts, '/home') } }, ...noTokens('/home', facts) }
}

function deskDigest(facts: DraftFacts): Draft {
  const counts = z.object({ waiting: count, to_validate: count, unanswered: count, connected: count, alarms: count }).parse(facts.mail.data)
  const { to_validate: toValidate, ...rest } = counts
  return { notice: { notice: 'desk_digest', props: { ...rest, toValidate, deskUrl: page(facts, '/desk') } }, ...noTokens('/desk', facts) }
}

const drafts: Record<NoticeName, (facts: DraftFacts) => Draft> = {
  sign_in_code: signInCode,
  resume_registration: resume,
  claim_profile: claim,
  team_invitation: invitation,
  join_request: joinRequest,
  profile_validated: facts => reviewed(facts, 'profile_validated'),
  profile_returned: facts => reviewed(facts, 'profile_returned'),
  introduction: facts => introduced(facts, 'introduction'),
  passed_introduction: facts => introduced(facts, 'passed_introduction'),
  introduction_reminder: facts => introduced(facts, 'introduction_reminder'),
  introduction_connected: connected,
  introduction_declined: declined,
  introduction_withdrawn: withdrawn,
  outcome_check_in: checkIn,
  firm_digest: firmDigest,
  desk_digest: deskDigest,
}

/** Drafts the notice that a row of the outbox names. Throws where nobody knows it, or its data is not what it needs. */
export function draftNotice(facts: DraftFacts): Draft {
  const { notice } = facts.mail
  if (!Object.hasOwn(drafts, notice)) throw new UnsendableMail(`no notice is called ${notice}`)
  return drafts[notice as NoticeName](facts)
}
