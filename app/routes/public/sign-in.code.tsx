import { Trans, useLingui } from '@lingui/react'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { forgetPending, readPending, writePending, type Pending } from '~/features/accounts/pending.server'
import { codeTrouble, sendingTrouble } from '~/features/accounts/sentences'
import { SignInPage } from '~/features/accounts/sign-in-page'
import { codeSchema } from '~/features/accounts/sign-in.schema'
import { enterCode } from '~/features/accounts/sign-in.server'
import { useLocalePath } from '~/i18n/locale-path'
import { readForm } from '~/platform/forms.server'
import { confirmedCallerOf, safePath } from '~/platform/session.server'
import { Button } from '~/ui/button'
import { TextField } from '~/ui/field'
import { Notice } from '~/ui/notice'
import { pageOf, refuse, type Page } from '../page.server'
import { titled } from '../titled'
import { whereNext } from '../where-next.server'

export const meta = titled

export async function loader(args: LoaderFunctionArgs) {
  const page = pageOf(args)
  const { email, begin } = await readPending(page.services.env, args.request)
  if (!email) throw redirect(page.path('/sign-in'))
  return { title: page.title(page.i18n._('Enter your code')), email, registering: Boolean(begin), resent: page.url.searchParams.has('sent') }
}

/** Signed in: a registration begun before it is begun now, and the person goes where he wanted to. */
async function arrive({ services, path }: Page, pending: Pending) {
  const caller = await confirmedCallerOf(services.db)
  if (!caller) throw redirect(path('/sign-in'))
  if (pending.begin && !(await services.companies.own())) await services.companies.begin(pending.begin.country, pending.begin.locale, caller.email)
  const next = path(await whereNext(services, caller))
  return redirect(pending.begin ? next : safePath(pending.to ?? null, services.env.appOrigin, next), { headers: { 'Set-Cookie': await forgetPending(services.env) } })
}

export async function action(args: ActionFunctionArgs) {
  const page = pageOf(args)
  const { env, accounts, now } = page.services
  const pending = await readPending(env, args.request)
  if (!pending.email) return redirect(page.path('/sign-in'))
  const form = await args.request.formData()
  if (form.get('intent') === 'resend') {
    const trouble = await accounts.sendCode(pending.email, page.locale)
    if (trouble) return refuse(args.context, { form: sendingTrouble(page.i18n, trouble) }, trouble === 'too_often' ? 429 : 503)
    return redirect(`${page.path('/sign-in/code')}?sent`, { headers: { 'Set-Cookie': await writePending(env, { ...pending, sentAt: now().getTime() }) } })
  }
  const reading = readForm(form, codeSchema(page.i18n))
  if (!reading.ok) return refuse(args.context, reading)
  const trouble = await enterCode(accounts, pending, reading.value.code, now())
  if (trouble) return refuse(args.context, { errors: { code: codeTrouble(page.i18n, trouble) } })
  return arrive(page, pending)
}

export default function EnterCode() {
  const { i18n } = useLingui()
  const path = useLocalePath()
  const { email, registering, resent } = useLoaderData<typeof loader>()
  const came = useActionData<typeof action>()
  return (
    <SignInPage step={registering ? i18n._('Register your company') : undefined} heading={i18n._('Enter your code')} errors={came?.errors} trouble={came?.form}>
      {resent && <Notice tone="good" title={i18n._('A new code is on its way. Only the newest one works.')} />}
      <p className="text-ink-2 mb-6">
        <Trans id="We sent a code of six digits to <0>{email}</0>. It is good for ten minutes." values={{ email }} components={{ 0: <bdi dir="ltr" className="text-ink font-semibold" /> }} />
      </p>
      <form method="post" noValidate>
        <TextField
          name="code"
          label={i18n._('Code')}
          error={came?.errors.code}
          dir="ltr"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={12}
          className="num max-w-48 text-xl tracking-[.2em]"
        />
        <Button icon="arrow">{i18n._('Continue')}</Button>
      </form>
      <form method="post" className="mt-8 flex flex-wrap items-center gap-x-4 gap-y-2">
        <input type="hidden" name="intent" value="resend" />
        <span className="text-ink-2">{i18n._('No e-mail? Look among the spam, or')}</span>
        <button className="btn btn-quiet px-0!">{i18n._('send a new code')}</button>
        <a className="btn btn-quiet px-0!" href={path('/sign-in')}>{i18n._('use another address')}</a>
      </form>
    </SignInPage>
  )
}
