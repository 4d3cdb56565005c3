import { useLingui } from '@lingui/react'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { writePending } from '~/features/accounts/pending.server'
import { sendingTrouble } from '~/features/accounts/sentences'
import { AcceptForm, InvitedFirm, SpentInvitation } from '~/features/introductions/invitation-parts'
import { acceptingTrouble, viewInvitation } from '~/features/introductions/invitation-view.server'
import { isBase } from '~/features/introductions/outbox/links.server'
import { DatabaseRefusal, orRefusal } from '~/platform/refusal'
import { callerOf, confirmedCallerOf } from '~/platform/session.server'
import { ErrorSummary } from '~/ui/error-summary'
import { PublicShell } from '~/ui/public-shell'
import { pageOf, refuse } from '../page.server'
import { titled } from '../titled'
import { whereNext } from '../where-next.server'

export const meta = titled

/** Two addresses, one page: `/claim/…` takes over an imported firm, `/join/…` joins a team. */
async function invitationOf(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const page = pageOf(args)
  const { token } = args.params
  if (!isBase(token)) throw new Response(null, { status: 404 })
  const kind = page.url.pathname.includes('/claim/') ? 'claim' : 'join'
  const invitation = await page.services.invitations.read(token, kind)
  if (!invitation) throw new Response(null, { status: 404 })
  return { ...page, token, kind, invitation } as const
}

/** Opening the link changes nothing: mail scanners open it before people do. */
export async function loader(args: LoaderFunctionArgs) {
  const { i18n, services, title, invitation } = await invitationOf(args)
  const caller = await callerOf(services)
  const view = viewInvitation(i18n, invitation, caller?.email ?? null)
  return { title: title(view.name), view }
}

/** A visitor gets a code at the invited address and comes back here; whoever is signed in under it is let in. */
export async function action(args: ActionFunctionArgs) {
  const { i18n, locale, services, path, url, token, kind, invitation } = await invitationOf(args)
  const { env, accounts, invitations, now, db } = services
  const caller = await confirmedCallerOf(db)
  if (!caller) {
    const trouble = await accounts.sendCode(invitation.email, locale)
    if (trouble) return refuse(args.context, { form: sendingTrouble(i18n, trouble) }, trouble === 'too_often' ? 429 : 503)
    const cookie = await writePending(env, { email: invitation.email, to: url.pathname, sentAt: now().getTime() })
    return redirect(path('/sign-in/code'), { headers: { 'Set-Cookie': cookie } })
  }
  const accepted = await orRefusal(invitations.accept(token, kind))
  if (accepted instanceof DatabaseRefusal) return refuse(args.context, { form: acceptingTrouble(i18n, accepted) }, accepted.status)
  return redirect(path(await whereNext(services, caller)), 303)
}

export default function InvitationPage() {
  const { i18n } = useLingui()
  const { view } = useLoaderData<typeof loader>()
  const came = useActionData<typeof action>()
  const claim = view.kind === 'claim'
  return (
    <PublicShell>
      <div className="wrap py-8 lg:py-12">
        <div className="column">
          <ErrorSummary errors={{}} form={came?.form} />
          <h1 className="mb-4 text-3xl">{claim ? i18n._('Is this your firm?') : i18n._('An invitation for you')}</h1>
          <InvitedFirm view={view} />
          {view.stand === 'open' ? (
            <>
              <p className="mb-4">
                {claim
                  ? i18n._('The organisers entered it from their list. Take it over, look it through and correct it; nothing is published before you say so.')
                  : i18n._('You would look after the profile and the introductions of this firm together with those who do already.')}
              </p>
              <AcceptForm view={view} />
            </>
          ) : (
            <SpentInvitation view={view} />
          )}
        </div>
      </div>
    </PublicShell>
  )
}
