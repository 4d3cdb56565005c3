import { useLingui } from '@lingui/react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

import { DeskPage } from '~/features/desk/desk-shell'
import { ProgressPage } from '~/features/progress/progress-page'
import { progressView } from '~/features/progress/progress-view.server'
import { readMaterial } from '~/features/progress/read-material.server'
import { formatDateTime } from '~/i18n/format.server'
import { requireDesk } from './desk.server'

export const handle = { hydrate: true }

export async function loader(args: LoaderFunctionArgs) {
  const desk = await requireDesk(args)
  const { db, conceptLabel } = args.context.services
  return { view: progressView(desk, await readMaterial(db, desk.forum.id, conceptLabel(desk.locale))), at: formatDateTime(desk.locale, desk.now), demo: desk.forum.isDemo }
}

export default function Progress() {
  const { i18n } = useLingui()
  const { view, at, demo } = useLoaderData<typeof loader>()
  return (
    <DeskPage title={i18n._('Progress')} lead={i18n._('The desk’s own records, as of {when}', { when: at })}>
      <ProgressPage view={view} demo={demo} />
    </DeskPage>
  )
}
