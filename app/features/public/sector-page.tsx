import { useLingui } from '@lingui/react'

import type { Country } from '~/core/companies/country'
import { countryName } from '~/i18n/words/companies'
import { CountryTag } from '~/ui/country-tag'
import { Icon } from '~/ui/icon'
import { EmptyState } from '~/ui/notice'
import { Tag } from '~/ui/tag'

export type LineView = { code: string; label: string; kinds: string[]; volumes: string; listings: string }
export type MeetingView = { brought: string; sought: string; deal: string; pairs: string }
export type SectorView = {
  firms: Record<Country, string>
  sides: Record<Country, { brings: LineView[]; seeks: LineView[] }>
  meetings: Record<Country, MeetingView[]>
  deals: string[]
  prerequisites: Array<{ name: string; about: string }>
  demo: boolean
}

function Lines({ title, lines, nothing }: { title: string; lines: readonly LineView[]; nothing: string }) {
  return (
    <div>
      <h3 className="text-ink-2 mb-2 text-base font-semibold">{title}</h3>
      {lines.length === 0 ? (
        <p className="text-ink-3">{nothing}</p>
      ) : (
        <ul className="border-line border-t">
          {lines.map(line => (
            <li key={line.code} className="border-line border-b py-2.5">
              <span className="flex items-baseline justify-between gap-4">
                <span className="font-medium">{line.label}</span>
                <span className="text-ink-3 num shrink-0 text-sm">{line.listings}</span>
              </span>
              <span className="text-ink-2 mt-0.5 block text-sm">{[...line.kinds, line.volumes].filter(Boolean).join(' · ')}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** What both countries bring and seek in a sector, either side of the seam: Pakistan at the start, Kazakhstan at the end. */
export function TwoSides({ view }: { view: SectorView }) {
  const { i18n } = useLingui()
  return (
    <div className="grid grid-cols-1 gap-6 lg:grid-cols-2">
      {(['PK', 'KZ'] as const).map(country => (
        <section key={country} className={`card border-t-4 p-5 sm:p-7 ${country === 'PK' ? 'border-t-pk' : 'border-t-kz'}`}>
          <h2 className="mb-5 flex items-center gap-2.5 text-xl">
            <CountryTag country={country} /> {countryName(i18n, country)}
            <span className="text-ink-3 num ms-auto text-sm font-normal tracking-normal">{i18n._('companies: {count}', { count: view.firms[country] })}</span>
          </h2>
          <div className="grid grid-cols-1 gap-7">
            <Lines title={i18n._('Brings')} lines={view.sides[country].brings} nothing={i18n._('Nothing yet. Yours may be the first.')} />
            <Lines title={i18n._('Seeks')} lines={view.sides[country].seeks} nothing={i18n._('Nothing yet. Yours may be the first.')} />
          </div>
        </section>
      ))}
    </div>
  )
}

/** Where the two sides meet, by meaning: never which firms. */
export function MeetingList({ from, meetings }: { from: Country; meetings: readonly MeetingView[] }) {
  const { i18n } = useLingui()
  const to = from === 'PK' ? 'KZ' : 'PK'
  if (meetings.length === 0) return null
  return (
    <div>
      <p className="text-ink-2 mb-2 flex items-center gap-2 font-semibold">
        <CountryTag country={from} /> {i18n._('brings')} <Icon name="arrow" size={16} /> <CountryTag country={to} /> {i18n._('seeks')}
      </p>
      <ul className="border-line border-t">
        {meetings.map(({ brought, sought, deal, pairs }) => (
          <li key={`${brought} ${sought} ${deal}`} className="border-line grid grid-cols-1 gap-x-4 gap-y-1 border-b py-3 sm:grid-cols-[1fr_auto]">
            <span>
              <span className="font-medium">{brought}</span>
              {brought !== sought && <><span className="text-ink-3 mx-2 inline-block align-[-.15em]"><Icon name="arrow" size={16} /></span><span className="font-medium">{sought}</span></>}
            </span>
            <span className="flex items-center gap-3"><Tag>{deal}</Tag><b className="num">{pairs}</b></span>
          </li>
        ))}
      </ul>
    </div>
  )
}

export function NothingMeets() {
  const { i18n } = useLingui()
  return <EmptyState title={i18n._('Nothing meets here yet')}>{i18n._('As soon as one side brings what the other seeks, it stands here.')}</EmptyState>
}
