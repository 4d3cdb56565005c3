import { useLingui } from '@lingui/react'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'

import { inLocale } from '~/core/locale'
import { DeskPage } from '~/features/desk/desk-shell'
import { Panel } from '~/features/desk/firm-profile'
import { actOnIntroduction, introductionForm } from '~/features/desk/introduction-act.server'
import { IntroductionActs, IntroductionNotes, MailLog, Outcomes } from '~/features/desk/introduction-detail'
import { introductionView } from '~/features/desk/introduction-views.server'
import { useLocalePath } from '~/i18n/locale-path'
import { readForm, typedIn } from '~/platform/forms.server'
import { CountryTag } from '~/ui/country-tag'
import { Notice } from '~/ui/notice'
import type { Refused } from '~/ui/refused'
import { refuse } from '../page.server'
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
  const form = await args.request.formData()
  const reading = readForm(form, introductionForm(desk.i18n))
  const typed = typedIn(form)
  if (!reading.ok) return refuse(args.context, { typed, form: reading.errors.value ?? desk.i18n._('Check the form: a value is not as it should be.') })
  const refused = await orNotFound(actOnIntroduction(desk, id, reading.value))
  if (refused) return refuse(args.context, { typed, form: refused.sentence }, refused.status)
  args.context.services.nudge()
  return redirect(inLocale(reading.value.intent === 'undo' && reading.value.match ? `/desk/queue/${reading.value.match}` : `/desk/introductions/${id}`, desk.locale), 303)
}

export default function Introduction() {
  const { i18n } = useLingui()
  const path = useLocalePath()
  const { view, today } = useLoaderData<typeof loader>()
  const came = useActionData() as Refused | undefined
  return (
    <DeskPage
      title={<><CountryTag country="PK" /> <bdi lang={view.pk.locale ?? undefined}>{view.pk.native}</bdi> · <CountryTag country="KZ" /> <bdi lang={view.kz.locale ?? undefined}>{view.kz.native}</bdi></>}
      lead={<><Link to={path('/desk/introductions')}>{i18n._('All introductions')}</Link> · <Link to={path(`/desk/queue/${view.match}`)}>{i18n._('Look at the pair')}</Link></>}
    >
      {came?.form && <Notice tone="bad" title={came.form} />}
      {view.alarms.map(alarm => <Notice key={alarm} tone="warn" title={alarm} />)}
      <div className="two-columns">
        <div><MailLog view={view} /><Outcomes view={view} today={today} came={came?.typed.intent === 'report' ? came : undefined} /></div>
        <div>
          <IntroductionActs view={view} />
          <IntroductionNotes view={view} came={came?.typed.intent === 'notes' ? came : undefined} />
          <Panel title={i18n._('Record')}><ul className="rows">{view.history.map((entry, i) => <li key={i}><span className="text-ink-3 num">{entry.when}</span> <span>{entry.what}</span></li>)}{view.history.length === 0 && <li className="text-ink-2">{i18n._('Nothing on record yet.')}</li>}</ul></Panel>
        </div>
      </div>
    </DeskPage>
  )
}
