import { useLingui } from '@lingui/react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

import { sectors, sectorSlug, type Sector } from '~/core/companies/sectors'
import { inLocale } from '~/core/locale'
import { CallToRegister } from '~/features/public/promises'
import { sectorAbout } from '~/features/public/sector-about'
import { MeetingList, NothingMeets, TwoSides } from '~/features/public/sector-page'
import { sectorView } from '~/features/public/sector-view.server'
import { useLocalePath } from '~/i18n/locale-path'
import { sectorName, sectorShortName } from '~/i18n/words/companies'
import { PublicShell } from '~/ui/public-shell'
import { Tag } from '~/ui/tag'
import { pageOf } from '../page.server'
import { headOf } from './head.server'
import { headed } from './headed'

export const meta = headed

const sectorOfSlug = (slug: string | null | undefined): Sector | null => sectors.find(sector => sectorSlug(sector) === slug) ?? null

export async function loader(args: LoaderFunctionArgs) {
  const page = pageOf(args)
  const { i18n, locale, services, url } = page
  const sector = sectorOfSlug(args.params.sector)
  if (!sector) throw new Response(null, { status: 404 })
  const seeker = sectorOfSlug(url.searchParams.get('for'))
  const origin = services.env.appOrigin
  const path = `/sectors/${sectorSlug(sector)}`
  const [name, about] = [sectorName(i18n, sector), sectorAbout(i18n, sector)]
  const crumb = (position: number, text: string, to: string) => ({ '@type': 'ListItem', position, name: text, item: origin + inLocale(to, locale) })
  return {
    head: headOf(page, {
      title: i18n._('{sector}: partners in Pakistan and Kazakhstan', { sector: name }),
      description: about,
      path,
      jsonLd: { '@type': 'BreadcrumbList', itemListElement: [crumb(1, i18n._('Sectors'), '/sectors'), crumb(2, name, path)] },
    }),
    name,
    about,
    seeker: seeker && sectorShortName(i18n, seeker),
    here: path,
    view: sectorView(page, await services.openTable(), services.lexicon().dictionary, sector, seeker),
  }
}

export default function SectorPage() {
  const { i18n } = useLingui()
  const path = useLocalePath()
  const { name, about, seeker, here, view } = useLoaderData<typeof loader>()
  const meets = view.meetings.PK.length + view.meetings.KZ.length > 0
  return (
    <PublicShell>
      <div className="wrap py-10 lg:py-14">
        <p className="mb-3"><a className="text-ink-2 inline-flex min-h-11 items-center underline" href={path('/sectors')}>{i18n._('All sectors')}</a></p>
        <h1 className="page-title">{name}</h1>
        <p className="page-lead mb-10">{about} {view.demo && <Tag>{i18n._('Demo data')}</Tag>}</p>
        <TwoSides view={view} />
        <section id="meets" className="mt-14">
          <h2 className="mb-2 text-2xl">{i18n._('What meets')}</h2>
          <p className="text-ink-2 mb-5 max-w-2xl">
            {seeker
              ? i18n._('Sought by Kazakh companies of one sector: {seeker}. The number counts pairs of listings.', { seeker })
              : i18n._('By meaning only; which companies stand behind it, an introduction tells. The number counts pairs of listings.')}{' '}
            {seeker && <a className="inline-flex min-h-11 items-center underline" href={`${path(here)}#meets`}>{i18n._('Show all')}</a>}
          </p>
          {meets ? (
            <div className="grid grid-cols-1 items-start gap-x-12 gap-y-8 lg:grid-cols-2">
              <MeetingList from="PK" meetings={view.meetings.PK} />
              <MeetingList from="KZ" meetings={view.meetings.KZ} />
            </div>
          ) : (
            <NothingMeets />
          )}
          {view.deals.length > 0 && (
            <p className="mt-6 flex flex-wrap items-center gap-2"><span className="text-ink-2">{i18n._('Kinds of deal:')}</span>{view.deals.map(deal => <Tag key={deal} tone="good">{deal}</Tag>)}</p>
          )}
        </section>
        {view.prerequisites.length > 0 && (
          <section className="mt-14 max-w-3xl">
            <h2 className="mb-3 text-2xl">{i18n._('What must be in hand')}</h2>
            <dl className="border-line border-t">
              {view.prerequisites.map(paper => (
                <div key={paper.name} className="border-line border-b py-3"><dt className="font-semibold">{paper.name}</dt><dd className="text-ink-2">{paper.about}</dd></div>
              ))}
            </dl>
          </section>
        )}
      </div>
      <CallToRegister>{i18n._('Say what you bring and what you seek. We look across the border.')}</CallToRegister>
    </PublicShell>
  )
}
