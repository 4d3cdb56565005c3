import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Outlet, useLoaderData, type ShouldRevalidateFunction } from '@remix-run/react'

import styles from '~/features/desk/desk.css?url'
import { DeskShell, type ShellView } from '~/features/desk/desk-shell'
import { formatNumber } from '~/i18n/format.server'
import { requireDesk } from './desk.server'

export const handle = { hydrate: true }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? 'Dastarkhan' }, { name: 'robots', content: 'noindex' }]

// Moving from pair to pair changes no figure of the frame.
export const shouldRevalidate: ShouldRevalidateFunction = ({ currentUrl, nextUrl, formMethod, defaultShouldRevalidate }) =>
  formMethod || currentUrl.href === nextUrl.href ? defaultShouldRevalidate : currentUrl.pathname.split('/desk/')[1]?.split('/')[0] !== nextUrl.pathname.split('/desk/')[1]?.split('/')[0]

export async function loader(args: LoaderFunctionArgs) {
  const { me, forum, forums, frame, i18n, locale, singleKeys } = await requireDesk(args)
  const { counts, mails } = await frame()
  const shown = (figure: number) => formatNumber(locale, figure)
  const view: ShellView = {
    me: {
      name: me.name, country: me.country, initials: me.name.split(/\s+/).map(word => word[0]).slice(0, 2).join(''),
      decidedToday: i18n._('{count} decided today', { count: shown(counts.decidedToday) }),
    },
    forum, forums,
    counts: { waiting: shown(counts.waiting), snoozed: shown(counts.snoozed), introductions: shown(counts.introductions), companies: shown(counts.companies), toValidate: shown(counts.toValidate), mailAlarms: shown(mails.alarms) },
    singleKeys,
  }
  return { view, title: `${i18n._('Review queue')} (${shown(counts.waiting)}) — ${i18n._('Dastarkhan')}` }
}

export default function DeskLayout() {
  const { view } = useLoaderData<typeof loader>()
  return (
    <DeskShell view={view}>
      <Outlet />
    </DeskShell>
  )
}
