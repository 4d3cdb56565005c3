import type { LoaderFunctionArgs } from '@remix-run/node'

import { readFirmFilters } from '~/features/desk/company-filters'
import { firmsTable } from '~/features/desk/company-views.server'
import { toCsv } from '~/features/desk/csv'
import { requireDesk } from './desk.server'

/** The firms of the list's filters, all pages of it, for a spreadsheet. */
export async function loader(args: LoaderFunctionArgs) {
  const desk = await requireDesk(args)
  const { rows } = await desk.companies.list(desk.forum.id, { ...readFirmFilters(new URL(args.request.url).searchParams), after: undefined }, 10_000)
  const table = firmsTable(desk, rows)
  return new Response(toCsv(table.head, table.rows), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': `attachment; filename="companies-${desk.forum.slug}.csv"`, 'Cache-Control': 'no-store' },
  })
}
