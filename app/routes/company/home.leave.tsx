import { useLingui } from '@lingui/react'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { confirmedCallerOf, signInPath } from '~/platform/session.server'
import { DatabaseRefusal, orRefusal } from '~/platform/refusal'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { TickField } from '~/ui/field'
import { refuse } from '../page.server'
import { titled } from '../titled'
import { HomePage } from './home-page'
import { requireOwn } from './own.server'

export const meta = titled

export async function loader(args: LoaderFunctionArgs) {
  const { title, i18n, own, services } = await requireOwn(args)
  const { members } = await services.home.team(own.company.id)
  return { title: title(i18n._('Delete my account')), alone: members.length < 2 }
}

export async function action(args: ActionFunctionArgs) {
  const { i18n, services, path, locale } = await requireOwn(args)
  const form = await args.request.formData()
  if (form.get('sure') !== 'yes') return refuse(args.context, { errors: { sure: i18n._('Tick that you understand what is deleted.') } })
  // Not on a session that was ended elsewhere meanwhile.
  if (!(await confirmedCallerOf(services.db))) return redirect(signInPath(locale, path('/home/leave')))
  const left = await orRefusal(services.home.leave())
  if (left instanceof DatabaseRefusal) return refuse(args.context, { form: i18n._('You are an organiser of a forum: ask a colleague to take that over first.') }, 409)
  await services.accounts.signOut('local')
  services.nudge()
  return redirect(path('/sign-out'))
}

export default function HomeLeave() {
  const { i18n } = useLingui()
  const { alone } = useLoaderData<typeof loader>()
  const came = useActionData<typeof action>()
  const consequences = alone
    ? [
        i18n._('Your account, the company’s profile, what it brings and seeks, and all contacts are deleted at once.'),
        i18n._('Introductions under way end, and the other side is told that they do.'),
        i18n._('What the other side took part in stays in its records: your country and the words “Former participant”, with no name.'),
      ]
    : [i18n._('Your account is deleted. The company’s profile stays with your colleagues; the eldest of them becomes its owner if you are.')]
  return (
    <HomePage heading={i18n._('Delete my account')}>
      <ErrorSummary errors={came?.errors ?? {}} form={came?.form} />
      <ul className="mb-4 list-disc ps-5">
        {consequences.map(sentence => <li key={sentence} className="mb-2">{sentence}</li>)}
      </ul>
      <p className="text-ink-2 mb-6">{i18n._('This cannot be undone. You may want to export your data first.')}</p>
      <form method="post">
        <TickField name="sure" label={i18n._('I understand what is deleted')} error={came?.errors.sure} />
        <Button tone="danger">{i18n._('Delete for good')}</Button>
      </form>
    </HomePage>
  )
}
