import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'

import { pairView } from '~/features/desk/pair-view.server'
import { idOf, orNotFound, requireDesk } from './desk.server'

/** A pair as data, for reading ahead: the same view as its page. */
export async function loader(args: LoaderFunctionArgs) {
  const desk = await requireDesk(args)
  const facts = await orNotFound(desk.queue.pair(idOf(args.params.pair)))
  return Response.json(pairView(desk, facts, desk.forum), { headers: { 'Cache-Control': 'no-store' } })
}

/** The caller looks at this pair. */
export async function action(args: ActionFunctionArgs) {
  const desk = await requireDesk(args)
  await orNotFound(desk.queue.look(idOf(args.params.pair)))
  return new Response(null, { status: 204 })
}
