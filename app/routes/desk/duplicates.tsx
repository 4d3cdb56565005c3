import { useLingui } from '@lingui/react'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'

import { inLocale } from '~/core/locale'
import { DeskPage } from '~/features/desk/desk-shell'
import { duplicatesView } from '~/features/desk/duplicates/duplicate-views.server'
import { FirmSide } from '~/features/desk/duplicates/firm-side'
import { useLocalePath } from '~/i18n/locale-path'
import { EmptyState } from '~/ui/notice'
import { Tag } from '~/ui/tag'
import { idOf, orNotFound, requireDesk } from './desk.server'

export const handle = { hydrate: true }

export async function loader(args: LoaderFunctionArgs) {
  const desk = await requireDesk(args)
  return { view: duplicatesView(desk, await desk.duplicates.list(desk.forum.id)) }
}

/** "Not the same": said once, it holds. */
export async function action(args: ActionFunctionArgs) {
  const desk = await requireDesk(args)
  const form = await args.request.formData()
  await orNotFound(desk.duplicates.keepApart(desk.forum.id, idOf(String(form.get('one'))), idOf(String(form.get('other')))))
  return redirect(inLocale('/desk/duplicates', desk.locale), 303)
}

export default function Duplicates() {
  const { i18n } = useLingui()
  const path = useLocalePath()
  const { view } = useLoaderData<typeof loader>()
  return (
    <DeskPage title={i18n._('Duplicates')} lead={view.pairs.length > 0 ? view.total : undefined}>
      {view.pairs.length === 0 && (
        <EmptyState title={i18n._('No two firms look like one')} action={<Link className="btn btn-secondary" to={path('/desk/companies')}>{i18n._('All companies')}</Link>}>
          {i18n._('Firms are compared when they register, when they are imported, and all of them every night.')}
        </EmptyState>
      )}
      {view.pairs.map(({ one, other, reasons }) => (
        <section key={`${one.id} ${other.id}`} className="card panel">
          <h2 className="mb-3 flex flex-wrap gap-2">{reasons.map(reason => <Tag key={reason} tone="warn">{reason}</Tag>)}</h2>
          <div className="grid gap-6 md:grid-cols-2">
            {[{ side: one, against: other }, { side: other, against: one }].map(({ side, against }) => (
              <FirmSide key={side.id} side={side} other={against}>
                <p className="mt-3"><Link className="btn btn-secondary" to={path(`/desk/duplicates/merge?kept=${side.id}&gone=${against.id}`)}>{i18n._('Merge, keep this one…')}</Link></p>
              </FirmSide>
            ))}
          </div>
          <form method="post" className="mt-4">
            <input type="hidden" name="one" value={one.id} />
            <input type="hidden" name="other" value={other.id} />
            <button className="btn btn-quiet">{i18n._('Not the same firm')}</button>
          </form>
        </section>
      ))}
    </DeskPage>
  )
}
