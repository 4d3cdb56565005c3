import type { LoaderFunctionArgs } from '@remix-run/node'

import { toCsv } from '~/features/desk/csv'
import { memorandaTable } from '~/features/progress/memoranda-view.server'
import { chartsOf, meetingsTable } from '~/features/progress/progress-view.server'
import { readMaterial } from '~/features/progress/read-material.server'
import { requireDesk } from './desk.server'

/** The figures of a chart (`?chart=`) or a list (`?list=meetings|memoranda`), for a spreadsheet. */
export async function loader(args: LoaderFunctionArgs) {
  const desk = await requireDesk(args)
  const { db, conceptLabel } = args.context.services
  const query = new URL(args.request.url).searchParams
  const material = await readMaterial(db, desk.forum.id, conceptLabel(desk.locale))
  const list = query.get('list') ?? 'meetings'
  const lists = { meetings: () => meetingsTable(desk, material.facts), memoranda: () => memorandaTable(desk, material.memoranda) }
  const table = query.has('chart') ? chartsOf(desk, material).find(chart => chart.id === query.get('chart')) : lists[list as keyof typeof lists]?.()
  if (!table) throw new Response(null, { status: 404 })
  const name = `${query.get('chart') ?? list}-${desk.forum.slug}`
  return new Response(toCsv(table.head, table.rows), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': `attachment; filename="${name}.csv"`, 'Cache-Control': 'no-store' },
  })
}
