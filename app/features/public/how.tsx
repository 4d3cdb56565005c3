import { useLingui } from '@lingui/react'

import type { Country } from '~/core/companies/country'
import type { Locale } from '~/core/locale'
import { useLocale } from '~/i18n/locale-path'
import { CountryTag } from '~/ui/country-tag'
import { Diamond } from '~/ui/diamond'
import { Icon } from '~/ui/icon'
import { SectionHead } from '~/ui/section-head'
import { Tag } from '~/ui/tag'

/** Four steps, beside what comes of them. */
export function HowAMatchIsMade({ example }: { example: ExampleView }) {
  const { i18n } = useLingui()
  const steps = [
    [i18n._('Describe both sides of your business'), i18n._('One question a page, in four languages. Answers are saved after each step, even on a weak connection.')],
    [i18n._('We compare, and show our working'), i18n._('Product, volume, documents, route, language. Every point of the score has a reason you can read.')],
    [i18n._('An organiser reads every pair'), i18n._('Nothing is sent without a person’s decision. Weak or one-sided pairs stop here.')],
    [i18n._('Both companies get one e-mail'), i18n._('Yes, not now or no: one tap, no password. Contact details pass only after two yeses.')],
  ]
  return (
    <section className="section" id="how">
      <div className="wrap">
        <SectionHead title={i18n._('How a match is made')}>{i18n._('Software narrows thousands of combinations. People decide.')}</SectionHead>
        <div className="grid items-start gap-[clamp(2rem,5vw,5rem)] lg:grid-cols-[1.05fr_1fr]">
          <ol className="steps">
            {steps.map(([title, text]) => (
              <li key={title}>
                <div>
                  <h3>{title}</h3>
                  <p>{text}</p>
                </div>
              </li>
            ))}
          </ol>
          <ExampleIntroduction example={example} />
        </div>
      </div>
    </section>
  )
}

export type ExampleLineView = { words: string; language: Locale; understood: string | null; volume: string | null }
type ExampleSide = { country: Country; name: string; place: string; brings: ExampleLineView[]; seeks: ExampleLineView[] }
/** Two invented firms and what the engine makes of them, in the reader's words; the points sum to the score. */
export type ExampleView = { firms: [ExampleSide, ExampleSide]; score: number; points: { name: string; points: number }[]; reasons: { sentence: string; good: boolean }[] }

const cyrillic = (language: Locale) => language === 'ru' || language === 'kk'

/** A few words in another script stand in the machine's own font: ours would cost a first visit ten kilobytes. */
function Lines({ title, lines }: { title: string; lines: readonly ExampleLineView[] }) {
  const reader = useLocale()
  return (
    <div>
      <dt className="text-ink-3 text-xs font-semibold">{title}</dt>
      {lines.map(({ words, language, understood, volume }) => (
        <dd key={words} className="mt-1 mb-1.5">
          <span className="block font-medium"><bdi lang={language} className={cyrillic(language) && !cyrillic(reader) ? '[font-family:system-ui,sans-serif]' : ''}>{words}</bdi></span>
          <span className="text-ink-2 block text-[.8125rem]">{[understood, volume].filter(Boolean).join(' · ')}</span>
        </dd>
      ))}
    </div>
  )
}

function Firm({ country, name, place, brings, seeks }: ExampleSide) {
  const { i18n } = useLingui()
  return (
    <div className="p-5">
      <CountryTag country={country} />
      <h4 className="mt-2 text-[1.0625rem] leading-tight font-semibold"><bdi lang="en">{name}</bdi></h4>
      <p className="text-ink-3 text-[.8125rem]">{place}</p>
      <dl className="mt-3.5 grid gap-3.5 text-sm">
        <Lines title={i18n._('Brings')} lines={brings} />
        <Lines title={i18n._('Seeks')} lines={seeks} />
      </dl>
    </div>
  )
}

// Each gain a shade lighter than the one before it.
const shades = [1, 0.74, 0.6, 0.48, 0.4, 0.34, 0.3]

/** What the engine of this very build makes of two invented firms. */
function ExampleIntroduction({ example }: { example: ExampleView }) {
  const { i18n } = useLingui()
  const { firms: [pk, kz], score, points, reasons } = example
  return (
    <article className="card shadow-high overflow-hidden">
      <header className="border-line flex items-center justify-between gap-3 border-b px-5 py-3.5 text-sm font-semibold">
        <h3 className="text-sm font-semibold tracking-normal">{i18n._('An example, scored by the engine')}</h3>
        <Tag>{i18n._('Invented firms')}</Tag>
      </header>
      <div className="pair">
        <Firm {...pk} />
        <div className="seam">
          <Diamond score={score} size="m" />
          <span className="sr-only">{i18n._('{score} of 100 points', { score })}</span>
        </div>
        <Firm {...kz} />
      </div>
      <div className="border-line bg-paper border-t px-5 pt-4 pb-5 text-sm">
        <h4 className="text-ink-3 mb-2 text-xs font-semibold tracking-normal">{i18n._('Where the {score} points come from', { score })}</h4>
        <div className="bg-sunken flex h-3 gap-px overflow-hidden rounded-[3px]" aria-hidden="true">
          {points.map((row, i) => <i key={row.name} className="bg-pk" style={{ inlineSize: `${row.points}%`, opacity: shades[i] }} />)}
        </div>
        <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-0.5 text-[.8125rem]">
          {points.map(row => <li key={row.name}>{row.name} <b className="num"><bdi dir="ltr">+{row.points}</bdi></b></li>)}
        </ul>
        <h4 className="text-ink-3 mt-4 mb-2 text-xs font-semibold tracking-normal">{i18n._('Why they fit')}</h4>
        <ul className="grid gap-1.5">
          {reasons.map(({ sentence, good }) => (
            <li key={sentence} className="flex gap-2">
              <span className={`mt-0.5 ${good ? 'text-pk' : 'text-sun-ink'}`}><Icon name={good ? 'check' : 'dash'} size={16} /></span>
              {sentence}
            </li>
          ))}
        </ul>
      </div>
    </article>
  )
}
