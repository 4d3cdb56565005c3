import { useLingui } from '@lingui/react'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { readPending, writePending } from '~/features/accounts/pending.server'
import { SignInPage } from '~/features/accounts/sign-in-page'
import { sendingTrouble } from '~/features/accounts/sentences'
import { addressSchema } from '~/features/accounts/sign-in.schema'
import { sentByHand, stampOf } from '~/platform/form-time.server'
import { readForm } from '~/platform/forms.server'
import { callerOf, safePath } from '~/platform/session.server'
import { Button } from '~/ui/button'
import { Honeypot, STAMP_FIELD, tookTheBait } from '~/ui/honeypot'
import { TextField } from '~/ui/field'
import { fieldText } from '~/ui/refused'
import { pageOf, refuse } from '../page.server'
import { titled } from '../titled'
import { whereNext } from '../where-next.server'

export const meta = titled

export async function loader(args: LoaderFunctionArgs) {
  const page = pageOf(args)
  const { env, now } = page.services
  const to = page.url.searchParams.get('to')
  const caller = await callerOf(page.services)
  if (caller) throw redirect(safePath(to, env.appOrigin, page.path(await whereNext(page.services, caller))))
  const pending = await readPending(env, args.request)
  return { title: page.title(page.i18n._('Sign in')), registering: Boolean(pending.begin), email: pending.email ?? '', shown: stampOf(env, now()) }
}

export async function action(args: ActionFunctionArgs) {
  const page = pageOf(args)
  const { env, accounts, now } = page.services
  const form = await args.request.formData()
  const reading = readForm(form, addressSchema(page.i18n))
  if (!reading.ok) return refuse(args.context, reading)
  const { email } = reading.value
  // A machine that fills in everything is answered like anybody, and nothing is sent; one that is too quick is told what a hasty person can act on.
  const trouble = tookTheBait(form) ? null : sentByHand(env, String(form.get(STAMP_FIELD) ?? ''), now()) ? await accounts.sendCode(email, page.locale) : 'not_sent'
  if (trouble) return refuse(args.context, { typed: { email }, form: sendingTrouble(page.i18n, trouble) }, trouble === 'too_often' ? 429 : 503)
  const pending = await readPending(env, args.request)
  const to = page.url.searchParams.get('to') ?? pending.to
  const cookie = await writePending(env, { ...pending, email, to, sentAt: now().getTime() })
  return redirect(page.path('/sign-in/code'), { headers: { 'Set-Cookie': cookie } })
}

export default function SignIn() {
  const { i18n } = useLingui()
  const { registering, email, shown } = useLoaderData<typeof loader>()
  const came = useActionData<typeof action>()
  return (
    <SignInPage
      step={registering ? i18n._('Register your company') : undefined}
      heading={registering ? i18n._('Your e-mail address') : i18n._('Sign in')}
      errors={came?.errors}
      trouble={came?.form}
    >
      <p className="text-ink-2 mb-6">
        {registering
          ? i18n._('We send a code of six digits to it. No password: this is how you come back to your answers, on any device.')
          : i18n._('We send a code of six digits to your e-mail address. There is no password to remember.')}
      </p>
      <form method="post" noValidate>
        <Honeypot shown={shown} />
        <TextField name="email" type="email" dir="ltr" autoComplete="email" label={i18n._('E-mail address')} error={came?.errors.email} defaultValue={fieldText(came, 'email', email)} />
        <Button icon="arrow">{i18n._('Send me a code')}</Button>
      </form>
    </SignInPage>
  )
}
