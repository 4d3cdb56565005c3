import { useLingui } from '@lingui/react'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'

import { inLocale } from '~/core/locale'
import { DeskPage } from '~/features/desk/desk-shell'
import { FailedMails, MailTable, MailTabs } from '~/features/desk/mail-log'
import { mailLogView } from '~/features/desk/mail-views.server'
import { mailFilters } from '~/features/introductions/mail-log.store.server'
import { Notice } from '~/ui/notice'
import { orNotFound, requireDesk } from './desk.server'

export const handle = { hydrate: true }

const cursorSchema = z.object({ before: z.iso.datetime({ offset: true }), id: z.guid() }).transform(({ before, id }) => ({ before, beforeId: id }))

export async function loader(args: LoaderFunctionArgs) {
  const desk = await requireDesk(args)
  const query = new URL(args.request.url).searchParams
  const filter = mailFilters.find(name => name === query.get('filter')) ?? 'all'
  const cursor = cursorSchema.safeParse(Object.fromEntries(query)).data ?? null
  const [{ mails }, page] = await orNotFound(Promise.all([desk.frame(), desk.mail.page(desk.forum.id, filter, cursor)]))
  const retried = query.get('retried')
  return { view: mailLogView(desk, filter, mails, page), retried: retried && /^\d{1,6}$/.test(retried) ? Number(retried) : null }
}

/** All that were given up are tried again, as far as a repeat cannot arrive twice; the others wait for a word on each. */
export async function action(args: ActionFunctionArgs) {
  const desk = await requireDesk(args)
  const retried = await orNotFound(desk.mail.retryFailed(desk.forum.id))
  args.context.services.nudge()
  return redirect(inLocale(`/desk/mail?filter=failed&retried=${retried}`, desk.locale), 303)
}

export default function MailLog() {
  const { i18n } = useLingui()
  const { view, retried } = useLoaderData<typeof loader>()
  return (
    <DeskPage title={i18n._('Mail')} lead={i18n._('Every mail of this forum and what became of it.')}>
      {retried !== null && <Notice tone={retried > 0 ? 'good' : 'plain'} title={i18n._('{retried, plural, =0 {None can be tried again at once: open each and decide} one {# mail is tried again} other {# mails are tried again}}', { retried })} />}
      <FailedMails failed={view.failed} />
      <MailTabs view={view} />
      <MailTable view={view} />
    </DeskPage>
  )
}
