import { useLingui } from '@lingui/react'
import { Link, useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'

import { inLocale, localeNames, locales } from '~/core/locale'
import { useLocale, useLocalePath } from '~/i18n/locale-path'
import { seededText } from '~/i18n/words/seeded'
import { Mark } from '~/ui/brand'
import { CountryTag } from '~/ui/country-tag'
import { Icon, type IconName } from '~/ui/icon'
import type { Country } from '~/core/companies/country'

export type ShellView = {
  me: { name: string; country: Country; initials: string; decidedToday: string }
  forum: { id: string; name: string; isDemo: boolean }
  forums: { id: string; name: string }[]
  counts: { waiting: string; snoozed: string; introductions: string; companies: string; toValidate: string; mailAlarms: string }
  singleKeys: boolean
}

function NavLink({ to, icon, label, count, here }: { to: string; icon: IconName; label: string; count?: string; here: boolean }) {
  return (
    <Link to={to} aria-current={here ? 'page' : undefined}>
      <Icon name={icon} />
      <span>{label}</span>
      {count && count !== '0' && <span className="n num">{count}</span>}
    </Link>
  )
}

/** The four languages, as links to this very page. */
function Languages() {
  const { i18n } = useLingui()
  const current = useLocale()
  const { pathname, search } = useLocation()
  return (
    <nav aria-label={i18n._('Language')} className="desk-languages">
      {locales.map(locale => (
        <a key={locale} href={inLocale(pathname + search, locale)} lang={locale} hrefLang={locale} aria-current={locale === current ? 'true' : undefined}>
          {localeNames[locale]}
        </a>
      ))}
    </nav>
  )
}

function Me({ view }: { view: ShellView }) {
  const { i18n } = useLingui()
  const path = useLocalePath()
  const { pathname, search } = useLocation()
  return (
    <details className="me">
      <summary>
        <span className="av" aria-hidden="true">{view.me.initials}</span>
        <span className="me-name">
          <bdi>{view.me.name}</bdi>
          <small>{view.me.decidedToday}</small>
        </span>
      </summary>
      <div className="me-menu">
        <p className="flex items-center gap-2 px-1 pb-1"><CountryTag country={view.me.country} /> <bdi>{seededText(i18n, view.forum.name)}</bdi></p>
        {view.forums.length > 1 && (
          <form method="post" action={path('/desk/forum')} className="flex gap-2">
            <select name="forum" className="input" aria-label={i18n._('Forum')} defaultValue={view.forum.id}>
              {view.forums.map(forum => <option key={forum.id} value={forum.id}>{seededText(i18n, forum.name)}</option>)}
            </select>
            <button className="btn btn-secondary btn-compact">{i18n._('Switch')}</button>
          </form>
        )}
        <form method="post" action={path('/desk/keys')}>
          <input type="hidden" name="back" value={pathname + search} />
          <button className="btn btn-quiet btn-compact" name="keys" value={view.singleKeys ? 'off' : 'on'}>
            {view.singleKeys ? i18n._('Turn single-key shortcuts off') : i18n._('Turn single-key shortcuts on')}
          </button>
        </form>
        <Languages />
        <form method="post" action={path('/sign-out')}>
          <button className="btn btn-secondary btn-compact">{i18n._('Sign out')}</button>
        </form>
      </div>
    </details>
  )
}

/** The desk's frame: where one is, where one can go, who one is. */
export function DeskShell({ view, children }: { view: ShellView; children: ReactNode }) {
  const { i18n } = useLingui()
  const path = useLocalePath()
  const { pathname, search } = useLocation()
  const bare = inLocale(pathname, 'en')
  const snoozed = bare.startsWith('/desk/queue') && new URLSearchParams(search).get('tab') === 'snoozed'
  const at = (place: string) => bare.startsWith(place)
  return (
    <div className="desk">
      <header className="side">
        <a className="desk-brand" href={path('/desk')}>
          <Mark size={28} />
          <span>
            <b>{i18n._('Dastarkhan')}</b>
            <small>{view.forum.isDemo ? i18n._('Forum desk · Demo data') : i18n._('Forum desk')}</small>
          </span>
        </a>
        <nav aria-label={i18n._('Desk')} className="side-nav">
          <NavLink to={path('/desk/queue')} icon="lines" label={i18n._('Review queue')} count={view.counts.waiting} here={at('/desk/queue') && !snoozed} />
          <NavLink to={path('/desk/queue?tab=snoozed')} icon="clock" label={i18n._('Snoozed')} count={view.counts.snoozed} here={snoozed} />
          <NavLink to={path('/desk/introductions')} icon="rings" label={i18n._('Introductions')} count={view.counts.introductions} here={at('/desk/introductions')} />
          <NavLink to={path('/desk/mail')} icon="mail" label={i18n._('Mail')} count={view.counts.mailAlarms} here={at('/desk/mail')} />
          <NavLink to={path('/desk/companies')} icon="firm" label={i18n._('Companies')} count={view.counts.companies} here={at('/desk/companies')} />
          <NavLink to={path('/desk/rounds')} icon="rounds" label={i18n._('Rounds')} here={at('/desk/rounds')} />
          <NavLink to={path('/desk/exposure')} icon="scales" label={i18n._('Exposure')} here={at('/desk/exposure')} />
          <NavLink to={path('/desk/progress')} icon="chart" label={i18n._('Progress')} here={at('/desk/progress') || at('/desk/report')} />
          <NavLink to={path('/desk/memoranda')} icon="paper" label={i18n._('Memoranda')} here={at('/desk/memoranda')} />
          <p className="grp">{i18n._('Set up')}</p>
          <NavLink to={path('/desk/duplicates')} icon="twins" label={i18n._('Duplicates')} here={at('/desk/duplicates')} />
          <NavLink to={path('/desk/import')} icon="import" label={i18n._('Import')} here={at('/desk/import')} />
          <NavLink to={path('/desk/export')} icon="export" label={i18n._('Export')} here={at('/desk/export')} />
          <NavLink to={path('/desk/settings')} icon="gear" label={i18n._('Settings')} here={at('/desk/settings')} />
        </nav>
        <Me view={view} />
      </header>
      {children}
    </div>
  )
}

/** A page of the desk that is neither list nor pair: a heading, and what stands below it. */
export function DeskPage({ title, lead, children }: { title: ReactNode; lead?: ReactNode; children: ReactNode }) {
  return (
    <main id="main" tabIndex={-1} className="desk-page">
      <div className="desk-page-in">
        <h1 className="mb-1 text-2xl">{title}</h1>
        {lead && <p className="text-ink-2 mb-5 [&_a]:underline">{lead}</p>}
        {children}
      </div>
    </main>
  )
}

/** An address that only takes forms, opened by hand: the way back. */
export function NothingHere() {
  const { i18n } = useLingui()
  const path = useLocalePath()
  return (
    <DeskPage title={i18n._('There is nothing to decide here')}>
      <Link className="btn btn-secondary" to={path('/desk/queue')}>{i18n._('Back to the queue')}</Link>
    </DeskPage>
  )
}
