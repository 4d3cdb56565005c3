import { useFrame } from './frame'
import { Action, Foreign, Lines, Panel, Para, Title } from './parts'
import type { Template } from './template'

export type ResumeProps = { firm: string | null; url: string; deskEmail: string | null }

function Resume({ firm, url }: ResumeProps) {
  const { i18n } = useFrame()
  return (
    <>
      <Title>{firm ? i18n._('{firm}: your registration is waiting', { firm }) : i18n._('Your registration is waiting')}</Title>
      <Para>{i18n._('Everything you entered is saved. Sign in with this address, on any device, and you go on where you stopped.')}</Para>
      <Action href={url}>{i18n._('Continue the registration')}</Action>
      <Para quiet>{i18n._('Only published profiles are matched. We remind you once.')}</Para>
    </>
  )
}

export const resumeRegistration: Template<ResumeProps> = {
  subject: i18n => i18n._('Continue where you stopped'),
  preheader: i18n => i18n._('Everything you entered is saved.'),
  Body: Resume,
}

export type ClaimProps = { firm: string; url: string }

function Claim({ firm, url }: ClaimProps) {
  const { i18n, forumName } = useFrame()
  return (
    <>
      <Title>{i18n._('{firm}: is this your firm?', { firm })}</Title>
      <Para>{i18n._('The organisers of {forum} entered your firm from their list of participants. Nothing of it is public, and nobody is introduced to you before you have looked it through.', { forum: forumName ?? i18n._('the forum') })}</Para>
      <Action href={url}>{i18n._('Look at the profile and take it over')}</Action>
      <Para quiet>{i18n._('Not your firm, or no interest? Do nothing: an unclaimed profile is deleted.')}</Para>
    </>
  )
}

export const claimProfile: Template<ClaimProps> = {
  subject: (i18n, { firm }) => i18n._('Your profile at the forum: {firm}', { firm }),
  preheader: i18n => i18n._('Look it through, correct it, take it over.'),
  Body: Claim,
}

/** `firm`: whose team it is; with `desk`, the forum whose desk it is. */
export type InvitationProps = { firm: string; desk?: boolean; inviter: string | null; url: string }

function DeskInvitation({ firm: forum, inviter, url }: InvitationProps) {
  const { i18n } = useFrame()
  return (
    <>
      <Title>{i18n._('Join the desk of {forum}', { forum })}</Title>
      <Para>
        {inviter
          ? i18n._('{inviter} invites you to decide with the organisers of {forum} who is introduced to whom.', { inviter, forum })
          : i18n._('You are invited to decide with the organisers of {forum} who is introduced to whom.', { forum })}
      </Para>
      <Action href={url}>{i18n._('Look at the invitation')}</Action>
      <Para quiet>{i18n._('Sign in with the address this mail came to. If you do not know the forum, do nothing.')}</Para>
    </>
  )
}

function Invitation(props: InvitationProps) {
  const { i18n } = useFrame()
  const { firm, inviter, url } = props
  if (props.desk) return <DeskInvitation {...props} />
  return (
    <>
      <Title>{i18n._('Join {firm} at the desk', { firm })}</Title>
      <Para>
        {inviter
          ? i18n._('{inviter} invites you to look after the profile and the introductions of {firm} together.', { inviter, firm })
          : i18n._('You are invited to look after the profile and the introductions of {firm}.', { firm })}
      </Para>
      <Action href={url}>{i18n._('Look at the invitation')}</Action>
      <Para quiet>{i18n._('Sign in with the address this mail came to. If you do not know the firm, do nothing.')}</Para>
    </>
  )
}

export const teamInvitation: Template<InvitationProps> = {
  subject: (i18n, { firm, desk }) => (desk ? i18n._('Invitation to the desk of {forum}', { forum: firm }) : i18n._('Invitation to the team of {firm}', { firm })),
  preheader: (i18n, { desk }) => (desk ? i18n._('Decide on introductions together.') : i18n._('Look after profile and introductions together.')),
  Body: Invitation,
}

export type JoinRequestProps = { firm: string; asker: string; url: string }

function JoinRequest({ firm, asker, url }: JoinRequestProps) {
  const { i18n } = useFrame()
  return (
    <>
      <Title>{i18n._('Somebody asks to join {firm}', { firm })}</Title>
      <Para>
        {i18n._('This person has proved this address and says that they work for you:')}
        <br />
        <b dir="ltr">{asker}</b>
      </Para>
      <Para>{i18n._('Let them in only if you know them: a member sees your introductions and their contacts.')}</Para>
      <Action href={url}>{i18n._('Let in or refuse')}</Action>
    </>
  )
}

export const joinRequest: Template<JoinRequestProps> = {
  subject: (i18n, { firm }) => i18n._('A request to join {firm}', { firm }),
  preheader: (_i18n, { asker }) => asker,
  Body: JoinRequest,
}

export type ReviewedProps = { firm: string; reasons: string[]; message: string | null; url: string }

function Validated({ firm, message, url }: ReviewedProps) {
  const { i18n } = useFrame()
  return (
    <>
      <Title>{i18n._('{firm} is validated', { firm })}</Title>
      <Para>{i18n._('An organiser has read your profile and stands by it. You may be introduced from now on; each introduction comes by mail, and waits for your answer.')}</Para>
      {message && <Panel title={i18n._('A word from the organisers')}><div style={{ whiteSpace: 'pre-line' }}><Foreign locale={null}>{message}</Foreign></div></Panel>}
      <Action href={url}>{i18n._('Your profile')}</Action>
    </>
  )
}

export const profileValidated: Template<ReviewedProps> = {
  subject: (i18n, { firm }) => i18n._('Validated: {firm}', { firm }),
  preheader: i18n => i18n._('You may be introduced from now on.'),
  Body: Validated,
}

function Returned({ firm, reasons, message, url }: ReviewedProps) {
  const { i18n } = useFrame()
  return (
    <>
      <Title>{i18n._('{firm}: a few things to change', { firm })}</Title>
      <Para>{i18n._('An organiser has read your profile and asks for this before it is matched:')}</Para>
      {reasons.length > 0 && <Lines items={reasons} />}
      {message && <Panel title={i18n._('A word from the organisers')}><div style={{ whiteSpace: 'pre-line' }}><Foreign locale={null}>{message}</Foreign></div></Panel>}
      <Action href={url}>{i18n._('Change the profile')}</Action>
      <Para quiet>{i18n._('Publish it again when it is done; the organisers look at it anew.')}</Para>
    </>
  )
}

export const profileReturned: Template<ReviewedProps> = {
  subject: (i18n, { firm }) => i18n._('Please change your profile: {firm}', { firm }),
  preheader: (i18n, { reasons }) => reasons[0] ?? i18n._('An organiser asks for a few changes.'),
  Body: Returned,
}
