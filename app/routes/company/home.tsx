import { useLingui } from '@lingui/react'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

import { completenessOf } from '~/core/companies/completeness'
import { dayAfterMonths } from '~/core/companies/listing-end'
import { firstUnfinished, stepPath } from '~/core/companies/registration-steps'
import { OnBehalfNotice, ProfileNotice } from '~/features/companies/home-notices'
import { HomeProfile, ProfileCare } from '~/features/companies/home-profile'
import { listingView } from '~/features/companies/listing-view.server'
import { confirmProfile, renewListing } from '~/features/companies/registration.server'
import { IntroductionCard, type IntroductionView } from '~/features/introductions/introduction-card'
import { introductionView } from '~/features/introductions/introduction-view.server'
import { isUnderWay } from '~/features/introductions/standing'
import { formatDate } from '~/i18n/format.server'
import { useLocalePath } from '~/i18n/locale-path'
import { FirmName } from '~/ui/names'
import { EmptyState, Notice } from '~/ui/notice'
import { PublicShell } from '~/ui/public-shell'
import { titled } from '../titled'
import { requireOwn } from './own.server'

export const meta = titled

export async function loader(args: LoaderFunctionArgs) {
  const { title, i18n, locale, own, services, path, url } = await requireOwn(args)
  const { company, contact, listings } = own
  if (company.state === 'draft') throw redirect(path(stepPath(firstUnfinished(own))))
  const lexicon = services.lexicon()
  const today = services.now().toISOString().slice(0, 10)
  const [introductions, { review, team, onBehalf }] = await Promise.all([services.introductions.list(company.id), services.home.home(company.id)])
  return {
    title: title(i18n._('My company')), company, review, asking: own.role === 'owner' ? team.asking.length : 0,
    onBehalf: onBehalf.map(entry => ({ ...entry, at: formatDate(locale, entry.at) })),
    introductions: introductions.map(introduction => introductionView(locale, introduction)),
    listings: listings.map(listing => listingView(i18n, locale, lexicon, listing, today)),
    completeness: completenessOf(company, contact, listings), confirmed: company.confirmedAt && formatDate(locale, company.confirmedAt),
    saved: url.searchParams.has('saved'), thanks: url.searchParams.has('confirmed'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { own, services, path } = await requireOwn(args)
  const form = await args.request.formData()
  if (form.get('intent') === 'confirm') await confirmProfile(services.companies, own)
  if (form.get('intent') === 'renew') await renewListing(services.companies, own, String(form.get('listing')), dayAfterMonths(services.now().toISOString().slice(0, 10), 3))
  return redirect(`${path('/home')}?confirmed`)
}

export default function Home() {
  const { i18n } = useLingui()
  const path = useLocalePath()
  const { company, review, onBehalf, asking, introductions, listings, completeness, confirmed, saved, thanks } = useLoaderData<typeof loader>()
  const groups: [string, IntroductionView[]][] = [
    [i18n._('Waiting for your answer'), introductions.filter(({ standing }) => standing === 'answer')],
    [i18n._('Under way'), introductions.filter(({ standing }) => isUnderWay(standing))],
    [i18n._('Past'), introductions.filter(({ standing }) => standing !== 'answer' && !isUnderWay(standing))],
  ]
  return (
    <PublicShell account="company">
      <div className="wrap py-8 lg:py-12">
        <div className="grid items-start gap-x-12 gap-y-10 xl:grid-cols-[minmax(0,1fr)_23rem]">
          <div>
            {saved && <Notice tone="good" title={i18n._('Saved')} />}
            {thanks && <Notice tone="good" title={i18n._('Thank you: your profile is confirmed as of today')} />}
            <div className="mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
              <h1 className="text-3xl"><FirmName native={company.nameNative} latin={company.nameLatin} locale={company.nameLocale} /></h1>
              <nav aria-label={i18n._('My company')} className="flex flex-wrap gap-x-4">
                <a className="inline-flex min-h-11 items-center underline" href={path('/home/team')}>
                  {asking > 0 ? i18n._('{asking, plural, one {People (# asks to join)} other {People (# ask to join)}}', { asking }) : i18n._('People')}
                </a>
                <a className="inline-flex min-h-11 items-center underline" href={path('/home/settings')}>{i18n._('Language, mail and data')}</a>
              </nav>
            </div>
            <ProfileNotice company={company} review={review} />
            <OnBehalfNotice entries={onBehalf} />
            {introductions.length === 0 && (
              <div className="mb-10">
                <EmptyState title={i18n._('No introductions yet')}>{i18n._('The first one comes by e-mail as soon as an organiser has approved a partner for you. A fuller profile finds more.')}</EmptyState>
              </div>
            )}
            {groups.map(([heading, group]) => group.length > 0 && (
              <section key={heading} className="mb-10">
                <h2 className="mb-4 text-2xl">{heading}</h2>
                <ul className="grid gap-4">
                  {group.map(introduction => <IntroductionCard key={introduction.id} introduction={introduction} />)}
                </ul>
              </section>
            ))}
            <HomeProfile company={company} listings={listings} />
          </div>
          <div className="no-print xl:mt-14"><ProfileCare completeness={completeness} confirmed={confirmed} /></div>
        </div>
      </div>
    </PublicShell>
  )
}
