import { useLingui } from '@lingui/react'

import { useLocalePath } from '~/i18n/locale-path'
import { ButtonLink } from '~/ui/button'
import { Icon } from '~/ui/icon'
import { DotMap } from './dot-map'

/** The first screen: what this is, what to do, where it leads. `forum` is its name and place, already in words. */
export function Hero({ forum }: { forum: string | null }) {
  const { i18n } = useLingui()
  const path = useLocalePath()
  return (
    <section className="hero">
      <div className="wrap">
        <div className="hero-copy">
          <p className="eyebrow">{forum ?? i18n._('The forum’s matchmaking desk')}</p>
          <h1 className="headline">{i18n._('Your partner is on the other side of the table.')}</h1>
          <p className="lead">
            {i18n._('Tell us what you bring and what you seek. We compare it with companies across the corridor, a forum organiser reads every match, and both sides get one introduction.')}
          </p>
          <div className="mt-8 mb-5 flex flex-wrap gap-3">
            <ButtonLink tone="gold" icon="arrow" className="w-full sm:w-auto" href={path('/register')}>{i18n._('Register your company')}</ButtonLink>
            <ButtonLink tone="night" className="w-full sm:w-auto" href="#how">{i18n._('See how a match is made')}</ButtonLink>
          </div>
          <ul className="text-on-night-2 flex flex-wrap gap-x-5 gap-y-1.5 text-sm">
            {[i18n._('About six minutes'), i18n._('Free of charge'), i18n._('Saved as you go')].map(promise => (
              <li key={promise} className="flex items-center gap-1.5">
                <span className="text-[#5FD3A8]"><Icon name="check" size={16} /></span>
                {promise}
              </li>
            ))}
          </ul>
        </div>
        <div className="hero-map">
          <DotMap />
        </div>
      </div>
    </section>
  )
}
