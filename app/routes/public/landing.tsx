import { useLingui } from '@lingui/react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

import { exampleView } from '~/features/public/example-view.server'
import { factsOf } from '~/features/public/facts'
import { FactsStrip } from '~/features/public/facts-strip'
import { Funnel, Ledger } from '~/features/public/funnel'
import { HeatTable } from '~/features/public/heat-table'
import { Hero } from '~/features/public/hero'
import { HowAMatchIsMade } from '~/features/public/how'
import { CallToRegister, Promises } from '~/features/public/promises'
import { RoadList, Road } from '~/features/public/roads'
import { formatsOf, funnelView, heatView, ledgerView, portNames, roadViews } from '~/features/public/views.server'
import { formatDate, formatNumber } from '~/i18n/format.server'
import { useLocalePath } from '~/i18n/locale-path'
import { seededText } from '~/i18n/words/seeded'
import { townName } from '~/i18n/words/towns'
import { EmptyState } from '~/ui/notice'
import { PublicShell } from '~/ui/public-shell'
import { SectionHead } from '~/ui/section-head'
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
  const roads = roadViews(page, corridors)
  const main = ['turkmenistan', 'uzbekistan']
  const origin = services.env.appOrigin
  return {
    head: headOf(page, {
      title: i18n._('Business partners between Pakistan and Kazakhstan'),
      description: i18n._('The matchmaking desk of the Pakistan–Kazakhstan Business Forum: say what you bring and what you seek, and get an introduction that a person has read. Free, in four languages.'),
      path: '/',
      jsonLd: { '@type': 'Organization', name: 'Dastarkhan', url: origin, logo: `${origin}/icon-512.png` },
    }),
    forum: forum && i18n._('{name} · {city}, {date}', { name: seededText(i18n, forum.name), city: townName(i18n, forum.hostCity), date: formatDate(locale, forum.startsOn) }),
    facts: factsOf(i18n, formatsOf(locale)),
    example: exampleView(page, services.lexicon(), services.examplePair()),
    firms: { pk: formatNumber(locale, counts.companies.PK), kz: formatNumber(locale, counts.companies.KZ) },
    heat: heatView(page, meetings.PK, demo),
    roads: roads.filter(road => main.includes(road.id)),
    otherRoads: roads.filter(road => !main.includes(road.id)),
    ports: portNames(page),
    funnel: funnelView(page, counts),
    sent: counts.introductions > 0,
    ledger: ledgerView(page, counts, measures, demo, services.now()),
    demo,
  }
}

export default function Landing() {
  const { i18n } = useLingui()
  const path = useLocalePath()
  const { forum, example, facts, firms, heat, roads, otherRoads, ports, funnel, sent, ledger, demo } = useLoaderData<typeof loader>()
  return (
    <PublicShell>
      <Hero forum={forum} />
      <FactsStrip facts={facts} />
      <HowAMatchIsMade example={example} />
      <section className="section section-alt" id="sectors">
        <div className="wrap">
          <SectionHead title={i18n._('Where the two sides meet')}>
            {i18n._('{pk} companies from Pakistan and {kz} from Kazakhstan are at the table. Each number counts the pairs of listings that meet: what one brings, the other seeks.', firms)}
          </SectionHead>
          {heat.rows.length > 0 ? <HeatTable heat={heat} /> : <EmptyState title={i18n._('Nothing meets yet')}>{i18n._('The map fills as companies register. Yours may be the first.')}</EmptyState>}
          <p className="mt-6"><a className="inline-flex min-h-11 items-center font-semibold underline" href={path('/sectors')}>{i18n._('See all sixteen sectors')}</a></p>
        </div>
      </section>
      <section className="section" id="corridors">
        <div className="wrap">
          <SectionHead title={i18n._('Two roads to the sea')}>
            {i18n._('Both corridors that the two governments promote cross Afghanistan and lead to Karachi, Port Qasim and Gwadar. Tell us which one your goods can take: it counts in the match.')}
          </SectionHead>
          <ul className="grid gap-9">{roads.map(road => <Road key={road.id} road={road} ports={ports} />)}</ul>
          <p className="text-ink-3 mt-6 text-[.8125rem]">{i18n._('Schematic. Stops are examples; borders are not shown, and no position on them is implied.')}</p>
          <RoadList roads={otherRoads} title={i18n._('Other ways')} />
        </div>
      </section>
      <section className="section section-alt" id="progress">
        <div className="wrap">
          <SectionHead title={i18n._('From introduction to trade')}>
            {i18n._('We publish the whole way, including the introductions that went nowhere. What companies claim and what is proven stay apart.')} {demo && <Tag>{i18n._('Demo data')}</Tag>}
          </SectionHead>
          <div className="grid items-start gap-[clamp(2rem,5vw,4.5rem)] lg:grid-cols-[1fr_1.05fr]">
            <Funnel steps={funnel} empty={!sent} />
            <Ledger ledger={ledger} />
          </div>
        </div>
      </section>
      <Promises />
      <CallToRegister>{i18n._('Six minutes now. One good introduction later.')}</CallToRegister>
    </PublicShell>
  )
}
