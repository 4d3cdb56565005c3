import { formatDate } from '~/i18n/format.server'
import { countryName } from '~/i18n/words/companies'
import { FirmHead, Meeting, type FirmLine, type ListingLine } from './firms'
import { useFrame } from './frame'
import { Action, Facts, Foreign, Heading, Lines, Panel, Para, Title } from './parts'
import type { Template } from './template'

/** What each side brings and seeks, as far as it met. */
export type Exchange = { brought: ListingLine[]; sought: ListingLine[]; /** What met is made by the other, rather than sought. */ soughtIsMade: boolean }

export type OpenContact = { name: string; role: string | null; email: string; phone: string | null }

export type IntroductionProps = {
  reader: FirmLine
  other: FirmLine
  /** The other firm's own words of itself, shortened. */
  about: string | null
  /** One sentence each, the strongest first. */
  why: string[]
  /** The concept that the pair is chiefly about, for the subject. */
  chiefly: string
  /** What they bring and you seek; what you bring and they seek. Empty where nothing met that way. */
  theyBring: Exchange | null
  youBring: Exchange | null
  /** What else the other firm brings and seeks, by name. */
  alsoBrings: string | null
  alsoSeeks: string | null
  /** What a manager must know before saying yes: documents, corridor, languages. */
  practical: { documents: string | null; corridor: string | null; languages: string }
  /** The step the desk suggests, in sentences. */
  firstStep: string[]
  /** The organizer's own word to the reader. */
  note: string | null
  /** Open from the first mail only in direct mode. */
  contact: OpenContact | null
  /** ISO date until which the desk waits for an answer. */
  answerBy: string
  links: { yes: string; notNow: string; no: string; page: string }
  /** A colleague passed it on. */
  passedOn: boolean
  /** It was sent before, and not answered. */
  reminder: boolean
}

/** Who it is, in the reader's own terms. */
function Opening({ other, about, contact, passedOn, reminder, answerBy }: IntroductionProps) {
  const { i18n, locale, forumName } = useFrame()
  const forum = forumName ?? i18n._('the forum')
  return (
    <>
      {reminder && <Para>{i18n._('A week ago we introduced you to this firm; you have not answered yet. The introduction lapses on {date}', { date: formatDate(locale, answerBy) })}</Para>}
      {passedOn && <Para quiet>{i18n._('A colleague passed this introduction on to you.')}</Para>}
      <Title>{i18n._('A partner for you in {country}', { country: countryName(i18n, other.country) })}</Title>
      <Para>
        {contact
          ? i18n._('The organisers of {forum} introduce you to this firm. Both of you agreed to be put in touch at once.', { forum })
          : i18n._('The organisers of {forum} think that you and this firm should meet. Contacts pass only if both sides say yes.', { forum })}
      </Para>
      <FirmHead firm={other} />
      {about && <Para quiet><Foreign locale={null}>“{about}”</Foreign></Para>}
    </>
  )
}

export function ContactPanel({ contact }: { contact: OpenContact }) {
  const { i18n } = useFrame()
  return (
    <Panel tone="good" title={i18n._('Their contact')}>
      <div style={{ fontWeight: 600 }}>{contact.name}</div>
      {contact.role && <div>{contact.role}</div>}
      <div dir="ltr">{contact.email}</div>
      {contact.phone && <div dir="ltr">{contact.phone}</div>}
      <div style={{ marginTop: '6px' }}>{i18n._('An answer to this mail goes to them.')}</div>
    </Panel>
  )
}

/** The three answers. Each opens a page that asks once more; opening changes nothing. */
export function Answers({ links, direct }: { links: IntroductionProps['links']; direct: boolean }) {
  const { i18n } = useFrame()
  return (
    <>
      <Action href={links.yes}>{direct ? i18n._('Yes, we will talk') : i18n._('Yes, introduce us')}</Action>
      <Action href={links.notNow} tone="secondary">{i18n._('Not now')}</Action>
      <Action href={links.no} tone="secondary">{i18n._('No, thank you')}</Action>
    </>
  )
}

