import type { LoaderFunctionArgs } from '@remix-run/node'

import { toCsv } from '~/features/desk/csv'
import { exposureSheet } from '~/features/desk/exposure-view.server'
import { requireDesk } from './desk.server'

/** Who was shown and given how much, a row a firm, for a spreadsheet. */
export async function loader(args: LoaderFunctionArgs) {
  const desk = await requireDesk(args)
  const sheet = exposureSheet(desk, await desk.rounds.exposure(desk.forum.id))
  return new Response(toCsv(sheet.head, sheet.rows), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': `attachment; filename="exposure-${desk.forum.slug}.csv"`, 'Cache-Control': 'no-store' },
  })
}
