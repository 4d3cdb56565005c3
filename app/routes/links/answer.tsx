import { useLingui } from '@lingui/react'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { AnswerForm, PassOnForm } from '~/features/introductions/answer-form'
import { passingTrouble, passOnSchema, viewAnswer } from '~/features/introductions/answer-page.server'
import { answerSchema } from '~/features/introductions/answer.schema'
import { AnswerStand } from '~/features/introductions/answer-stand'
import { IntroductionDetails, OtherFirm } from '~/features/introductions/introduction-details'
import { isAnswer, isBase } from '~/features/introductions/outbox/links.server'
import { readForm } from '~/platform/forms.server'
import { orRefusal, DatabaseRefusal } from '~/platform/refusal'
import { ErrorSummary } from '~/ui/error-summary'
import { PublicShell } from '~/ui/public-shell'
import { pageOf, refuse, type Page } from '../page.server'
import { titled } from '../titled'

export const meta = titled

function baseOf(params: { token?: string }): string {
  if (!isBase(params.token)) throw new Response(null, { status: 404 })
  return params.token
}

/** Opening the link changes nothing: mail scanners open it before people do. */
export async function loader(args: LoaderFunctionArgs) {
  const page = pageOf(args)
  const { i18n, locale, url, services } = page
  const base = baseOf(args.params)
  const view = await viewAnswer(services.answerLinks, base, { i18n, locale, concept: services.conceptLabel(locale) })
  if (!view) throw new Response(null, { status: 404 })
  const asked = url.searchParams.get('answer')
  const chosen = isAnswer(asked) && view.may.includes(asked) ? asked : view.may[0]
  const { other } = view.introduction
  return {
    title: page.title(`${other.latinName ?? other.name}, ${other.city}`),
    view,
    chosen: chosen ?? null,
    record: url.searchParams.has('recorded') ? ('now' as const) : url.searchParams.has('already') ? ('already' as const) : null,
    passed: url.searchParams.get('passed') !== null,
  }
}

const back = (page: Page, base: string, what: string) => redirect(`${page.path(`/a/${base}`)}?${what}`, 303)

export async function action(args: ActionFunctionArgs) {
  const page = pageOf(args)
  const { i18n, services } = page
  const base = baseOf(args.params)
  const form = await args.request.formData()
  if (form.get('intent') === 'pass') {
    const reading = readForm(form, passOnSchema(i18n))
    if (!reading.ok) return refuse(args.context, reading)
    const { address } = reading.value
    const passed = await orRefusal(services.answerLinks.passOn(base, address))
    if (passed instanceof DatabaseRefusal) {
      if (passed.status === 404) throw new Response(null, { status: 404 })
      return refuse(args.context, { errors: { address: passingTrouble(i18n, passed) }, typed: { address } }, passed.status)
    }
    services.nudge()
    return back(page, base, 'passed')
  }
  const reading = readForm(form, answerSchema(i18n))
  if (!reading.ok) return refuse(args.context, reading)
  const { answer, reason, note } = reading.value
  const record = await orRefusal(services.answerLinks.answer(base, answer, reason, note))
  if (record instanceof DatabaseRefusal) {
    if (record.status === 404) throw new Response(null, { status: 404 })
    // Meanwhile the introduction went on without this answer: the page tells where it is.
    return back(page, base, 'late')
  }
  // Both said yes, or somebody is to be told kindly: those mails leave now.
  services.nudge()
  return back(page, base, record.result === 'recorded' ? 'recorded' : 'already')
}

export default function Answer() {
  const { i18n } = useLingui()
  const { view, chosen, record, passed } = useLoaderData<typeof loader>()
  const came = useActionData<typeof action>()
  return (
    <PublicShell>
      <div className="wrap py-8 lg:py-12">
        <div className="max-w-6xl">
          <ErrorSummary errors={came?.errors ?? {}} />
          <AnswerStand view={view} record={came ? null : record} />
          <p className="text-ink-3 mb-1 font-semibold">{view.forum}</p>
          <h1 className="mb-4 text-3xl">{i18n._('An introduction for you')}</h1>
          <OtherFirm firm={view.introduction.other} />
          {/* The answer comes first; in a wide window it stands beside what it is about. */}
          <div className={`grid items-start gap-6 lg:gap-x-10 ${chosen ? 'lg:grid-cols-[minmax(0,1fr)_24rem] lg:grid-rows-[auto_1fr]' : 'column'}`}>
            {chosen && <div className="no-print lg:col-start-2"><AnswerForm may={view.may} chosen={chosen} direct={view.direct} changing={view.mine !== null} came={came} /></div>}
            <div className="min-w-0 lg:col-start-1 lg:row-span-2 lg:row-start-1"><IntroductionDetails introduction={view.introduction} /></div>
            {chosen && <div className="no-print lg:col-start-2"><PassOnForm came={came} passed={passed && !came} /></div>}
          </div>
        </div>
      </div>
    </PublicShell>
  )
}
