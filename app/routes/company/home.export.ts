import type { LoaderFunctionArgs } from '@remix-run/node'

import { pageOf, requireCaller } from '../page.server'

/** Everything kept of the caller and his firm, as a file. */
export async function loader(args: LoaderFunctionArgs) {
  const page = pageOf(args)
  const caller = await requireCaller(page)
  const { companies, home, now } = page.services
  const own = await companies.own()
  const kept = await home.everything(caller.userId, own?.company.id ?? null)
  return new Response(JSON.stringify({ exportedAt: now().toISOString(), ...kept }, null, 2), {
    headers: { 'Content-Type': 'application/json; charset=utf-8', 'Content-Disposition': 'attachment; filename="dastarkhan-export.json"', 'Cache-Control': 'no-store' },
  })
}
