import { render, toPlainText } from '@react-email/render'

import { cleanSubject } from '~/core/introductions/clean-text'
import { claimProfile, joinRequest, profileReturned, profileValidated, resumeRegistration, teamInvitation } from './account-notices'
import { deskDigest, firmDigest } from './digests'
import { MailDocument, type Frame } from './frame'
import { introduction, introductionReminder } from './introduction'
import { introductionConnected, introductionDeclined, introductionWithdrawn, outcomeCheckIn } from './introduction-outcomes'
import { signInCode } from './sign-in-code'
import type { Template } from './template'

/** Every mail the product sends, by its name in the outbox. */
export const templates = {
  sign_in_code: signInCode,
  resume_registration: resumeRegistration,
  claim_profile: claimProfile,
  team_invitation: teamInvitation,
  join_request: joinRequest,
  profile_validated: profileValidated,
  profile_returned: profileReturned,
  introduction,
  passed_introduction: introduction,
  introduction_reminder: introductionReminder,
  introduction_connected: introductionConnected,
  introduction_declined: introductionDeclined,
  introduction_withdrawn: introductionWithdrawn,
  outcome_check_in: outcomeCheckIn,
  firm_digest: firmDigest,
  desk_digest: deskDigest,
} as const

type PropsOf<T> = T extends Template<infer Props> ? Props : never
export type NoticeName = keyof typeof templates
/** A notice with what it is written from: one closed union. */
export type Notice = { [Name in NoticeName]: { notice: Name; props: PropsOf<(typeof templates)[Name]> } }[NoticeName]

const textOptions = {
  selectors: [
    ...['h1', 'h2'].map(selector => ({ selector, options: { uppercase: false, leadingLineBreaks: 2, trailingLineBreaks: 1 } })),
    { selector: 'p', options: { leadingLineBreaks: 1, trailingLineBreaks: 2 } },
  ],
}

/** A mail as it goes out: subject (one line, under 200 characters), HTML and text saying the same. */
export async function renderNotice({ notice, props }: Notice, frame: Frame): Promise<{ subject: string; html: string; text: string }> {
  // The union pairs each name with its props; the table cannot say so to the compiler.
  const { subject: subjectOf, preheader, Body } = templates[notice] as Template<typeof props>
  const subject = cleanSubject(subjectOf(frame.i18n, props, frame.locale))
  const html = await render(
    <MailDocument frame={frame} subject={subject} preheader={preheader(frame.i18n, props, frame.locale)}>
      <Body {...props} />
    </MailDocument>,
  )
  // Zero-width marks lay out the HTML; in plain text they would only be in the way.
  const text = toPlainText(html, textOptions).replace(/\u200b/g, '').replace(/[ \t]+\n/g, '\n').replace(/\n{3,}/g, '\n\n').trim()
  return { subject, html, text: `${text}\n` }
}
