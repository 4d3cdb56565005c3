import { useLingui } from '@lingui/react'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { AnswerForm } from '~/features/introductions/answer-form'
import { answerSchema } from '~/features/introductions/answer.schema'
import { answerIntroduction, reportOutcome } from '~/features/introductions/firm-introductions.server'
import { IntroductionDetail } from '~/features/introductions/introduction-detail'
import { conceptLabels, introductionView } from '~/features/introductions/introduction-view.server'
import { OutcomeForm, OutcomeList } from '~/features/introductions/outcome-parts'
import { outcomeView } from '~/features/introductions/outcome-view.server'
import { answersOf } from '~/features/introductions/standing'
import { outcomeSchema } from '~/features/introductions/outcome.schema'
import { introductionProps } from '~/features/introductions/outbox/introduction-props.server'
import { answerTrouble, reportTrouble } from '~/features/introductions/sentences'
import { nextSentence } from '~/features/introductions/introduction-card'
import { readForm, typedIn } from '~/platform/forms.server'
import { ErrorSummary } from '~/ui/error-summary'
import { Notice } from '~/ui/notice'
import { refuse } from '../page.server'
import { titled } from '../titled'
import { HomePage } from './home-page'
import { requireOwn, type OwnPage } from './own.server'

export const meta = titled

/** The firm's introduction of this id; somebody else's and one that is not there are one answer. */
async function found({ own, services }: OwnPage, id: string | undefined) {
  const introduction = (await services.introductions.list(own.company.id)).find(one => one.id === id)
  if (!introduction) throw new Response(null, { status: 404 })
  return introduction
}

export async function loader(args: LoaderFunctionArgs) {
  const page = await requireOwn(args)
  const { title, i18n, locale, own, services, url } = page
  const introduction = await found(page, args.params.id)
  const material = await services.introductions.material(introduction, own.company.id, services.now())
  const words = { i18n, locale, concept: conceptLabels(services.lexicon(), locale) }
  const view = introductionView(locale, introduction)
  const may = answersOf(view.standing)
  const outcomes = await services.introductions.outcomes(introduction.id)
  return {
    title: title(i18n._('An introduction')), view, erased: introduction.counterpart.erased,
    props: introduction.counterpart.erased ? null : introductionProps(words, material, { yes: '', notNow: '', no: '', page: '' }, {}),
    outcomes: outcomes.map(outcome => outcomeView(i18n, locale, outcome, own.company.id)),
    reports: introduction.state === 'connected' || introduction.mode === 'direct', may, chosen: may.find(answer => answer === url.searchParams.get('answer')) ?? may[0] ?? null,
    done: url.searchParams.has('answered') ? ('answered' as const) : url.searchParams.has('reported') ? ('reported' as const) : null,
    today: services.now().toISOString().slice(0, 10),
  }
}

export async function action(args: ActionFunctionArgs) {
  const page = await requireOwn(args)
  const { i18n, own, services, path } = page
  const { id } = await found(page, args.params.id)
  const form = await args.request.formData()
  const here = path(`/home/introductions/${id}`)
  if (form.get('intent') === 'report') {
    const reading = readForm(form, outcomeSchema(i18n))
    if (!reading.ok) return refuse(args.context, reading)
    const trouble = await reportOutcome(services.introductions, id, own.company.id, reading.value)
    return trouble ? refuse(args.context, { typed: typedIn(form), form: reportTrouble(i18n, trouble) }, trouble === 'date_in_future' ? 422 : 409) : redirect(`${here}?reported#outcomes`)
  }
  const reading = readForm(form, answerSchema(i18n))
  if (!reading.ok) return refuse(args.context, reading)
  const { answer, reason, note } = reading.value
  const trouble = await answerIntroduction(services.introductions, id, own.company.id, answer, reason, note)
  if (trouble) return refuse(args.context, { typed: typedIn(form), form: answerTrouble(i18n, trouble) }, 409)
  services.nudge()
  return redirect(`${here}?answered`)
}

export default function HomeIntroduction() {
  const { i18n } = useLingui()
  const { view, props, outcomes, reports, may, chosen, done, today } = useLoaderData<typeof loader>()
  const came = useActionData<typeof action>()
  return (
    <HomePage>
      <ErrorSummary errors={came?.errors ?? {}} form={came?.form} />
      {done && <Notice tone="good" title={done === 'answered' ? i18n._('Your answer is recorded') : i18n._('Your report is recorded')}>{done === 'answered' ? nextSentence(i18n, view) : null}</Notice>}
      <IntroductionDetail view={view} props={props} />
      {chosen && <div className="no-print mt-8"><AnswerForm may={may} chosen={chosen} direct={view.mode === 'direct'} changing={view.my_answer !== null} came={came} /></div>}
      {reports && (
        <section id="outcomes" className="mt-10">
          <h2 className="mb-3 text-2xl">{i18n._('What became of it')}</h2>
          <OutcomeList outcomes={outcomes} />
          <div className="no-print"><OutcomeForm came={came} today={today} /></div>
        </section>
      )}
    </HomePage>
  )
}
