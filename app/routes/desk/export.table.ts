import type { LoaderFunctionArgs } from '@remix-run/node'

import { readFirmFilters } from '~/features/desk/company-filters'
import { firmsOut, introductionsOut, matchesOut, offlineOut, outcomesOut } from '~/features/desk/export/export-tables.server'
import { download } from '~/features/desk/export/spreadsheet.server'
import { readFilters } from '~/features/desk/queue-filters'
import { requireDesk } from './desk.server'

/** `firms.csv`, `matches.xlsx` and their like: a table of the forum, narrowed by the filters of its list where it has one. */
export async function loader(args: LoaderFunctionArgs) {
  const desk = await requireDesk(args)
  const [, name, format] = /^(firms|matches|introductions|outcomes|offline)\.(csv|xlsx)$/.exec(args.params.table ?? '') ?? []
  const query = new URL(args.request.url).searchParams
  const tables = {
    firms: () => firmsOut(desk, desk.exports, desk.forum.id, readFirmFilters(query)),
    matches: () => matchesOut(desk, desk.exports, desk.forum.id, readFilters(query)),
    introductions: () => introductionsOut(desk, desk.exports, desk.forum.id),
    outcomes: () => outcomesOut(desk, desk.exports, desk.forum.id),
    offline: () => offlineOut(desk.exports, desk.forum.id),
  }
  if (!name || (name === 'offline' && format !== 'csv')) throw new Response(null, { status: 404 })
  // Four lists of pairs, four names: beside one another in a folder they must not be taken for one.
  const list = name === 'matches' ? `${name}-${readFilters(query).tab}` : name
  return download(tables[name as keyof typeof tables](), format as 'csv' | 'xlsx', `${list}-${desk.forum.slug}`)
}
