import type { LoaderFunctionArgs } from '@remix-run/node'

import { progressCsv, progressFiles } from '~/features/public/progress-figures.server'
import { pageOf } from '../page.server'

/** The public figures for a spreadsheet: `?list=introductions|trade|meetings|corridors`. */
export async function loader(args: LoaderFunctionArgs) {
  const page = pageOf(args)
  const file = progressFiles.find(name => name === page.url.searchParams.get('list'))
  if (!file) throw new Response(null, { status: 404 })
  const { openTable, now } = page.services
  return new Response(progressCsv(page, file, await openTable(), now()), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': `attachment; filename="progress-${file}.csv"` },
  })
}
