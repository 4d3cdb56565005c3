import { useLingui } from '@lingui/react'
import { Link } from '@remix-run/react'

import { useLocalePath } from '~/i18n/locale-path'
import { seededText } from '~/i18n/words/seeded'
import { CountryTag } from '~/ui/country-tag'
import { Tag } from '~/ui/tag'
import type { MemorandumView } from './memoranda-view.server'

const tones = { in_force: 'good', ending: 'warn', expired: 'bad', closed: 'plain' } as const

/** The memoranda, those still in force first. */
export function MemorandaList({ memoranda }: { memoranda: readonly MemorandumView[] }) {
  const { i18n } = useLingui()
  const path = useLocalePath()
  if (memoranda.length === 0) return <p className="text-ink-2 mb-6">{i18n._('No memorandum is on record. Add the first below: what was signed, by whom, and until when it holds.')}</p>
  return (
    <ul className="mb-6 grid gap-4">
      {memoranda.map(one => (
        <li key={one.id} className="card panel">
          <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
            <h2 className="text-[1.0625rem]"><Link to={path(`/desk/memoranda/${one.id}`)}>{one.title}</Link></h2>
            <Tag tone={tones[one.standing]}>{one.standingName}</Tag>
            <span className="text-ink-2 text-sm">{one.area}</span>
          </div>
          <p className="mt-1 flex flex-wrap gap-x-4 gap-y-1"><span><CountryTag country="PK" /> <bdi>{one.pkParty}</bdi></span><span><CountryTag country="KZ" /> <bdi>{one.kzParty}</bdi></span></p>
          <p className="text-ink-2 mt-1 text-sm">{i18n._('Signed {date}', { date: one.signed })}{one.expires && ` · ${i18n._('holds until {date}', { date: one.expires })}`} · {seededText(i18n, one.source)}</p>
          {one.milestones.length > 0 && (
            <ul className="mt-2 grid gap-1 text-sm" aria-label={i18n._('Milestones')}>
              {one.milestones.map((step, i) => <li key={i}><span aria-hidden="true">{step.done ? '●' : '○'}</span> <bdi>{step.what}</bdi> <span className={step.late ? 'text-bad-ink' : 'text-ink-3'}>{step.when}{step.late && ` · ${i18n._('late')}`}</span></li>)}
            </ul>
          )}
          {one.introductions.length > 0 && (
            <ul className="mt-2 grid gap-1 text-sm" aria-label={i18n._('Introductions')}>
              {one.introductions.map(link => <li key={link.id}><Link to={path(`/desk/introductions/${link.id}`)}><bdi>{link.pk}</bdi> · <bdi>{link.kz}</bdi></Link> <span className="text-ink-3">{link.state}</span></li>)}
            </ul>
          )}
        </li>
      ))}
    </ul>
  )
}
