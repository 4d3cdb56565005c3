import { useLingui } from '@lingui/react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link } from '@remix-run/react'

import { DeskPage } from '~/features/desk/desk-shell'
import { tabs } from '~/features/desk/queue-filters'
import { tabName } from '~/features/desk/words'
import { useLocalePath } from '~/i18n/locale-path'
import { requireDesk } from './desk.server'

export const handle = { hydrate: true }

export async function loader(args: LoaderFunctionArgs) {
  await requireDesk(args)
  return null
}

export default function Export() {
  const { i18n } = useLingui()
  const path = useLocalePath()
  const both = (table: string, query = '') => (
    <span className="flex flex-wrap gap-2">
      <a className="btn btn-secondary btn-compact" href={path(`/desk/export/${table}.csv${query}`)}>CSV</a>
      <a className="btn btn-secondary btn-compact" href={path(`/desk/export/${table}.xlsx${query}`)}>XLSX</a>
    </span>
  )
  return (
    <DeskPage title={i18n._('Export')} lead={i18n._('Spreadsheets of the whole forum. Lists narrowed by filters are exported from their own pages.')}>
      <dl className="card panel fact-rows">
        <div><dt>{i18n._('Companies')}</dt><dd><p className="mb-2">{i18n._('Every column of the profile; brought back by the import, it changes nothing.')}</p>{both('firms')}</dd></div>
        {tabs.map(tab => <div key={tab}><dt>{i18n._('Pairs: {tab}', { tab: tabName(i18n, tab) })}</dt><dd>{both('matches', tab === 'waiting' ? '' : `?tab=${tab}`)}</dd></div>)}
        <div><dt>{i18n._('Introductions')}</dt><dd>{both('introductions')}</dd></div>
        <div><dt>{i18n._('Outcomes')}</dt><dd>{both('outcomes')}</dd></div>
        <div>
          <dt>{i18n._('For matching without a server')}</dt>
          <dd>
            <p className="mb-2">{i18n._('The firms in the form that the command “npm run match -- firms.csv --out matches.csv” reads.')}</p>
            <a className="btn btn-secondary btn-compact" href={path('/desk/export/offline.csv')}>CSV</a>
          </dd>
        </div>
      </dl>
      <p className="text-ink-2 mt-4 max-w-2xl">{i18n._('These files hold people’s addresses. Keep them no longer than you need them.')} <Link to={path('/desk/companies')}>{i18n._('All companies')}</Link></p>
    </DeskPage>
  )
}
