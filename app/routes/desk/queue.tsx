import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData, useParams, type ShouldRevalidateFunction } from '@remix-run/react'

import { readFilters } from '~/features/desk/queue-filters'
import { QueueScreen } from '~/features/desk/queue-screen'
import { queueView } from '~/features/desk/queue-view.server'
import { toastOf } from '~/features/desk/toast.server'
import { requireDesk } from './desk.server'

export const handle = { hydrate: true }

// Another pair of the same list is no other list.
export const shouldRevalidate: ShouldRevalidateFunction = ({ currentUrl, nextUrl, formMethod, defaultShouldRevalidate }) =>
  !formMethod && currentUrl.pathname !== nextUrl.pathname && currentUrl.search === nextUrl.search ? false : defaultShouldRevalidate

export async function loader(args: LoaderFunctionArgs) {
  const desk = await requireDesk(args)
  const query = new URL(args.request.url).searchParams
  const filters = readFilters(query)
  const [page, { filters: saved }, toast] = await Promise.all([desk.listed(), desk.frame(), toastOf(desk, query)])
  return { view: queueView(desk, page, filters, saved), toast, singleKeys: desk.singleKeys }
}

export default function Queue() {
  const { view, toast, singleKeys } = useLoaderData<typeof loader>()
  return (
    <QueueScreen view={view} toast={toast} singleKeys={singleKeys} showing={useParams().pair ? 'pair' : 'list'}>
      <Outlet context={view} />
    </QueueScreen>
  )
}
