import { useLingui } from '@lingui/react'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'

import { MailList, WaitingList } from '~/features/introductions/mailbox-list'
import { formatDateTime } from '~/i18n/format.server'
import { orRefusal, DatabaseRefusal } from '~/platform/refusal'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { TextField } from '~/ui/field'
import { Notice } from '~/ui/notice'
import { PublicShell } from '~/ui/public-shell'
import { pageOf, refuse } from '../page.server'
import { titled } from '../titled'

export const meta = titled

const absent = () => new Response(null, { status: 404 })

/** The post office of a stand without a mail provider. With one it is not there. */
export async function loader(args: LoaderFunctionArgs) {
  const page = pageOf(args)
  const { env, mailbox } = page.services
  if (!env.mailbox) throw absent()
  const to = page.url.searchParams.get('to')?.trim().toLowerCase() || null
  const [mails, waiting] = await Promise.all([mailbox.list(to), mailbox.waiting()])
  return {
    title: page.title(page.i18n._('Mailbox')),
    to,
    mails: mails.map(mail => ({
      id: mail.payload?.tags.find(tag => tag.name === 'outbox_id')?.value ?? '',
      to: mail.to,
      subject: mail.payload?.subject ?? '',
      preview: (mail.payload?.text ?? '').split('\n').filter(line => line.trim()).slice(2, 5).join(' · ').slice(0, 160),
      locale: mail.locale,
      at: formatDateTime(page.locale, mail.received_at),
    })),
    waiting: waiting
      .filter(mail => !to || mail.to === to)
      .map(({ id, notice, locale, state, error, ...mail }) => ({
        id, notice, locale, state, error,
        to: mail.to,
        when: mail.not_before ? formatDateTime(page.locale, mail.not_before) : null,
        introduction: mail.introduction_id,
        canSend: state === 'queued' && mail.introduction_state === 'held',
      })),
  }
}

export async function action(args: ActionFunctionArgs) {
  const page = pageOf(args)
  const { env, mailbox, nudge } = page.services
  if (!env.mailbox) throw absent()
  const introduction = z.uuid().safeParse((await args.request.formData()).get('introduction'))
  if (!introduction.success) throw absent()
  const sent = await orRefusal(mailbox.sendNow(introduction.data))
  if (sent instanceof DatabaseRefusal) {
    return refuse(args.context, { form: page.i18n._('It could not be sent now: it has left already, was undone, or this is not a demonstration.') }, sent.status)
  }
  nudge()
  return redirect(page.path('/mailbox'), 303)
}

export default function Mailbox() {
  const { i18n } = useLingui()
  const { mails, waiting, to } = useLoaderData<typeof loader>()
  const came = useActionData<typeof action>()
  return (
    <PublicShell>
      <div className="wrap py-8 lg:py-12">
        <ErrorSummary errors={{}} form={came?.form} />
        <h1 className="mb-2 text-3xl">{i18n._('Mailbox')}</h1>
        <Notice title={i18n._('This stand sends no mail.')}><p>{i18n._('What would go out by mail ends here, for everybody to read. The same outbox, the same words, the same bytes.')}</p></Notice>
        <form method="get" role="search" className="mb-6 flex flex-wrap items-end gap-x-3">
          <div className="max-w-sm flex-1"><TextField name="to" dir="ltr" label={i18n._('Only what came for this address')} optional defaultValue={to ?? ''} /></div>
          <Button tone="secondary" className="mb-6">{i18n._('Show')}</Button>
        </form>
        <WaitingList lines={waiting} />
        <h2 className="mb-3 text-xl">{i18n._('Arrived')}</h2>
        <MailList lines={mails} to={to} />
      </div>
    </PublicShell>
  )
}
