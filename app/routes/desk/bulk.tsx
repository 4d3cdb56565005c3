import { useLingui } from '@lingui/react'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'

import { inLocale } from '~/core/locale'
import { bulkForm, decideBulk, type BulkAnswer } from '~/features/desk/bulk.server'
import { DeskPage, NothingHere } from '~/features/desk/desk-shell'
import { readFilters, writeFilters } from '~/features/desk/queue-filters'
import { useLocalePath } from '~/i18n/locale-path'
import { readForm } from '~/platform/forms.server'
import { Button, ButtonLink } from '~/ui/button'
import { Notice } from '~/ui/notice'
import { requireDesk } from './desk.server'

export const handle = { hydrate: true }

/** Runs after the action too, for the page that says why not: so it redirects nowhere. */
export async function loader(args: LoaderFunctionArgs) {
  await requireDesk(args)
  return null
}

type Said = { answer: Exclude<BulkAnswer, { kind: 'done' }>; back: string; query: string; pairs: string[]; scope: string; intent: string }

/** Many pairs at once: decided, or first asked about; undone as one. */
export async function action(args: ActionFunctionArgs) {
  const desk = await requireDesk(args)
  const form = await args.request.formData()
  const reading = readForm(form, bulkForm)
  if (!reading.ok) throw new Response(null, { status: 400 })
  const filters = readFilters(new URLSearchParams(reading.value.query))
  const query = writeFilters(filters)
  const answer = await decideBulk(desk, { ...reading.value, filters, pairs: form.getAll('pair').map(String) })
  if (answer.kind === 'done') return redirect(inLocale(`/desk/queue${query}${query ? '&' : '?'}batch=${answer.batch}`, desk.locale), 303)
  const { scope = '', intent } = reading.value
  const said: Said = { answer, back: `/desk/queue${query}`, query, pairs: scope === 'all' ? [] : form.getAll('pair').map(String), scope, intent }
  return data(said, { status: answer.kind === 'ask' ? 200 : answer.status })
}

export default function Bulk() {
  const { i18n } = useLingui()
  const path = useLocalePath()
  const said = useActionData() as Said | undefined
  if (!said) return <NothingHere />
  const { answer } = said
  if (answer.kind === 'refused') {
    return (
      <DeskPage title={i18n._('This was not decided')}>
        <Notice tone="bad" title={answer.sentence} />
        <ButtonLink href={path(said.back)}>{i18n._('Back to the queue')}</ButtonLink>
      </DeskPage>
    )
  }
  return (
    <DeskPage title={i18n._('{count, plural, one {Approve # pair?} other {Approve # pairs?}}', { count: answer.pairs })}>
      <p className="mb-6 max-w-xl">
        {i18n._('{count, plural, one {# e-mail} other {# e-mails}} will leave {minutes, plural, one {# minute} other {# minutes}} after this. Until then you can undo all of it at once. A pair that may not be approved now is left waiting, and you are told why.', {
          count: answer.mails, minutes: answer.minutes,
        })}
      </p>
      <form method="post" action={path('/desk/bulk')} className="flex flex-wrap gap-3">
        <input type="hidden" name="query" value={said.query} />
        <input type="hidden" name="scope" value={said.scope} />
        <input type="hidden" name="confirmed" value="yes" />
        {said.pairs.map(pair => <input key={pair} type="hidden" name="pair" value={pair} />)}
        <Button name="intent" value={said.intent}>{i18n._('{count, plural, one {Approve # pair} other {Approve # pairs}}', { count: answer.pairs })}</Button>
        <ButtonLink tone="secondary" href={path(said.back)}>{i18n._('Back to the queue')}</ButtonLink>
      </form>
    </DeskPage>
  )
}
