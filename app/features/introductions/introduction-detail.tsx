import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'

import type { FirmLine, ListingLine } from '~/emails/firms'
import type { Exchange, IntroductionProps, OpenContact } from '~/emails/introduction'
import { countryName } from '~/i18n/words/companies'
import { dealTypeName } from '~/i18n/words/matches'
import { CountryTag } from '~/ui/country-tag'
import { Icon } from '~/ui/icon'
import { FirmName } from '~/ui/names'
import { SummaryRows } from '~/ui/summary-rows'
import { Tag } from '~/ui/tag'
import { CounterpartName, nextSentence, type IntroductionView } from './introduction-card'

/** Who, their contacts once open, why, what each would bring the other, and what must be known before a yes. `props` is null once the other side has left. */
export function IntroductionDetail({ view, props }: { view: IntroductionView; props: IntroductionProps | null }) {
  const { i18n } = useLingui()
  return (
    <>
      <div className="mb-2 flex flex-wrap items-center gap-2">
        <CountryTag country={view.counterpart.country} />
        <span className="text-ink-2">{countryName(i18n, view.counterpart.country)}</span>
        {view.deal_type && <Tag>{dealTypeName(i18n, view.deal_type)}</Tag>}
        {view.counterpart.is_demo && <Tag>{i18n._('Demo data')}</Tag>}
      </div>
      <h1 className="text-3xl"><CounterpartName counterpart={view.counterpart} /></h1>
      {props && <p className="text-ink-2 mt-1">{[props.other.place, props.other.facts].filter(Boolean).join(' · ')}</p>}
      <p className="mt-3 text-lg font-medium">{nextSentence(i18n, view)}</p>
      {props?.contact && <OpenContacts contact={props.contact} />}
      {props && <Description props={props} />}
    </>
  )
}

function Description({ props }: { props: IntroductionProps }) {
  const { i18n } = useLingui()
  const { about, why, theyBring, youBring, alsoBrings, alsoSeeks, practical, firstStep, note } = props
  const facts = [
    { label: i18n._('Languages'), value: practical.languages },
    ...(practical.corridor ? [{ label: i18n._('Corridor'), value: practical.corridor }] : []),
    ...(practical.documents ? [{ label: i18n._('Documents needed'), value: practical.documents }] : []),
    ...(alsoBrings ? [{ label: i18n._('They also bring'), value: alsoBrings }] : []),
    ...(alsoSeeks ? [{ label: i18n._('They also seek'), value: alsoSeeks }] : []),
  ]
  return (
    <>
      {note && (
        <Part title={i18n._('A word from the organiser')}>
          <blockquote dir="auto" className="border-sun border-s-4 ps-4 whitespace-pre-line">{note}</blockquote>
        </Part>
      )}
      <Part title={i18n._('Why you two')}>
        <ul className="grid gap-2">
          {why.map(sentence => (
            <li key={sentence} className="flex gap-2"><span className="text-pk mt-1"><Icon name="check" /></span><span>{sentence}</span></li>
          ))}
        </ul>
      </Part>
      {theyBring && <Seam title={i18n._('What they bring you')} exchange={theyBring} bringer={props.other} seeker={props.reader} />}
      {youBring && <Seam title={i18n._('What you bring them')} exchange={youBring} bringer={props.reader} seeker={props.other} />}
      {about && <Part title={i18n._('In their own words')}><p dir="auto">{about}</p></Part>}
      <Part title={i18n._('Good to know before you answer')}><SummaryRows rows={facts} /></Part>
      <Part title={i18n._('A first step the desk suggests')}>{firstStep.map(sentence => <p key={sentence}>{sentence}</p>)}</Part>
    </>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mt-8">
      <h2 className="mb-3 text-xl">{title}</h2>
      {children}
    </section>
  )
}

/** Pakistan at the start edge in green, Kazakhstan at the end edge in blue, the seam between them. */
function Seam({ title, exchange, bringer, seeker }: { title: string; exchange: Exchange; bringer: FirmLine; seeker: FirmLine }) {
  const { i18n } = useLingui()
  const sides = [
    { firm: bringer, lines: exchange.brought, does: i18n._('brings') },
    { firm: seeker, lines: exchange.sought, does: exchange.soughtIsMade ? i18n._('makes of it') : i18n._('seeks') },
  ].sort((a, b) => (a.firm.country === b.firm.country ? 0 : a.firm.country === 'PK' ? -1 : 1))
  return (
    <Part title={title}>
      <div className="card grid sm:grid-cols-2">
        {sides.map(({ firm, lines, does }, i) => (
          <div key={firm.country} className={`p-4 ${i === 0 ? 'border-pk border-s-4' : 'border-kz border-t sm:border-s-0 sm:border-e-4 sm:border-t-0'}`}>
            <p className="text-ink-2 mb-2 flex flex-wrap items-center gap-2 text-[.9375rem]">
              <CountryTag country={firm.country} />
              <FirmName native={firm.name} latin={null} locale={firm.nameLocale} /> <span>{does}</span>
            </p>
            {lines.map(line => <Line key={`${line.label}${line.words}`} line={line} />)}
          </div>
        ))}
      </div>
    </Part>
  )
}

function Line({ line }: { line: ListingLine }) {
  return (
    <p className="mb-2 break-words">
      <b>{line.label}</b>
      {line.volume && <> · <bdi className="num">{line.volume}</bdi></>}
      {line.words && <span className="text-ink-2 block text-[.9375rem]">“<bdi lang={line.wordsLocale ?? undefined}>{line.words}</bdi>”</span>}
    </p>
  )
}

/** The counterpart's contacts: the policy has opened them. */
function OpenContacts({ contact }: { contact: OpenContact }) {
  const { i18n } = useLingui()
  return (
    <section className="card bg-pk-50! border-pk! mt-8 p-5">
      <h2 className="mb-2 text-xl">{i18n._('Their contacts')}</h2>
      <p className="text-lg font-semibold"><bdi>{contact.name}</bdi></p>
      {contact.role && <p className="text-ink-2"><bdi>{contact.role}</bdi></p>}
      <p className="mt-2"><a className="inline-flex min-h-11 items-center break-all underline" href={`mailto:${contact.email}`}><bdi dir="ltr">{contact.email}</bdi></a></p>
      {contact.phone && <p><a className="inline-flex min-h-11 items-center underline" href={`tel:${contact.phone.replace(/[^+\d]/g, '')}`}><bdi dir="ltr" className="num">{contact.phone}</bdi></a></p>}
    </section>
  )
}
