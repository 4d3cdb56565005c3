import { useLingui } from '@lingui/react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

import { ChartFigure } from '~/features/progress/chart-figure'
import { FileLink } from '~/features/public/file-link'
import { Funnel, Ledger } from '~/features/public/funnel'
import { HeatTable } from '~/features/public/heat-table'
import { roadsChart } from '~/features/public/progress-figures.server'
import { funnelView, heatView, ledgerView } from '~/features/public/views.server'
import { formatDate, formatNumber } from '~/i18n/format.server'
import { useLocalePath } from '~/i18n/locale-path'
import { seededText } from '~/i18n/words/seeded'
import { ChartFrame, ChartTable } from '~/ui/chart-frame'
import { CountryTag } from '~/ui/country-tag'
import { EmptyState } from '~/ui/notice'
import { PublicShell } from '~/ui/public-shell'
import { Tag } from '~/ui/tag'
import { pageOf } from '../page.server'
import { headOf } from './head.server'
import { headed } from './headed'

export const meta = headed

export async function loader(args: LoaderFunctionArgs) {
  const page = pageOf(args)
  const { i18n, locale, services } = page
  const { forum, counts, measures, meetings, corridors } = await services.openTable()
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
    heat: heatView(page, meetings.PK, demo),
    roads: roadsChart(page, corridors, services.now()),
    forum: forum && seededText(i18n, forum.name),
    source: i18n._('Source: this desk’s own records, {date}', { date: today }),
    demo,
  }
}

export default function Progress() {
  const { i18n } = useLingui()
  const path = useLocalePath()
  const { firms, funnel, sent, ledger, heat, roads, forum, source, demo } = useLoaderData<typeof loader>()
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
            source={<>{source} · <FileLink file="introductions" of={i18n._('How far introductions get')} /></>}
            table={<ChartTable caption={i18n._('How far introductions get')} head={[i18n._('Step'), i18n._('Introductions')]} rows={funnel.map(step => [step.name, step.count])} />}
          >
            <Funnel steps={funnel} empty={!sent} />
          </ChartFrame>
          <Ledger ledger={ledger} file={<FileLink file="trade" of={ledger.title} />} />
        </div>
        <section className="mt-14">
          <h2 className="mb-2 text-2xl">{i18n._('Where the two sides meet')}</h2>
          <p className="text-ink-2 mb-5 max-w-2xl">{i18n._('Pairs of listings that meet today: what a company in Pakistan brings, and one in Kazakhstan seeks. A cell leads to its sector.')}</p>
          {heat.rows.length > 0 ? <HeatTable heat={heat} /> : <EmptyState title={i18n._('Nothing meets yet')}>{i18n._('The map fills as companies register. Yours may be the first.')}</EmptyState>}
          <p className="text-ink-3 mt-3 text-[.8125rem]">{source} · <FileLink file="meetings" of={i18n._('Where the two sides meet')} /></p>
        </section>
        <section className="mt-14 max-w-3xl">
          <h2 className="mb-5 text-2xl">{i18n._('Corridors')}</h2>
          <ChartFigure chart={roads} demo={demo} file="/progress.csv?list=corridors" open />
        </section>
        <p className="text-ink-2 mt-8"><a className="inline-flex min-h-11 items-center underline" href={path('/sources')}>{i18n._('What these words mean, and where the figures come from')}</a></p>
      </div>
    </PublicShell>
  )
}
