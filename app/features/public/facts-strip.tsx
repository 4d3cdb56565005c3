import { useLingui } from '@lingui/react'

import { useLocalePath } from '~/i18n/locale-path'
import type { Fact } from './facts'

/** The figures in one row: what was said, by whom, when, and what was said otherwise. */
export function FactsStrip({ facts }: { facts: readonly Fact[] }) {
  const { i18n } = useLingui()
  const path = useLocalePath()
  return (
    <section className="facts" aria-label={i18n._('Figures and who said them')}>
      <div className="wrap">
        <dl>
          {facts.map(fact => (
            <div key={fact.id}>
              <dt><bdi>{fact.figure}</bdi></dt>
              <dd>
                <p>{fact.says}</p>
                {fact.others.length > 0 && (
                  <ul className="mt-2 grid gap-0.5">
                    {fact.others.map(other => (
                      <li key={other.figure}><b className="text-ink font-semibold"><bdi>{other.figure}</bdi></b> {other.says}</li>
                    ))}
                  </ul>
                )}
                <p className="text-ink-3 mt-2 text-[.8125rem]">{fact.source}</p>
              </dd>
            </div>
          ))}
        </dl>
        <p className="facts-note">
          {i18n._('Where accounts differ, we show each.')} <a href={path('/sources')}>{i18n._('Sources and method')}</a>
        </p>
      </div>
    </section>
  )
}
