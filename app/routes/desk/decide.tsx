import { useLingui } from '@lingui/react'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'

import { inLocale } from '~/core/locale'
import { DeskPage, NothingHere } from '~/features/desk/desk-shell'
import { decide, decisionForm } from '~/features/desk/decide.server'
import { readFilters, writeFilters } from '~/features/desk/queue-filters'
import { useLocalePath } from '~/i18n/locale-path'
import { readForm } from '~/platform/forms.server'
import { ButtonLink } from '~/ui/button'
import { Notice } from '~/ui/notice'
import { requireDesk } from './desk.server'

export const handle = { hydrate: true }

/** Runs after the action too, for the page that says why not: so it redirects nowhere. */
export async function loader(args: LoaderFunctionArgs) {
  await requireDesk(args)
  return null
}

type Refused = { sentence: string; pair: string; next: string | null }

/** A decision by plain form: then the next pair, saying what was done; or a page that says why not. */
export async function action(args: ActionFunctionArgs) {
  const desk = await requireDesk(args)
  const reading = readForm(await args.request.formData(), decisionForm)
  if (!reading.ok) throw new Response(null, { status: 400 })
  const form = reading.value
  const answer = await decide(desk, form)
  const query = writeFilters(readFilters(new URLSearchParams(form.query)))
  if (!answer.ok) {
    const refused: Refused = { sentence: answer.sentence, pair: `/desk/queue/${form.match}${query}`, next: form.next ? `/desk/queue/${form.next}${query}` : null }
    return data(refused, { status: answer.status })
  }
  args.context.services.nudge()
  const to = answer.gone ? form.next : form.match
  return redirect(inLocale(`/desk/queue${to ? `/${to}` : ''}${query}${query ? '&' : '?'}did=${form.match}`, desk.locale), 303)
}

export default function Decide() {
  const { i18n } = useLingui()
  const path = useLocalePath()
  const refused = useActionData() as Refused | undefined
  if (!refused) return <NothingHere />
  return (
    <DeskPage title={i18n._('This was not decided')}>
      <Notice tone="bad" title={refused.sentence} />
      <p className="flex flex-wrap gap-3">
        <ButtonLink href={path(refused.next ?? '/desk/queue')}>{i18n._('Go on to the next pair')}</ButtonLink>
        <ButtonLink tone="secondary" href={path(refused.pair)}>{i18n._('Look at this pair again')}</ButtonLink>
      </p>
    </DeskPage>
  )
}
