import { useLingui } from '@lingui/react'
import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'

import { useLocalePath } from '~/i18n/locale-path'
import { FirmName } from '~/ui/names'
import { Tag } from '~/ui/tag'
import type { ProfileView } from './company-profile.server'
import type { FirmRecord } from './company-views.server'

export function Panel({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <section className="card panel">
      <h2>{title}</h2>
      {children}
    </section>
  )
}

function Listings({ title, listings }: { title: string; listings: ProfileView['brings'] }) {
  return (
    <div>
      <h3 className="text-ink-3 mb-1 text-xs font-semibold">{title}</h3>
      <ul>
        {listings.map((listing, i) => (
          <li key={i} className="py-1"><bdi lang={listing.lang} className="font-medium">{listing.text}</bdi><span className="text-ink-3 block text-xs">{listing.more}</span></li>
        ))}
        {listings.length === 0 && <li className="text-ink-3">–</li>}
      </ul>
    </div>
  )
}

/** What a firm says of itself. */
export function FirmProfile({ profile }: { profile: ProfileView }) {
  const { i18n } = useLingui()
  return (
    <Panel title={i18n._('Profile')}>
      {profile.about && <p className="mb-3 max-w-2xl" lang={profile.aboutLang}>{profile.about}</p>}
      <div className="mb-4 grid gap-6 sm:grid-cols-2">
        <Listings title={i18n._('Brings')} listings={profile.brings} />
        <Listings title={i18n._('Seeks')} listings={profile.seeks} />
      </div>
      <dl className="fact-rows">
        {profile.rows.map(row => <div key={row.label}><dt>{row.label}</dt><dd><bdi>{row.value}</bdi></dd></div>)}
        {profile.contact && (
          <>
            <div><dt>{i18n._('Contact')}</dt><dd><bdi>{profile.contact.name}</bdi> · {profile.contact.language}</dd></div>
            <div>
              <dt>{i18n._('E-mail')}</dt>
              <dd><bdi dir="ltr">{profile.contact.email}</bdi> {profile.contact.unreachable && <Tag tone="warn">{profile.contact.unreachable}</Tag>}</dd>
            </div>
            {profile.contact.phone && <div><dt>{i18n._('Telephone')}</dt><dd><bdi dir="ltr">{profile.contact.phone}</bdi></dd></div>}
          </>
        )}
      </dl>
    </Panel>
  )
}

/** Everything shown to a firm and done for it. */
export function FirmHistory({ record }: { record: FirmRecord }) {
  const { i18n } = useLingui()
  const path = useLocalePath()
  return (
    <>
      <Panel title={i18n._('Shown and done')}>
        <dl className="figures">{record.figures.map(figure => <div key={figure.label}><dd className="num">{figure.value}</dd><dt>{figure.label}</dt></div>)}</dl>
        <ul className="rows">
          {record.pairs.map(pair => (
            <li key={pair.id}>
              <span className="num font-semibold">{pair.score}</span>
              <Link to={path(`/desk/queue/${pair.id}`)}><FirmName native={pair.native} latin={pair.latin} locale={pair.locale} /></Link>
              <Tag>{pair.stateName}</Tag>
            </li>
          ))}
          {record.pairs.length === 0 && <li className="text-ink-2">{i18n._('No pair has been suggested for this firm yet.')}</li>}
        </ul>
        {record.introductions.length > 0 && (
          <ul className="rows mt-3">
            {record.introductions.map(one => (
              <li key={one.id}>
                <span className="text-ink-3 num">{one.when}</span>
                <Link to={path(`/desk/introductions/${one.id}`)}><FirmName native={one.native} latin={one.latin} locale={one.locale} /></Link>
                <Tag>{one.stateName}</Tag>
              </li>
            ))}
          </ul>
        )}
      </Panel>
      <Panel title={i18n._('Record')}>
        <ul className="rows">
          {record.reviews.map((review, i) => <li key={`r${i}`}><span className="text-ink-3 num">{review.when}</span><span>{review.what}{review.by ? ` · ${review.by}` : ''}{review.why ? ` · ${review.why}` : ''}{review.message ? ` · “${review.message}”` : ''}</span></li>)}
          {record.history.map((entry, i) => <li key={i}><span className="text-ink-3 num">{entry.when}</span> <span>{entry.what}</span></li>)}
          {record.history.length + record.reviews.length === 0 && <li className="text-ink-2">{i18n._('Nothing on record yet.')}</li>}
        </ul>
      </Panel>
    </>
  )
}
