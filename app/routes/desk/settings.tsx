import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLingui } from '@lingui/react'
import { useActionData, useLoaderData } from '@remix-run/react'

import { inLocale } from '~/core/locale'
import { CorridorBoard } from '~/features/desk/corridor-board'
import { DeskPage } from '~/features/desk/desk-shell'
import { Panel } from '~/features/desk/firm-profile'
import { historyOf } from '~/features/desk/history.server'
import { RulesForm } from '~/features/desk/rules-form'
import { changeSettings, corridorForm, rulesForm } from '~/features/desk/settings.server'
import { formatDate } from '~/i18n/format.server'
import { readForm } from '~/platform/forms.server'
import { Notice } from '~/ui/notice'
import { requireDesk } from './desk.server'

export const handle = { hydrate: true }

export async function loader(args: LoaderFunctionArgs) {
  const desk = await requireDesk(args)
  const [corridors, record] = await Promise.all([desk.settings.corridors(desk.forum.id), desk.settings.record(desk.forum.id)])
  return {
    forum: desk.forum,
    corridors: corridors.map(corridor => ({ ...corridor, asOfShown: formatDate(desk.locale, corridor.asOf) })),
    record: historyOf(desk, record),
    today: desk.now.toISOString().slice(0, 10),
    saved: new URL(args.request.url).searchParams.has('saved'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const desk = await requireDesk(args)
  const form = await args.request.formData()
  const reading = form.has('corridor') ? readForm(form, corridorForm) : readForm(form, rulesForm)
  if (!reading.ok) return data({ error: desk.i18n._('A number is out of bounds, or something was left out. Nothing was changed.') }, { status: 422 })
  const refused = await changeSettings(desk, 'corridor' in reading.value ? { corridor: reading.value } : { rules: reading.value })
  if (refused) return data({ error: refused }, { status: 422 })
  return redirect(inLocale('/desk/settings?saved', desk.locale), 303)
}

export default function Settings() {
  const { i18n } = useLingui()
  const { forum, corridors, record, today, saved } = useLoaderData<typeof loader>()
  const refused = useActionData() as { error: string } | undefined
  return (
    <DeskPage title={i18n._('Settings')} lead={<bdi>{forum.name}</bdi>}>
      {refused && <Notice tone="bad" title={refused.error} />}
      {saved && !refused && <Notice tone="good" title={i18n._('Saved. The change is on record.')} />}
      <div className="two-columns">
        <div><CorridorBoard corridors={corridors} today={today} /></div>
        <div>
          <RulesForm forum={forum} />
          <Panel title={i18n._('Record')}><ul className="rows">{record.map((entry, i) => <li key={i}><span className="text-ink-3 num">{entry.when}</span> <span>{entry.what}</span></li>)}{record.length === 0 && <li className="text-ink-2">{i18n._('Nothing on record yet.')}</li>}</ul></Panel>
        </div>
      </div>
    </DeskPage>
  )
}
