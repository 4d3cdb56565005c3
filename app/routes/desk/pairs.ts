import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'

import { lookersSentence } from '~/features/desk/pair-view.server'
import { idOf, orNotFound, pairOf, requireDesk } from './desk.server'

/** A pair as data, for reading ahead: the same view as its page. */
export async function loader(args: LoaderFunctionArgs) {
  const desk = await requireDesk(args)
  return Response.json(await pairOf(desk, args.context.services.conceptLabel, idOf(args.params.pair)), { headers: { 'Cache-Control': 'no-store' } })
}

/** The caller looks at this pair: who else does. */
export async function action(args: ActionFunctionArgs) {
  const desk = await requireDesk(args)
  const names = await orNotFound(desk.queue.look(idOf(args.params.pair)))
  return Response.json({ lookers: lookersSentence(desk.i18n, names) })
}
