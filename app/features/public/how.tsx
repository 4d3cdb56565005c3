import { useLingui } from '@lingui/react'

import { CountryTag } from '~/ui/country-tag'
import { Diamond } from '~/ui/diamond'
import { Icon } from '~/ui/icon'
import { SectionHead } from '~/ui/section-head'
import { Tag } from '~/ui/tag'

/** Four steps, beside what comes of them. */
export function HowAMatchIsMade() {
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
          <ExampleIntroduction />
        </div>
      </div>
    </section>
  )
}

type Side = { country: 'PK' | 'KZ'; name: string; place: string; brings: string; seeks: string }

function Firm({ country, name, place, brings, seeks }: Side) {
  const { i18n } = useLingui()
  return (
    <div className="p-5">
      <CountryTag country={country} />
      <h3 className="mt-2 text-[1.0625rem]"><bdi lang="en">{name}</bdi></h3>
      <p className="text-ink-3 text-[.8125rem]">{place}</p>
      <dl className="mt-3.5 grid gap-2.5 text-sm">
        <div><dt className="text-ink-3 text-xs font-semibold">{i18n._('Brings')}</dt><dd>{brings}</dd></div>
        <div><dt className="text-ink-3 text-xs font-semibold">{i18n._('Seeks')}</dt><dd>{seeks}</dd></div>
      </dl>
    </div>
  )
}

function ExampleIntroduction() {
  const { i18n } = useLingui()
  const fits = [i18n._('Each side brings what the other seeks'), i18n._('Volumes overlap: 40 of 60 t a month'), i18n._('Both want a joint venture')]
  return (
    <article className="card shadow-high overflow-hidden">
      <header className="border-line flex items-center justify-between gap-3 border-b px-5 py-3.5 text-sm font-semibold">
        <h3 className="text-sm font-semibold tracking-normal">{i18n._('An example')}</h3>
        <Tag>{i18n._('Invented firms')}</Tag>
      </header>
      <div className="pair">
        <Firm country="PK" name="Chenab Leather Works" place={i18n._('Kasur, Pakistan')} brings={i18n._('Tanning know-how, training')} seeks={i18n._('Sheepskins, 40 t a month')} />
        <div className="seam">
          <Diamond score={86} size="m" />
          <span className="sr-only">{i18n._('86 of 100 points')}</span>
        </div>
        <Firm country="KZ" name="Ontustik Teri" place={i18n._('Shymkent, Kazakhstan')} brings={i18n._('Sheepskins, 60 t a month')} seeks={i18n._('A processing partner')} />
      </div>
      <div className="border-line bg-paper border-t px-5 pt-4 pb-4.5 text-sm">
        <h3 className="text-ink-3 mb-2 text-xs font-semibold tracking-normal">{i18n._('Why they fit')}</h3>
        <ul className="grid gap-1.5">
          {fits.map(fit => (
            <li key={fit} className="flex gap-2"><span className="text-pk mt-0.5"><Icon name="check" size={16} /></span>{fit}</li>
          ))}
          <li className="flex gap-2"><span className="text-sun-ink mt-0.5"><Icon name="dash" size={16} /></span>{i18n._('No shared language: an interpreter is arranged.')}</li>
        </ul>
      </div>
    </article>
  )
}
