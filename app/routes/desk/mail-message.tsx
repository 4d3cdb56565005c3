import { useLingui } from '@lingui/react'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'

import { inLocale } from '~/core/locale'
import { DeskPage } from '~/features/desk/desk-shell'
import { actOnMail, mailForm } from '~/features/desk/mail-act.server'
import { MailActs, MailBytes, MailFate } from '~/features/desk/mail-log'
import { mailMessageView } from '~/features/desk/mail-views.server'
import { useLocalePath } from '~/i18n/locale-path'
import { readForm } from '~/platform/forms.server'
import { Notice } from '~/ui/notice'
import { idOf, orNotFound, requireDesk } from './desk.server'

export const handle = { hydrate: true }

export async function loader(args: LoaderFunctionArgs) {
  const desk = await requireDesk(args)
  return { view: mailMessageView(desk, await orNotFound(desk.mail.read(idOf(args.params.mail))), desk.now) }
}

export async function action(args: ActionFunctionArgs) {
  const desk = await requireDesk(args)
  const mail = idOf(args.params.mail)
  const reading = readForm(await args.request.formData(), mailForm)
  if (!reading.ok) return data({ error: desk.i18n._('Choose what is to be done.') }, { status: 422 })
  const refused = await orNotFound(actOnMail(desk.i18n, desk.mail, mail, reading.value))
  if (refused) return data({ error: refused }, { status: 409 })
  args.context.services.nudge()
  return redirect(inLocale(`/desk/mail/${mail}`, desk.locale), 303)
}

export default function MailMessage() {
  const { i18n } = useLingui()
  const path = useLocalePath()
  const { view } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <DeskPage
      title={view.what}
      lead={
        <>
          <Link to={path('/desk/mail')}>{i18n._('All mails')}</Link>
          {view.introduction && <> · <Link to={view.introduction}>{i18n._('The introduction')}</Link></>}
          {view.company && <> · <Link to={view.company}>{i18n._('The firm')}</Link></>}
        </>
      }
    >
      {refused && <Notice tone="bad" title={refused.error} />}
      <div className="two-columns">
        <div><MailBytes view={view} /></div>
        <div><MailFate view={view} /><MailActs view={view} /></div>
      </div>
    </DeskPage>
  )
}
