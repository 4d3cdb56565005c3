import { useLingui } from '@lingui/react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

import { sectors, sectorSlug } from '~/core/companies/sectors'
import { inLocale } from '~/core/locale'
import { firmsIn } from '~/features/public/meeting-points'
import { CallToRegister } from '~/features/public/promises'
import { sectorAbout } from '~/features/public/sector-about'
import { formatNumber } from '~/i18n/format.server'
import { useLocalePath } from '~/i18n/locale-path'
import { sectorName } from '~/i18n/words/companies'
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
  const { teasers, forum } = await services.openTable()
  const list = sectors.map(sector => {
    const firms = firmsIn(teasers, sector)
    return {
      path: `/sectors/${sectorSlug(sector)}`,
      name: sectorName(i18n, sector),
      about: sectorAbout(i18n, sector),
      firms: { PK: formatNumber(locale, firms.PK), KZ: formatNumber(locale, firms.KZ) },
    }
  })
  return {
    head: headOf(page, {
      title: i18n._('Sectors'),
      description: i18n._('Sixteen sectors of trade between Pakistan and Kazakhstan: who brings what, who seeks what, what must be in hand.'),
      path: '/sectors',
      jsonLd: {
        '@type': 'ItemList',
        itemListElement: list.map(({ name, path }, i) => ({ '@type': 'ListItem', position: i + 1, name, url: services.env.appOrigin + inLocale(path, locale) })),
      },
    }),
    list,
    demo: forum?.isDemo ?? false,
  }
}

export default function Sectors() {
  const { i18n } = useLingui()
  const path = useLocalePath()
  const { list, demo } = useLoaderData<typeof loader>()
  return (
    <PublicShell>
      <div className="wrap py-10 lg:py-16">
        <h1 className="page-title">{i18n._('Sectors')}</h1>
        <p className="page-lead mb-10">
          {i18n._('Who brings what, who seeks what, and what must be in hand. The numbers count companies.')} {demo && <Tag>{i18n._('Demo data')}</Tag>}
        </p>
        <ul className="grid gap-4 md:grid-cols-2 xl:grid-cols-4">
          {list.map(sector => (
            <li key={sector.path} className="card hover:border-line-strong relative flex flex-col p-5">
              <h2 className="text-lg">
                <a className="no-underline after:absolute after:inset-0 hover:underline" href={path(sector.path)}>{sector.name}</a>
              </h2>
              <p className="text-ink-2 mt-1.5 mb-4 text-[.9375rem]">{sector.about}</p>
              <p className="num mt-auto flex gap-4 text-sm font-semibold">
                <span className="flex items-center gap-1.5"><CountryTag country="PK" /> {sector.firms.PK}</span>
                <span className="flex items-center gap-1.5"><CountryTag country="KZ" /> {sector.firms.KZ}</span>
              </p>
            </li>
          ))}
        </ul>
      </div>
      <CallToRegister>{i18n._('Say what you bring and what you seek. We look across the border.')}</CallToRegister>
    </PublicShell>
  )
}
