import { useLingui } from '@lingui/react'

import type { Exchange } from '~/emails/introduction'
import type { ListingLine } from '~/emails/firms'
import type { Locale } from '~/core/locale'
import { countryName } from '~/i18n/words/companies'
import { CountryTag } from '~/ui/country-tag'
import type { AnswerView } from './answer-page.server'

function Own({ words, locale }: { words: string; locale: Locale | null }) {
  return <bdi lang={locale ?? undefined} className="text-ink-2 block text-[.9375rem]">“{words}”</bdi>
}

function Side({ title, lines, country }: { title: string; lines: readonly ListingLine[]; country: 'PK' | 'KZ' }) {
  return (
    <div className={`min-w-0 border-t-4 p-4 ${country === 'PK' ? 'border-pk' : 'border-kz'}`}>
      <p className="mb-2 flex items-center gap-2 text-sm font-semibold"><CountryTag country={country} />{title}</p>
      <ul className="grid gap-2">
        {lines.map((line, i) => (
          <li key={i} className="break-words">
            <b className="font-semibold">{line.label}</b>
            {line.words && <Own words={line.words} locale={line.wordsLocale} />}
            {line.volume && <span className="text-ink-2 num block text-[.9375rem]">{line.volume}</span>}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What one side brings beside what it meets: Pakistan at the start edge, Kazakhstan at the end. */
function ExchangeCard({ title, exchange, bringerIsPk, labels }: { title: string; exchange: Exchange; bringerIsPk: boolean; labels: { brings: string; seeks: string } }) {
  const brings = { title: labels.brings, lines: exchange.brought }
  const seeks = { title: labels.seeks, lines: exchange.sought }
  const [pk, kz] = bringerIsPk ? [brings, seeks] : [seeks, brings]
  return (
    <section className="card overflow-hidden">
      <h3 className="bg-sunken text-ink-2 px-4 py-2 text-sm font-semibold">{title}</h3>
      <div className="grid grid-cols-2">
        <Side {...pk} country="PK" />
        <Side {...kz} country="KZ" />
      </div>
    </section>
  )
}

/** Who the other firm is. */
export function OtherFirm({ firm }: { firm: AnswerView['introduction']['other'] }) {
  const { i18n } = useLingui()
  return (
    <div className="mb-5">
      <p className="text-ink-2 flex items-center gap-2 text-sm"><CountryTag country={firm.country} />{countryName(i18n, firm.country)}</p>
      <p className="mt-1 text-2xl leading-snug font-[650]"><bdi lang={firm.nameLocale ?? undefined}>{firm.name}</bdi></p>
      {firm.latinName && firm.latinName !== firm.name && <p className="text-ink-2"><bdi lang="en">{firm.latinName}</bdi></p>}
      <p className="text-ink-2">{[firm.place, firm.facts].filter(Boolean).join(' · ')}</p>
    </div>
  )
}

/** Why these two, what each brings and seeks, and what to know before answering. */
export function IntroductionDetails({ introduction }: { introduction: AnswerView['introduction'] }) {
  const { i18n } = useLingui()
  const { reader, why, theyBring, youBring, practical, firstStep, note, about, alsoBrings, alsoSeeks } = introduction
  const readerIsPk = reader.country === 'PK'
  const facts = [
    [i18n._('About them'), about],
    [i18n._('They also bring'), alsoBrings],
    [i18n._('They also seek'), alsoSeeks],
    [i18n._('Documents'), practical.documents],
    [i18n._('Corridor'), practical.corridor],
    [i18n._('Working languages'), practical.languages],
  ] as const
  return (
    <div className="grid gap-6">
      <section>
        <h2 className="mb-2 text-xl">{i18n._('Why you two')}</h2>
        <ul className="grid gap-1.5">
          {why.map(reason => <li key={reason} className="flex gap-2.5"><span aria-hidden="true" className="text-pk">◆</span><span>{reason}</span></li>)}
        </ul>
      </section>
      {note && (
        <section className="bg-sunken border-line-strong rounded-[var(--radius-m)] border-s-4 p-4">
          <h2 className="mb-1 font-semibold">{i18n._('A word from the organisers')}</h2>
          <p className="whitespace-pre-line">{note}</p>
        </section>
      )}
      <section className="bg-pk-50 border-pk rounded-[var(--radius-m)] border-s-4 p-4">
        <h2 className="mb-1 font-semibold">{i18n._('A first step')}</h2>
        {firstStep.map(line => <p key={line}>{line}</p>)}
      </section>
      {theyBring && <ExchangeCard title={i18n._('What they bring you')} exchange={theyBring} bringerIsPk={!readerIsPk} labels={{ brings: i18n._('They bring'), seeks: theyBring.soughtIsMade ? i18n._('You make') : i18n._('You seek') }} />}
      {youBring && <ExchangeCard title={i18n._('What you bring them')} exchange={youBring} bringerIsPk={readerIsPk} labels={{ brings: i18n._('You bring'), seeks: youBring.soughtIsMade ? i18n._('They make') : i18n._('They seek') }} />}
      <section>
        <h2 className="mb-2 text-xl">{i18n._('Good to know')}</h2>
        <dl className="border-line border-t">
          {facts.map(([label, value]) => value && (
            <div key={label} className="border-line border-b py-2.5">
              <dt className="text-ink-3 text-sm">{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  )
}
