import { useLingui } from '@lingui/react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

import { DeskPage } from '~/features/desk/desk-shell'
import { ExposurePage } from '~/features/desk/exposure-page'
import { exposureGroups, exposureView } from '~/features/desk/exposure-view.server'
import { requireDesk } from './desk.server'

export const handle = { hydrate: true }

export async function loader(args: LoaderFunctionArgs) {
  const desk = await requireDesk(args)
  const by = new URL(args.request.url).searchParams.get('by')
  return exposureView(desk, await desk.rounds.exposure(desk.forum.id), exposureGroups.find(group => group === by) ?? 'country')
}

export default function Exposure() {
  const { i18n } = useLingui()
  return (
    <DeskPage title={i18n._('Exposure')} lead={i18n._('Nobody starved, nobody flooded')}>
      <ExposurePage view={useLoaderData<typeof loader>()} />
    </DeskPage>
  )
}
