import { countryName } from '~/i18n/words/companies'
import { FirmHead, type FirmLine } from './firms'
import { useFrame } from './frame'
import { ContactPanel, type OpenContact } from './introduction'
import { Action, Heading, Lines, Para, Title } from './parts'
import type { Template } from './template'

const nameOf = ({ other }: { other: FirmLine }) => ({ name: other.latinName ?? other.name, place: other.city })

export type ConnectedProps = {
  other: FirmLine
  contact: OpenContact
  chiefly: string
  why: string[]
  firstStep: string[]
  languages: string
  homeUrl: string
}

function Connected({ other, contact, why, firstStep, languages, homeUrl }: ConnectedProps) {
  const { i18n } = useFrame()
  const steps = [
    i18n._('Write today: answer this mail and it reaches {name}.', { name: contact.name }),
    i18n._('Propose a call this week, between 11:00 and 16:00. Karachi and Almaty keep the same clock (UTC+5): an hour there is the same hour here.'),
    ...firstStep,
  ]
  return (
    <>
      <Title>{i18n._('You both said yes')}</Title>
      <Para>{i18n._('Here is the person to speak to. They receive your contact in the same minute.')}</Para>
      <FirmHead firm={other} />
      <ContactPanel contact={contact} />
      <Heading>{i18n._('First steps')}</Heading>
      <Lines items={steps} ordered />
      <Para quiet>{i18n._('Working languages')}: {languages}</Para>
      <Heading>{i18n._('Why you two')}</Heading>
      <Lines items={why} />
      <Action href={homeUrl} tone="secondary">{i18n._('See the introduction, and say what became of it')}</Action>
    </>
  )
}

export const introductionConnected: Template<ConnectedProps> = {
  subject: (i18n, props) => i18n._('Both said yes: {name}, {place}', nameOf(props)),
  preheader: (i18n, { contact }) => i18n._('{name} waits for your word; answer this mail to write.', { name: contact.name }),
  Body: Connected,
}

export type DeclinedProps = { other: FirmLine; homeUrl: string }

/** Kindly, and without the other side's reason: that was told to the organizers alone. */
function Declined({ other, homeUrl }: DeclinedProps) {
  const { i18n } = useFrame()
  return (
    <>
      <Title>{i18n._('This one will not go ahead')}</Title>
      <Para>{i18n._('Thank you for saying yes. {name} cannot take it up now. Such answers have many causes, and most say nothing of you.', { name: other.latinName ?? other.name })}</Para>
      <Para>{i18n._('Your contacts were not passed on. Your profile stays in the round, and the desk keeps looking for a better partner.')}</Para>
      <Action href={homeUrl} tone="secondary">{i18n._('Look at your profile')}</Action>
    </>
  )
}

export const introductionDeclined: Template<DeclinedProps> = {
  subject: (i18n, props) => i18n._('Not this time: {name}, {place}', nameOf(props)),
  preheader: i18n => i18n._('Your contacts were not passed on; we keep looking.'),
  Body: Declined,
}

export type WithdrawnProps = { other: FirmLine; wasOpen: boolean; deskEmail: string | null; homeUrl: string }

function Withdrawn({ other, wasOpen, deskEmail, homeUrl }: WithdrawnProps) {
  const { i18n } = useFrame()
  const name = other.latinName ?? other.name
  return (
    <>
      <Title>{i18n._('An introduction was taken back')}</Title>
      <Para>{i18n._('The organisers have taken back your introduction to {name}, {country}. You need not answer it.', { name, country: countryName(i18n, other.country) })}</Para>
      <Para>
        {wasOpen
          ? i18n._('You have each other’s contacts already; ask the desk before you use them.')
          : i18n._('No contacts were passed on.')}
      </Para>
      {deskEmail && <Para quiet>{i18n._('Questions? Answer this mail: it reaches the desk.')}</Para>}
      <Action href={homeUrl} tone="secondary">{i18n._('Your introductions')}</Action>
    </>
  )
}

export const introductionWithdrawn: Template<WithdrawnProps> = {
  subject: (i18n, props) => i18n._('Taken back: introduction to {name}, {place}', nameOf(props)),
  preheader: i18n => i18n._('You need not answer it.'),
  Body: Withdrawn,
}

export type CheckInProps = { other: FirmLine; after: '30_days' | '6_months'; reportUrl: string }

function CheckIn({ other, after, reportUrl }: CheckInProps) {
  const { i18n } = useFrame()
  const name = other.latinName ?? other.name
  return (
    <>
      <Title>{i18n._('What became of it?')}</Title>
      <Para>
        {after === '30_days'
          ? i18n._('A month ago you and {name} were put in touch. One tap tells the desk how far you are.', { name })
          : i18n._('Half a year ago you and {name} were put in touch. One tap tells the desk how far you are.', { name })}
      </Para>
      <FirmHead firm={other} />
      <Action href={`${reportUrl}?outcome=met`}>{i18n._('We met or spoke')}</Action>
      <Action href={`${reportUrl}?outcome=trial_order`} tone="secondary">{i18n._('A sample or trial order')}</Action>
      <Action href={`${reportUrl}?outcome=contract`} tone="secondary">{i18n._('A contract or a shipment')}</Action>
      <Action href={reportUrl} tone="secondary">{i18n._('Nothing yet, or something else')}</Action>
      <Para quiet>{i18n._('What you report is counted as claimed until a document or customs confirms it.')}</Para>
    </>
  )
}

export const outcomeCheckIn: Template<CheckInProps> = {
  subject: (i18n, props) => i18n._('You and {name}: what became of it?', nameOf(props)),
  preheader: i18n => i18n._('One tap tells the desk how far you are.'),
  Body: CheckIn,
}