function Exchanges({ reader, theyBring, youBring }: IntroductionProps) {
  const { i18n } = useFrame()
  const readerIsPk = reader.country === 'PK'
  const yours = theyBring?.soughtIsMade ? i18n._('You make') : i18n._('You seek')
  const theirs = youBring?.soughtIsMade ? i18n._('They make') : i18n._('They seek')
  const sides = (bringer: ListingLine[], seeker: ListingLine[], bringerIsPk: boolean) => (bringerIsPk ? { pk: bringer, kz: seeker } : { pk: seeker, kz: bringer })
  return (
    <>
      {theyBring && (
        <Meeting
          title={i18n._('What they bring you')}
          {...sides(theyBring.brought, theyBring.sought, !readerIsPk)}
          pkTitle={readerIsPk ? yours : i18n._('They bring')}
          kzTitle={readerIsPk ? i18n._('They bring') : yours}
        />
      )}
      {youBring && (
        <Meeting
          title={i18n._('What you bring them')}
          {...sides(youBring.brought, youBring.sought, readerIsPk)}
          pkTitle={readerIsPk ? i18n._('You bring') : theirs}
          kzTitle={readerIsPk ? theirs : i18n._('You bring')}
        />
      )}
    </>
  )
}

/** In the order in which a manager asks: who, why us, what for what, under which conditions, how to begin, what to answer. */
function Introduction(props: IntroductionProps) {
  const { i18n, locale } = useFrame()
  const { why, practical, firstStep, note, contact, answerBy, links } = props
  const told = (rows: readonly (readonly [label: string, value: string | null])[]) => rows.flatMap(([label, value]) => (value ? [[label, value] as const] : []))
  return (
    <>
      <Opening {...props} />
      {contact && <ContactPanel contact={contact} />}
      <Heading>{i18n._('Why you two')}</Heading>
      <Lines items={why} />
      {note && <Panel title={i18n._('A word from the organisers')}><div style={{ whiteSpace: 'pre-line' }}><Foreign locale={null}>{note}</Foreign></div></Panel>}
      <Exchanges {...props} />
      <Heading>{i18n._('Good to know before you answer')}</Heading>
      <Facts
        beside
        rows={told([[i18n._('Documents'), practical.documents], [i18n._('Corridor'), practical.corridor], [i18n._('Working languages'), practical.languages]])}
      />
      <Panel tone="good" title={i18n._('A first step')}>
        {firstStep.map(line => <div key={line}>{line}</div>)}
      </Panel>
      <Answers links={links} direct={contact !== null} />
      <Para quiet>
        {i18n._('Please answer by {date}', { date: formatDate(locale, answerBy) })}
        <br />
        {i18n._('Each button opens a page where you confirm.')}
      </Para>
      <Facts rows={told([[i18n._('They also bring'), props.alsoBrings], [i18n._('They also seek'), props.alsoSeeks]])} />
      <Para quiet>
        <a href={links.page} style={{ color: 'inherit' }}>{i18n._('See it all on one page, or pass it to a colleague')}</a>
      </Para>
    </>
  )
}

const who = ({ other }: IntroductionProps) => ({ name: other.latinName ?? other.name, place: other.city })

export const introduction: Template<IntroductionProps> = {
  subject: (i18n, props) => i18n._('Introduction: {name}, {place}: {what}', { ...who(props), what: props.chiefly }),
  preheader: (i18n, { why }) => why[0] ?? i18n._('A partner across the border, chosen by an organiser.'),
  Body: Introduction,
}

export const introductionReminder: Template<IntroductionProps> = {
  subject: (i18n, props) => i18n._('Waiting for your answer: {name}, {place}', who(props)),
  preheader: (i18n, { answerBy }, locale) => i18n._('The introduction lapses on {date}', { date: formatDate(locale, answerBy) }),
  Body: Introduction,
}
