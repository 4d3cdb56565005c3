import { useLingui } from '@lingui/react'

import type { completenessOf } from '~/core/companies/completeness'
import type { Company } from '~/core/companies/profile'
import type { RegistrationStep } from '~/core/companies/registration-steps'
import { useLocalePath } from '~/i18n/locale-path'
import { profileStateName } from '~/i18n/words/companies'
import { Button } from '~/ui/button'
import { Tag } from '~/ui/tag'
import { CompletenessMeter } from './completeness-meter'
import { ListingEnd } from './listing-cards'
import type { ListingView } from './listing-view.server'
import { changePath } from './profile-rows'

const toneOf = { draft: 'plain', published: 'plain', validated: 'good', returned: 'warn', suspended: 'bad', unpublished: 'warn' } as const

/** The profile at a glance: its state, and what it brings and seeks, each line as long as it holds. */
export function HomeProfile({ company, listings }: { company: Company; listings: readonly ListingView[] }) {
  const { i18n } = useLingui()
  return (
    <section aria-labelledby="profile">
      <div className="mb-4 flex flex-wrap items-center gap-3">
        <h2 id="profile" className="text-2xl">{i18n._('Your profile')}</h2>
        <Tag tone={toneOf[company.state]}>{profileStateName(i18n, company.state)}</Tag>
      </div>
      <div className="mb-6 grid gap-6 sm:grid-cols-2">
        {(['brings', 'seeks'] as const).map(direction => (
          <div key={direction}>
            <h3 className="mb-2 text-lg">{direction === 'brings' ? i18n._('You bring') : i18n._('You seek')}</h3>
            <ul className="grid gap-2">
              {listings.filter(listing => listing.direction === direction).map(({ id, text, language, volume, meaning, end }) => (
                <li key={id} className="border-line border-b pb-2">
                  <bdi lang={language ?? undefined} className="font-semibold break-words">{text}</bdi>
                  <span className="text-ink-2 block text-[.9375rem]">{[meaning, volume].filter(Boolean).join(' · ')}</span>
                  {end && <span className="mt-1 block"><ListingEnd end={end} /></span>}
                  {end && end.stands !== 'none' && (
                    <form method="post" className="mt-2">
                      <input type="hidden" name="listing" value={id} />
                      <Button name="intent" value="renew" tone="secondary">{i18n._('Still correct: another three months')}<span className="sr-only"> {text}</span></Button>
                    </form>
                  )}
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  )
}

/** What makes the profile fuller, where each answer is changed, "still correct?". */
export function ProfileCare({ completeness, confirmed }: { completeness: ReturnType<typeof completenessOf>; confirmed: string | null }) {
  const { i18n } = useLingui()
  const path = useLocalePath()
  const parts: [RegistrationStep, string][] = [
    ['company', i18n._('The company')],
    ['person', i18n._('The person')],
    ['brings', i18n._('What you bring')],
    ['seeks', i18n._('What you seek')],
    ['understood', i18n._('What we understood')],
    ['route', i18n._('Route, terms and languages')],
  ]
  return (
    <>
      <CompletenessMeter {...completeness} />
      <h2 className="mb-2 text-lg">{i18n._('Change your answers')}</h2>
      <ul className="mb-6 flex flex-wrap gap-2">
        {parts.map(([step, label]) => (
          <li key={step}><a className="btn btn-secondary" href={path(changePath(step))}>{label}</a></li>
        ))}
      </ul>
      <form method="post" className="card flex flex-wrap items-center justify-between gap-3 p-4">
        <p className="text-ink-2">
          {confirmed ? i18n._('You last confirmed or changed it on {date}. Is everything still correct?', { date: confirmed }) : i18n._('Is everything still correct?')}
        </p>
        <Button name="intent" value="confirm" tone="secondary">{i18n._('Yes, still correct')}</Button>
      </form>
    </>
  )
}
