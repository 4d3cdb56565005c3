import type { LoaderFunctionArgs } from '@remix-run/node'

import { toCsv } from '~/features/desk/csv'
import { exposureTable } from '~/features/progress/progress-view.server'
import { readProgress } from '~/features/progress/progress.store.server'
import { requireDesk } from './desk.server'

/** Who was shown how much, for a spreadsheet. */
export async function loader(args: LoaderFunctionArgs) {
  const desk = await requireDesk(args)
  const table = exposureTable(desk, await readProgress(args.context.services.db, desk.forum.id))
  return new Response(toCsv(table.head, table.rows), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': `attachment; filename="exposure-${desk.forum.slug}.csv"`, 'Cache-Control': 'no-store' },
  })
}
