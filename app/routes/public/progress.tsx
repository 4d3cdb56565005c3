import { useLingui } from '@lingui/react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

import { Funnel, Ledger } from '~/features/public/funnel'
import { RoadList } from '~/features/public/roads'
import { funnelView, ledgerView, roadViews } from '~/features/public/views.server'
import { formatDate, formatNumber } from '~/i18n/format.server'
import { useLocalePath } from '~/i18n/locale-path'
import { seededText } from '~/i18n/words/seeded'
import { ChartFrame, ChartTable } from '~/ui/chart-frame'
import { CountryTag } from '~/ui/country-tag'
import { PublicShell } from '~/ui/public-shell'
import { Tag } from '~/ui/tag'
import { pageOf } from '../page.server'
import { headOf } from './head.server'
import { headed } from './headed'

export const meta = headed

export async function loader(args: LoaderFunctionArgs) {
  const page = pageOf(args)
  const { i18n, locale, services } = page
  const { forum, counts, measures, corridors } = await services.openTable()
  const demo = forum?.isDemo ?? false
  const today = formatDate(locale, services.now())
  return {
    head: headOf(page, {
      title: i18n._('Progress'),
      description: i18n._('What came of the introductions: how many were sent, answered and met, and what trade is claimed, documented and verified by customs.'),
      path: '/progress',
    }),
    firms: { PK: formatNumber(locale, counts.companies.PK), KZ: formatNumber(locale, counts.companies.KZ) },
    funnel: funnelView(page, counts),
    sent: counts.introductions > 0,
    ledger: ledgerView(page, counts, measures, demo, services.now()),
    roads: roadViews(page, corridors),
    forum: forum && seededText(i18n, forum.name),
    source: i18n._('Source: this desk’s own records, {date}', { date: today }),
    demo,
  }
}

export default function Progress() {
  const { i18n } = useLingui()
  const path = useLocalePath()
  const { firms, funnel, sent, ledger, roads, forum, source, demo } = useLoaderData<typeof loader>()
  return (
    <PublicShell>
      <div className="wrap py-10 lg:py-16">
        <h1 className="page-title">{i18n._('Progress')}</h1>
        <p className="page-lead mb-6">
          {i18n._('From introduction to trade, with everything that went nowhere. What companies claim, what papers show and what customs confirm stay apart.')} {demo && <Tag>{i18n._('Demo data')}</Tag>}
        </p>
        <p className="num mb-10 flex flex-wrap items-center gap-x-5 gap-y-2 text-[1.0625rem]">
          {forum && <span className="text-ink-2">{forum}</span>}
          <span className="flex items-center gap-2"><CountryTag country="PK" /> {i18n._('companies: {count}', { count: firms.PK })}</span>
          <span className="flex items-center gap-2"><CountryTag country="KZ" /> {i18n._('companies: {count}', { count: firms.KZ })}</span>
        </p>
        <div className="grid items-start gap-6 lg:grid-cols-2">
          <ChartFrame
            title={i18n._('How far introductions get')}
            unit={i18n._('Introductions of this forum so far')}
            demo={demo}
            source={source}
            table={<ChartTable caption={i18n._('How far introductions get')} head={[i18n._('Step'), i18n._('Introductions')]} rows={funnel.map(step => [step.name, step.count])} />}
          >
            <Funnel steps={funnel} empty={!sent} />
          </ChartFrame>
          <Ledger ledger={ledger} />
        </div>
        <div className="max-w-4xl"><RoadList roads={roads} title={i18n._('Corridors')} /></div>
        <p className="text-ink-2 mt-8"><a className="inline-flex min-h-11 items-center underline" href={path('/sources')}>{i18n._('What these words mean, and where the figures come from')}</a></p>
      </div>
    </PublicShell>
  )
}
