import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLingui } from '@lingui/react'
import { useActionData, useLoaderData } from '@remix-run/react'

import { inLocale } from '~/core/locale'
import { DeskPage } from '~/features/desk/desk-shell'
import { ChartFigure } from '~/features/progress/chart-figure'
import { MemorandaList } from '~/features/progress/memoranda-list'
import { memorandaChart, memorandaView } from '~/features/progress/memoranda-view.server'
import { memorandumChoices, saveMemorandum, type MemorandumTrouble } from '~/features/progress/memoranda.server'
import { memorandaStore } from '~/features/progress/memoranda.store.server'
import { MemorandumForm } from '~/features/progress/memorandum-form'
import { useLocalePath } from '~/i18n/locale-path'
import { Notice } from '~/ui/notice'
import { requireDesk } from './desk.server'

export const handle = { hydrate: true }

export async function loader(args: LoaderFunctionArgs) {
  const desk = await requireDesk(args)
  const memoranda = await memorandaStore(args.context.services.db).list(desk.forum.id)
  return {
    memoranda: memorandaView(desk, memoranda), chart: memorandaChart(desk, memoranda), choices: await memorandumChoices(desk), demo: desk.forum.isDemo,
    saved: new URL(args.request.url).searchParams.has('saved'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const desk = await requireDesk(args)
  const trouble = await saveMemorandum(desk, memorandaStore(args.context.services.db), await args.request.formData())
  return trouble ? data(trouble, { status: 422 }) : redirect(inLocale('/desk/memoranda?saved', desk.locale), 303)
}

export default function Memoranda() {
  const { i18n } = useLingui()
  const path = useLocalePath()
  const { memoranda, chart, choices, demo, saved } = useLoaderData<typeof loader>()
  const trouble = useActionData() as MemorandumTrouble | undefined
  return (
    <DeskPage title={i18n._('Memoranda')} lead={i18n._('What was signed, until when it holds, what it promised, and which introductions carry it out.')}>
      {saved && !trouble && <Notice tone="good" title={i18n._('Saved. The change is on record.')} />}
      {memoranda.length > 0 && <div className="mb-6 max-w-2xl"><ChartFigure chart={chart} demo={demo} /><p className="mt-3"><a className="btn btn-secondary btn-compact" href={path('/desk/progress.csv?list=memoranda')}>{i18n._('Download the list as CSV')}</a></p></div>}
      <MemorandaList memoranda={memoranda} />
      <section className="card panel" aria-labelledby="add-memorandum">
        <h2 id="add-memorandum">{i18n._('Add a memorandum')}</h2>
        {trouble?.errors.form && <Notice tone="bad" title={trouble.errors.form} />}
        <MemorandumForm key={memoranda.length} draft={trouble?.draft ?? {}} {...choices} errors={trouble?.errors ?? {}} button={i18n._('Add the memorandum')} />
      </section>
    </DeskPage>
  )
}
