import { useLingui } from '@lingui/react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'

import { DeskPage } from '~/features/desk/desk-shell'
import { introductionsView } from '~/features/desk/introduction-views.server'
import { introductionGroups } from '~/features/desk/introductions.store.server'
import { useLocalePath } from '~/i18n/locale-path'
import { CountryTag } from '~/ui/country-tag'
import { EmptyState } from '~/ui/notice'
import { Tag } from '~/ui/tag'
import { requireDesk } from './desk.server'

export const handle = { hydrate: true }

export async function loader(args: LoaderFunctionArgs) {
  const desk = await requireDesk(args)
  const query = new URL(args.request.url).searchParams
  const group = introductionGroups.find(name => name === query.get('group')) ?? null
  const after = query.get('after')
  return { view: introductionsView(desk, await desk.introductions.list(desk.forum.id, group, after && /^[0-9a-f-]{36}$/.test(after) ? after : undefined), group) }
}

export default function Introductions() {
  const { i18n } = useLingui()
  const path = useLocalePath()
  const { view } = useLoaderData<typeof loader>()
  return (
    <DeskPage title={i18n._('Introductions')} lead={view.total}>
      <nav className="tabs mb-4" aria-label={i18n._('State of the introductions')}>
        <Link to={path('/desk/introductions')} aria-current={view.group ? undefined : 'true'}>{i18n._('All')}</Link>
        {view.groups.map(group => (
          <Link key={group.name} to={path(`/desk/introductions?group=${group.name}`)} aria-current={view.group === group.name ? 'true' : undefined}>{group.label} {group.count > 0 && <span className="num text-ink-3">{group.count}</span>}</Link>
        ))}
      </nav>
      {view.rows.length === 0 ? (
        <EmptyState title={i18n._('No introduction here')} action={<Link className="btn btn-secondary" to={path('/desk/queue')}>{i18n._('Go to the queue')}</Link>}>{i18n._('An introduction begins when a pair is approved.')}</EmptyState>
      ) : (
        <table className="grid-table">
          <thead><tr><th scope="col">{i18n._('Firms')}</th><th scope="col">{i18n._('State')}</th><th scope="col">{i18n._('When')}</th><th scope="col"><CountryTag country="PK" /></th><th scope="col"><CountryTag country="KZ" /></th></tr></thead>
          <tbody>
            {view.rows.map(row => (
              <tr key={row.id}>
                <th scope="row"><Link className="font-semibold" to={path(`/desk/introductions/${row.id}`)}><bdi lang={row.pk.locale ?? undefined}>{row.pk.native}</bdi> · <bdi lang={row.kz.locale ?? undefined}>{row.kz.native}</bdi></Link></th>
                <td data-label={i18n._('State')}><Tag tone={row.state === 'connected' ? 'good' : 'plain'}>{row.stateName}</Tag> {row.flags.map(flag => <Tag key={flag.id} tone={flag.bad ? 'warn' : 'plain'}>{flag.label}</Tag>)} {row.alarms.map(alarm => <Tag key={alarm} tone="warn">{alarm}</Tag>)}</td>
                <td data-label={i18n._('When')} className="num">{row.when}</td>
                <td data-label="PK">{row.answers.pk}</td>
                <td data-label="KZ">{row.answers.kz}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {view.next && <p className="mt-4"><Link className="btn btn-secondary btn-compact" to={path(`/desk/introductions${view.next}`)}>{i18n._('Next 50')}</Link></p>}
    </DeskPage>
  )
}
