import { useLingui } from '@lingui/react'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'

import { linkTypes } from '~/features/accounts/accounts.store.server'
import { SignInPage } from '~/features/accounts/sign-in-page'
import { useLocalePath } from '~/i18n/locale-path'
import { callerOf, safePath } from '~/platform/session.server'
import { Button, ButtonLink } from '~/ui/button'
import { pageOf, refuse } from '../page.server'
import { titled } from '../titled'
import { whereNext } from '../where-next.server'

export const meta = titled

const linkSchema = z.object({ token_hash: z.string().min(1).max(200), type: z.enum(linkTypes), to: z.string().max(500).optional() })

/** Opening the link changes nothing: mail scanners open it before people do. */
export async function loader(args: LoaderFunctionArgs) {
  const page = pageOf(args)
  const link = linkSchema.safeParse(Object.fromEntries(page.url.searchParams))
  return { title: page.title(page.i18n._('Sign in')), link: link.success ? link.data : null }
}

export async function action(args: ActionFunctionArgs) {
  const page = pageOf(args)
  const { accounts, env } = page.services
  const link = linkSchema.safeParse(Object.fromEntries(await args.request.formData()))
  const verdict = link.success && (await accounts.verifyLink(link.data.token_hash, link.data.type))
  if (verdict === 'too_often') return refuse(args.context, { form: page.i18n._('Too many tries. Wait a minute, then press the button again.') }, 429)
  const caller = verdict ? await callerOf(page.services) : null
  if (!caller || !link.success) return refuse(args.context, { form: page.i18n._('This link has expired or was used already. Ask for a new code; it takes a minute.') })
  return redirect(safePath(link.data.to ?? null, env.appOrigin, page.path(await whereNext(page.services, caller))))
}

export default function SignInByLink() {
  const { i18n } = useLingui()
  const path = useLocalePath()
  const { link } = useLoaderData<typeof loader>()
  const came = useActionData<typeof action>()
  return (
    <SignInPage heading={i18n._('Sign in')} trouble={came?.form}>
      {link && !came ? (
        <form method="post">
          <p className="text-ink-2 mb-6">{i18n._('Press the button to sign in on this device.')}</p>
          <input type="hidden" name="token_hash" value={link.token_hash} />
          <input type="hidden" name="type" value={link.type} />
          {link.to && <input type="hidden" name="to" value={link.to} />}
          <Button icon="arrow">{i18n._('Sign in on this device')}</Button>
        </form>
      ) : (
        <>
          {!came && <p className="text-ink-2 mb-6">{i18n._('This link is not complete: part of it was lost on the way. Ask for a new code instead.')}</p>}
          <ButtonLink href={path('/sign-in')} icon="arrow">{i18n._('Ask for a new code')}</ButtonLink>
        </>
      )}
    </SignInPage>
  )
}
