import { useLingui } from '@lingui/react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData, useOutletContext } from '@remix-run/react'

import { PairDetail } from '~/features/desk/pair-detail'
import type { QueueView } from '~/features/desk/queue-view.server'
import { pairOf, requireDesk } from './desk.server'

export const handle = { hydrate: true }

/** With no pair in the address, the first of the list stands beside it. */
export async function loader(args: LoaderFunctionArgs) {
  const desk = await requireDesk(args)
  const { rows } = await desk.listed()
  return { first: rows[0] ? await pairOf(desk, args.context.services.conceptLabel, rows[0].id) : null }
}

export default function First() {
  const { i18n } = useLingui()
  const { first } = useLoaderData<typeof loader>()
  const view = useOutletContext<QueueView>()
  if (first) return <PairDetail pair={first} view={view} />
  return (
    <section className="det" aria-label={i18n._('Pair')}>
      <p className="text-ink-2 m-auto p-8">{i18n._('No pair to show. Choose another list or filter.')}</p>
    </section>
  )
}
