import type { LoaderFunctionArgs } from '@remix-run/node'

import { troublesTable } from '~/features/desk/import/import-views.server'
import type { ImportRow } from '~/features/desk/import/import.store.server'
import { toCsv } from '~/features/desk/csv'
import { idOf, orNotFound, requireDesk } from './desk.server'

const PAGE = 1000

/** The rows of an import that did not go in, with what is wrong and how to mend it, for a spreadsheet. */
export async function loader(args: LoaderFunctionArgs) {
  const desk = await requireDesk(args)
  const facts = await orNotFound(desk.imports.one(idOf(args.params.import)))
  const rows: ImportRow[] = []
  for (let page: ImportRow[] = [], after = 0; ; after = page.at(-1)!.row) {
    page = await desk.imports.rows(facts.id, 'cells', after, PAGE)
    rows.push(...page.filter(row => row.verdict === 'wrong' || row.verdict === 'duplicate'))
    if (page.length < PAGE) break
  }
  const { head, rows: lines } = troublesTable(desk, facts, rows)
  return new Response(toCsv(head, lines), { headers: { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': 'attachment; filename="not-imported.csv"', 'Cache-Control': 'no-store' } })
}
