import { useLingui } from '@lingui/react'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

import { SignInPage } from '~/features/accounts/sign-in-page'
import { useLocalePath } from '~/i18n/locale-path'
import { callerOf } from '~/platform/session.server'
import { Button, ButtonLink } from '~/ui/button'
import { pageOf } from '../page.server'
import { titled } from '../titled'

export const meta = titled

export async function loader(args: LoaderFunctionArgs) {
  const page = pageOf(args)
  return { title: page.title(page.i18n._('Sign out')), signedIn: Boolean(await callerOf(page.services)) }
}

export async function action(args: ActionFunctionArgs) {
  const page = pageOf(args)
  const form = await args.request.formData()
  await page.services.accounts.signOut(form.get('scope') === 'global' ? 'global' : 'local')
  return redirect(page.path('/sign-out'))
}

export default function SignOut() {
  const { i18n } = useLingui()
  const path = useLocalePath()
  const { signedIn } = useLoaderData<typeof loader>()
  if (!signedIn) {
    return (
      <SignInPage heading={i18n._('You are signed out')}>
        <p className="text-ink-2 mb-6">{i18n._('Your answers are kept. Sign in again whenever you like.')}</p>
        <ButtonLink href={path('/')} tone="secondary">{i18n._('To the first page')}</ButtonLink>
      </SignInPage>
    )
  }
  return (
    <SignInPage heading={i18n._('Sign out')}>
      <form method="post" className="flex flex-wrap gap-3">
        <Button name="scope" value="local">{i18n._('On this device')}</Button>
        <Button name="scope" value="global" tone="secondary">{i18n._('On every device')}</Button>
      </form>
    </SignInPage>
  )
}
