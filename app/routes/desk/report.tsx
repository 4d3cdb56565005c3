import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useLingui } from '@lingui/react'
import { useLoaderData } from '@remix-run/react'

import { DeskPage } from '~/features/desk/desk-shell'
import { readMaterial } from '~/features/progress/read-material.server'
import { ReportPage } from '~/features/progress/report-page'
import styles from '~/features/progress/report.css?url'
import { reportView } from '~/features/progress/report-view.server'
import { requireDesk } from './desk.server'

export const handle = { hydrate: true }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

export async function loader(args: LoaderFunctionArgs) {
  const desk = await requireDesk(args)
  const { db, conceptLabel } = args.context.services
  return { view: reportView(desk, await readMaterial(db, desk.forum.id, conceptLabel(desk.locale))) }
}

export default function Report() {
  const { i18n } = useLingui()
  const { view } = useLoaderData<typeof loader>()
  return (
    <DeskPage title={i18n._('The report')} lead={i18n._('Two pages of A4, in the language you read the desk in. Print it, or save it as a PDF, with the browser’s own command (Ctrl+P).')}>
      <ReportPage view={view} />
    </DeskPage>
  )
}
