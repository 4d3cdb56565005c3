import type { LoaderFunctionArgs } from '@remix-run/node'

import { templateTable } from '~/features/desk/import/template.server'
import { toCsv } from '~/features/desk/csv'
import { requireDesk } from './desk.server'

/** A spreadsheet to fill: every column that can be read, with a firm of each country for an example. */
export async function loader(args: LoaderFunctionArgs) {
  const { i18n } = await requireDesk(args)
  const { head, rows } = templateTable(i18n)
  return new Response(toCsv(head, rows), { headers: { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': 'attachment; filename="firms-template.csv"', 'Cache-Control': 'no-store' } })
}
