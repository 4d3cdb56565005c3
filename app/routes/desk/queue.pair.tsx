import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData, useOutletContext, type ClientLoaderFunctionArgs } from '@remix-run/react'

import { inLocale, localeOfPath } from '~/core/locale'
import { cachedPair } from '~/features/desk/pair-cache.client'
import { PairDetail } from '~/features/desk/pair-detail'
import type { QueueView } from '~/features/desk/queue-view.server'
import { idOf, pairOf, requireDesk } from './desk.server'

export const handle = { hydrate: true }

export async function loader(args: LoaderFunctionArgs) {
  const desk = await requireDesk(args)
  return pairOf(desk, args.context.services.conceptLabel, idOf(args.params.pair))
}

/** The next pair was read ahead: then it is there at once. */
export async function clientLoader({ request, params, serverLoader }: ClientLoaderFunctionArgs) {
  const base = inLocale('/desk/pairs', localeOfPath(new URL(request.url).pathname))
  return (await cachedPair(base, params.pair!)) ?? (await serverLoader<typeof loader>())
}

export default function Pair() {
  return <PairDetail pair={useLoaderData<typeof loader>()} view={useOutletContext<QueueView>()} />
}
