import { useLingui } from '@lingui/react'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData, useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'

import { inLocale } from '~/core/locale'
import { DeskPage } from '~/features/desk/desk-shell'
import { actOnImport } from '~/features/desk/import/act-on-import.server'
import { ImportMapping } from '~/features/desk/import/import-mapping'
import { ImportProgress, ImportRows, ImportSums } from '~/features/desk/import/import-result'
import { importRowsView, importView, rowKinds } from '~/features/desk/import/import-views.server'
import { useLocalePath } from '~/i18n/locale-path'
import { idOf, orNotFound, requireDesk } from './desk.server'

export const handle = { hydrate: true }
const PAGE = 100
const ASK_AGAIN_MS = 1_000

export async function loader(args: LoaderFunctionArgs) {
  const desk = await requireDesk(args)
  const facts = await orNotFound(desk.imports.one(idOf(args.params.import)))
  const query = new URL(args.request.url).searchParams
  const view = importView(desk, facts)
  const first = view.fates.find(fate => fate.kind !== 'applied' && fate.kind !== 'undone')?.kind ?? ((facts.counts.wrong ?? 0) > 0 ? 'wrong' : 'duplicate')
  const kind = rowKinds.find(one => one === query.get('rows')) ?? first
  const shown = facts.state === 'checked' || facts.state === 'applied' || facts.state === 'undone'
  const after = Number(query.get('after')) || 0
  const rows = shown ? await desk.imports.rows(facts.id, kind, after, PAGE) : []
  const last = rows.at(-1)
  return { view, kind, mapping: query.get('columns') !== null, rows: importRowsView(desk, facts, rows), next: rows.length === PAGE && last ? `?rows=${kind}&after=${last.row}` : null }
}

export async function action(args: ActionFunctionArgs) {
  const desk = await requireDesk(args)
  const id = idOf(args.params.import)
  const { lexicon, lastingDesk, nudge } = args.context.services
  const form = await args.request.formData()
  const page = inLocale(`/desk/import/${id}`, desk.locale)
  if (form.get('intent') === 'remap') return redirect(`${page}?columns`, 303)
  const lasting = await lastingDesk()
  const refused = await orNotFound(actOnImport({ ...desk, lexicon, log: args.context.log, lasting: lasting.imports, nudge }, id, form))
  return refused ? data({ error: refused.sentence }, { status: refused.status }) : redirect(page, 303)
}

export default function ImportPage() {
  const { i18n } = useLingui()
  const path = useLocalePath()
  const { view, kind, mapping, rows, next } = useLoaderData<typeof loader>()
  const refused = useActionData() as { error: string } | undefined
  const { revalidate, state } = useRevalidator()
  useEffect(() => {
    if (!view.moving || state !== 'idle') return
    const timer = setTimeout(revalidate, ASK_AGAIN_MS)
    return () => clearTimeout(timer)
  }, [view.moving, view.progress?.done, state, revalidate])
  const asks = view.state === 'uploaded' || (mapping && view.state === 'checked')
  return (
    <DeskPage title={<bdi>{view.fileName}</bdi>} lead={<>{view.lead} · <Link to={path('/desk/import')}>{i18n._('All imports')}</Link></>}>
      <ImportProgress view={view} />
      {asks && !view.moving && <ImportMapping view={view} error={refused?.error ?? null} />}
      {!asks && !view.moving && <ImportSums view={view} kind={kind} error={refused?.error ?? null} />}
      {!asks && !view.moving && <ImportRows view={view} rows={rows} next={next} />}
    </DeskPage>
  )
}
