import { useLingui } from '@lingui/react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

import { factsOf } from '~/features/public/facts'
import { ReadingPage, ReadingSection } from '~/features/public/prose'
import { formatsOf, roadViews } from '~/features/public/views.server'
import { pageOf } from '../page.server'
import { headOf } from './head.server'
import { headed } from './headed'

export const meta = headed

export async function loader(args: LoaderFunctionArgs) {
  const page = pageOf(args)
  const { i18n, locale, services } = page
  const { corridors } = await services.openTable()
  return {
    head: headOf(page, {
      title: i18n._('Sources and method'),
      description: i18n._('Every figure with who said it and when, where accounts differ, and how companies are matched, in plain words.'),
      path: '/sources',
    }),
    facts: factsOf(i18n, formatsOf(locale)),
    roads: roadViews(page, corridors),
  }
}

export default function Sources() {
  const { i18n } = useLingui()
  const { facts, roads } = useLoaderData<typeof loader>()
  return (
    <ReadingPage title={i18n._('Sources and method')} lead={i18n._('Who said what, and when. Where two accounts differ, both stand here: we do not choose the nicer one.')}>
      <ReadingSection title={i18n._('Figures')}>
        <dl className="reading-facts">
          {facts.map(fact => (
            <div key={fact.id}>
              <dt><bdi>{fact.figure}</bdi> {fact.says}</dt>
              {fact.others.map(other => <dd key={other.figure}><b><bdi>{other.figure}</bdi></b> {other.says}</dd>)}
              <dd className="text-ink-3 text-sm">{fact.source}</dd>
            </div>
          ))}
        </dl>
      </ReadingSection>
      <ReadingSection title={i18n._('Corridors')} points={roads.map(road => <><b>{road.name}</b>: {road.statusName}, {road.source}</>)} />
      <ReadingSection title={i18n._('How companies are matched')}>
        <ol className="reading-steps">
          <li>{i18n._('What you write is understood: your words, in any of the four languages, are looked up in a dictionary of goods and services built on the Harmonized System, the customs code both countries use. You see how you were understood, and can correct it.')}</li>
          <li>{i18n._('What one side brings is laid beside what the other seeks, across the border only. It also meets one step along a value chain: raw sheepskins meet tanning, wheat meets flour.')}</li>
          <li>{i18n._('Each pair gets up to 100 points, for both sides’ gain: product, kind of deal, volume, route and terms, languages, documents, size. Each point has a reason in words.')}</li>
          <li>{i18n._('Suggestions are shared out fairly: nobody is flooded, and nobody who fits is left out.')}</li>
          <li>{i18n._('An organiser reads each suggestion and decides. The software sends nothing by itself.')}</li>
        </ol>
      </ReadingSection>
      <ReadingSection
        title={i18n._('What the numbers of this desk mean')}
        points={[
          i18n._('Claimed: a company told us. Documented: it showed a contract or an invoice. Customs-verified: customs confirmed that the goods crossed the border. They are never added up unsaid.'),
          i18n._('A number on the map of sectors counts pairs of listings that meet, not firms and not deals.'),
          i18n._('“Demo data” means that the firms behind a number are invented.'),
        ]}
      />
      <ReadingSection title={i18n._('The map')}>
        <p>{i18n._('Land by Natural Earth, drawn as dots. It shows no borders, and no position on any is implied.')}</p>
      </ReadingSection>
    </ReadingPage>
  )
}
