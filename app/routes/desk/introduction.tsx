import { useLingui } from '@lingui/react'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'

import { inLocale } from '~/core/locale'
import { DeskPage } from '~/features/desk/desk-shell'
import { Panel } from '~/features/desk/firm-profile'
import { actOnIntroduction, introductionForm } from '~/features/desk/introduction-act.server'
import { IntroductionActs, IntroductionNotes, MailLog, Outcomes } from '~/features/desk/introduction-detail'
import { introductionView } from '~/features/desk/introduction-views.server'
import { useLocalePath } from '~/i18n/locale-path'
import { readForm } from '~/platform/forms.server'
import { CountryTag } from '~/ui/country-tag'
import { Notice } from '~/ui/notice'
import { idOf, orNotFound, requireDesk } from './desk.server'

export const handle = { hydrate: true }

export async function loader(args: LoaderFunctionArgs) {
  const desk = await requireDesk(args)
  const facts = await orNotFound(desk.introductions.one(idOf(args.params.introduction)))
  return { view: introductionView(desk, facts), today: desk.now.toISOString().slice(0, 10) }
}

export async function action(args: ActionFunctionArgs) {
  const desk = await requireDesk(args)
  const id = idOf(args.params.introduction)
  const reading = readForm(await args.request.formData(), introductionForm)
  if (!reading.ok) return data({ error: desk.i18n._('Check the form: a value is not as it should be.') }, { status: 422 })
  const refused = await orNotFound(actOnIntroduction(desk, id, reading.value))
  if (refused) return data({ error: refused.sentence }, { status: refused.status })
  args.context.services.nudge()
  return redirect(inLocale(reading.value.intent === 'undo' && reading.value.match ? `/desk/queue/${reading.value.match}` : `/desk/introductions/${id}`, desk.locale), 303)
}

export default function Introduction() {
  const { i18n } = useLingui()
  const path = useLocalePath()
  const { view, today } = useLoaderData<typeof loader>()
  const refused = useActionData() as { error: string } | undefined
  return (
    <DeskPage
      title={<><CountryTag country="PK" /> <bdi lang={view.pk.locale ?? undefined}>{view.pk.native}</bdi> · <CountryTag country="KZ" /> <bdi lang={view.kz.locale ?? undefined}>{view.kz.native}</bdi></>}
      lead={<><Link to={path('/desk/introductions')}>{i18n._('All introductions')}</Link> · <Link to={path(`/desk/queue/${view.match}`)}>{i18n._('Look at the pair')}</Link></>}
    >
      {refused && <Notice tone="bad" title={refused.error} />}
      {view.alarms.map(alarm => <Notice key={alarm} tone="warn" title={alarm} />)}
      <div className="two-columns">
        <div><MailLog view={view} /><Outcomes view={view} today={today} /></div>
        <div>
          <IntroductionActs view={view} />
          <IntroductionNotes view={view} />
          <Panel title={i18n._('Record')}><ul className="rows">{view.history.map((entry, i) => <li key={i}><span className="text-ink-3 num">{entry.when}</span> <span>{entry.what}</span></li>)}</ul></Panel>
        </div>
      </div>
    </DeskPage>
  )
}
