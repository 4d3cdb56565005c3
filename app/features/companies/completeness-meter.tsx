import type { I18n } from '@lingui/core'
import { useLingui } from '@lingui/react'

import type { CompletenessPart } from '~/core/companies/completeness'
import type { RegistrationStep } from '~/core/companies/registration-steps'
import { useLocalePath } from '~/i18n/locale-path'
import { changePath } from './profile-rows'

/** What a missing part is, why it pays, and where it is filled in. */
function partOf(i18n: I18n, part: CompletenessPart): { step: RegistrationStep; add: string; pays: string } {
  const parts: Record<CompletenessPart, { step: RegistrationStep; add: string; pays: string }> = {
    name: { step: 'company', add: i18n._('Both spellings of your name'), pays: i18n._('each side reads its own script') },
    registration: { step: 'company', add: i18n._('Your registration number'), pays: i18n._('without it organisers cannot validate you') },
    region: { step: 'company', add: i18n._('Your region'), pays: i18n._('it decides which corridor is near') },
    contact: { step: 'person', add: i18n._('A phone number'), pays: i18n._('partners who have said yes call first') },
    brings: { step: 'brings', add: i18n._('Something you bring'), pays: i18n._('most partners search by it') },
    seeks: { step: 'seeks', add: i18n._('Something you seek'), pays: i18n._('a match in which both sides gain scores highest') },
    confirmed: { step: 'understood', add: i18n._('A tap on what we understood'), pays: i18n._('a confirmed meaning counts in full') },
    volumes: { step: 'brings', add: i18n._('A volume'), pays: i18n._('partners of your size are found by it') },
    route: { step: 'route', add: i18n._('A corridor'), pays: i18n._('goods that can travel are matched first') },
    languages: { step: 'route', add: i18n._('Your working languages'), pays: i18n._('a shared language raises the score') },
    certificates: { step: 'route', add: i18n._('The certificates you hold'), pays: i18n._('what is asked at the border is in hand') },
    about: { step: 'company', add: i18n._('Two sentences about the company'), pays: i18n._('organisers and partners read them first') },
    size: { step: 'company', add: i18n._('The size of the company'), pays: i18n._('it helps to suggest partners of a fitting size') },
  }
  return parts[part]
}

const SHOWN = 3

/** How full the profile is, and the additions that pay most, each with its points. */
export function CompletenessMeter({ percent, missing, from }: { percent: number; missing: readonly { part: CompletenessPart; gain: number }[]; from?: 'check' }) {
  const { i18n } = useLingui()
  const path = useLocalePath()
  return (
    <section className="card mb-8 p-4" aria-labelledby="completeness">
      <div className="flex items-baseline justify-between gap-4">
        <h2 id="completeness" className="text-lg">{i18n._('Your profile is {percent} % complete', { percent })}</h2>
      </div>
      <progress className="meter mt-2 block h-2 w-full" max={100} value={percent} aria-labelledby="completeness" />
      {missing.length > 0 && (
        <ul className="mt-2 grid">
          {missing.slice(0, SHOWN).map(({ part, gain }) => {
            const { step, add, pays } = partOf(i18n, part)
            return (
              <li key={part} className="flex flex-wrap items-center gap-x-2">
                <a href={path(changePath(step, from))} className="inline-flex min-h-11 items-center font-medium underline">{add}</a>
                <span className="tag bg-pk-50 text-pk-ink num"><bdi dir="ltr">+{gain} %</bdi></span>
                <span className="text-ink-2 basis-full text-[.9375rem] sm:basis-auto">{pays}</span>
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}
