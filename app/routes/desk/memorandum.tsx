import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLingui } from '@lingui/react'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'

import { inLocale } from '~/core/locale'
import { DeskPage } from '~/features/desk/desk-shell'
import { Panel } from '~/features/desk/firm-profile'
import { MemorandaList } from '~/features/progress/memoranda-list'
import { closingName, memorandaView } from '~/features/progress/memoranda-view.server'
import { closeMemorandum, memorandumChoices, saveMemorandum, type MemorandumTrouble } from '~/features/progress/memoranda.server'
import { closings, memorandaStore } from '~/features/progress/memoranda.store.server'
import { MemorandumForm } from '~/features/progress/memorandum-form'
import { useLocalePath } from '~/i18n/locale-path'
import { Notice } from '~/ui/notice'
import { idOf, orNotFound, requireDesk } from './desk.server'

export const handle = { hydrate: true }

export async function loader(args: LoaderFunctionArgs) {
  const desk = await requireDesk(args)
  const id = idOf(args.params.memorandum)
  const found = (await memorandaStore(args.context.services.db).list(desk.forum.id)).find(one => one.id === id)
  if (!found) throw new Response(null, { status: 404 })
  return {
    title: found.title, view: memorandaView(desk, [found]), draft: found.closedAs ? null : { ...found, introductions: found.introductions.map(link => link.id) },
    choices: await memorandumChoices(desk), closings: closings.map(closing => ({ id: closing, name: closingName(desk.i18n, closing) })),
  }
}

export async function action(args: ActionFunctionArgs) {
  const desk = await requireDesk(args)
  const id = idOf(args.params.memorandum)
  const store = memorandaStore(args.context.services.db)
  const form = await args.request.formData()
  const trouble = await orNotFound(form.has('closing') ? closeMemorandum(desk, store, id, form.get('closing')) : saveMemorandum(desk, store, form, id))
  return trouble ? data(trouble, { status: 422 }) : redirect(inLocale('/desk/memoranda?saved', desk.locale), 303)
}

export default function Memorandum() {
  const { i18n } = useLingui()
  const path = useLocalePath()
  const { title, view, draft, choices, closings } = useLoaderData<typeof loader>()
  const trouble = useActionData() as MemorandumTrouble | undefined
  return (
    <DeskPage title={title} lead={<Link to={path('/desk/memoranda')}>{i18n._('All memoranda')}</Link>}>
      {trouble?.errors.form && <Notice tone="bad" title={trouble.errors.form} />}
      <MemorandaList memoranda={view} />
      {draft && (
        <>
          <Panel title={i18n._('Edit')}><MemorandumForm draft={trouble?.draft ?? draft} {...choices} errors={trouble?.errors ?? {}} button={i18n._('Save the memorandum')} /></Panel>
          <Panel title={i18n._('Close')}>
            <p className="text-ink-2 mb-3">{i18n._('A closed memorandum stays on record and can no longer be changed.')}</p>
            <Form method="post" className="flex flex-wrap items-center gap-2">
              <select className="input w-auto" name="closing" aria-label={i18n._('How it ended')} defaultValue="">
                <option value="" disabled>{i18n._('How it ended')}</option>
                {closings.map(closing => <option key={closing.id} value={closing.id}>{closing.name}</option>)}
              </select>
              <button className="btn btn-secondary">{i18n._('Close the memorandum')}</button>
            </Form>
          </Panel>
        </>
      )}
    </DeskPage>
  )
}
