import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLingui } from '@lingui/react'
import { Link, useActionData, useLoaderData } from '@remix-run/react'

import { inLocale } from '~/core/locale'
import { CorridorBoard } from '~/features/desk/corridor-board'
import { DeskPage } from '~/features/desk/desk-shell'
import { FiguresPanel } from '~/features/desk/figures-panel'
import { Panel } from '~/features/desk/firm-profile'
import { ForumForm } from '~/features/desk/forum-form'
import { RulesForm } from '~/features/desk/rules-form'
import { changeSettings, readSettings } from '~/features/desk/settings.server'
import { forumRecord } from '~/features/desk/settings-record.server'
import { figureKindChoices, figureViews } from '~/features/desk/settings-views.server'
import { typedIn } from '~/platform/forms.server'
import { formatDate } from '~/i18n/format.server'
import { useLocalePath } from '~/i18n/locale-path'
import { seededText } from '~/i18n/words/seeded'
import { Notice } from '~/ui/notice'
import type { Refused } from '~/ui/refused'
import { refuse } from '../page.server'
import { orNotFound, requireDesk } from './desk.server'

export const handle = { hydrate: true }

export async function loader(args: LoaderFunctionArgs) {
  const desk = await requireDesk(args)
  const { settings, forum } = desk
  const [corridors, record, figures] = await Promise.all([settings.corridors(forum.id), settings.record(forum.id), settings.figures(forum.id)])
  return {
    forum, figures: figureViews(desk, figures), kinds: figureKindChoices(desk),
    corridors: corridors.map(corridor => ({ ...corridor, asOfShown: formatDate(desk.locale, corridor.asOf) })),
    record: forumRecord(desk, record),
    today: desk.now.toISOString().slice(0, 10),
    saved: new URL(args.request.url).searchParams.has('saved'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const desk = await requireDesk(args)
  const form = await args.request.formData()
  const typed = typedIn(form)
  const change = readSettings(form)
  if (!change) return refuse(args.context, { typed, form: desk.i18n._('A number is out of bounds, or something was left out. Nothing was changed.') })
  const refused = await orNotFound(changeSettings(desk, change))
  if (refused) return refuse(args.context, { typed, form: refused })
  return redirect(inLocale('/desk/settings?saved', desk.locale), 303)
}

export default function Settings() {
  const { i18n } = useLingui()
  const path = useLocalePath()
  const { forum, figures, kinds, corridors, record, today, saved } = useLoaderData<typeof loader>()
  const came = useActionData() as Refused | undefined
  // Each form takes back what was typed into it, and nothing of the others.
  const of = (is: (typed: Refused['typed']) => boolean) => (came && is(came.typed) ? came : undefined)
  return (
    <DeskPage title={i18n._('Settings')} lead={<><bdi>{seededText(i18n, forum.name)}</bdi> · <Link to={path('/desk/settings/team')}>{i18n._('Team')}</Link></>}>
      {came?.form && <Notice tone="bad" title={came.form} />}
      {saved && !came && <Notice tone="good" title={i18n._('Saved. The change is on record.')} />}
      <div className="two-columns">
        <div>
          <CorridorBoard corridors={corridors} today={today} came={of(typed => 'corridor' in typed)} />
          <ForumForm forum={forum} came={of(typed => 'about' in typed)} />
          <FiguresPanel figures={figures} kinds={kinds} today={today} came={of(typed => typed.figure === 'add')} />
        </div>
        <div>
          <Panel title={i18n._('Weights')}>
            <p className="text-ink-2 mb-3">{i18n._('What counts how much in the score, tried on real pairs before it is saved.')}</p>
            <Link className="btn btn-secondary" to={path('/desk/settings/weights')}>{i18n._('Look at the weights')}</Link>
          </Panel>
          <RulesForm forum={forum} came={of(typed => 'undo_minutes' in typed)} />
          <Panel title={i18n._('Record')}><ul className="rows">{record.map((entry, i) => <li key={i}><span className="text-ink-3 num">{entry.when}</span> <span>{entry.what}{entry.changes.map(change => <span key={change} className="text-ink-2 block text-xs">{change}</span>)}</span></li>)}{record.length === 0 && <li className="text-ink-2">{i18n._('Nothing on record yet.')}</li>}</ul></Panel>
        </div>
      </div>
    </DeskPage>
  )
}
