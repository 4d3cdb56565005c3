import { useLingui } from '@lingui/react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'

import { readColumns, readFirmFilters } from '~/features/desk/company-filters'
import { firmsView } from '~/features/desk/company-views.server'
import { DeskPage } from '~/features/desk/desk-shell'
import { FirmFilterForm, FirmTable } from '~/features/desk/firm-table'
import { useLocalePath } from '~/i18n/locale-path'
import { requireDesk } from './desk.server'

export const handle = { hydrate: true }

export async function loader(args: LoaderFunctionArgs) {
  const desk = await requireDesk(args)
  const query = new URL(args.request.url).searchParams
  const filters = readFirmFilters(query)
  const [page, { counts }] = await Promise.all([desk.companies.list(desk.forum.id, filters), desk.frame()])
  return { view: firmsView(desk, page, filters, readColumns(query)), toValidate: counts.toValidate }
}

export default function Companies() {
  const { i18n } = useLingui()
  const path = useLocalePath()
  const { view, toValidate } = useLoaderData<typeof loader>()
  return (
    <DeskPage title={i18n._('Companies')} lead={view.total}>
      {toValidate > 0 && view.filters.state !== 'published' && (
        <p className="mb-4">
          <Link className="btn btn-secondary" to={path('/desk/companies?state=published')}>
            {i18n._('{count, plural, one {# firm waits for validation} other {# firms wait for validation}}', { count: toValidate })}
          </Link>
        </p>
      )}
      <p className="mb-4 flex flex-wrap gap-2">
        <Link className="btn btn-secondary btn-compact" to={path('/desk/companies/new')}>{i18n._('Enter a firm')}</Link>
        <Link className="btn btn-secondary btn-compact" to={path('/desk/import')}>{i18n._('Bring a spreadsheet')}</Link>
      </p>
      <FirmFilterForm view={view} />
      <FirmTable view={view} />
    </DeskPage>
  )
}
