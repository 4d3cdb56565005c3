import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLingui } from '@lingui/react'
import { Form, useLoaderData } from '@remix-run/react'

import { roleName } from '~/features/desk/team.server'
import { useLocalePath } from '~/i18n/locale-path'
import { countryName } from '~/i18n/words/companies'
import { seededText } from '~/i18n/words/seeded'
import { PublicShell } from '~/ui/public-shell'
import { pageOf, requireCaller } from '../page.server'
import { idOf, orNotFound } from './desk.server'
import { titled } from '../titled'

export const meta = titled

/** The desks whose team the caller is invited to, by the address the caller has proved by signing in. */
export async function loader(args: LoaderFunctionArgs) {
  const page = pageOf(args)
  const { i18n, services } = page
  await requireCaller(page)
  const invitations = await services.desk.team.mine()
  return {
    title: page.title(i18n._('Invitation to a desk')),
    invitations: invitations.map(one => ({ forum: one.forum, name: seededText(i18n, one.name), by: one.by, role: roleName(i18n, one.role), country: countryName(i18n, one.country) })),
  }
}

export async function action(args: ActionFunctionArgs) {
  const page = pageOf(args)
  await requireCaller(page)
  const forum = idOf(String((await args.request.formData()).get('forum') ?? ''))
  await orNotFound(page.services.desk.team.accept(forum))
  return redirect(page.path('/desk'), 303)
}

export default function Join() {
  const { i18n } = useLingui()
  const path = useLocalePath()
  const { invitations } = useLoaderData<typeof loader>()
  return (
    <PublicShell>
      <div className="wrap max-w-2xl py-10 lg:py-16">
        <h1 className="page-title">{i18n._('Invitation to a desk')}</h1>
        {invitations.length === 0 && (
          <p className="page-lead">{i18n._('No invitation is open for the address you signed in with. Invitations hold for two weeks; ask whoever invited you for a new one.')} <a className="underline" href={path('/desk')}>{i18n._('Go to the desk')}</a></p>
        )}
        {invitations.map(one => (
          <section key={one.forum} className="card mt-6 p-5 sm:p-7">
            <h2 className="text-[1.0625rem] font-semibold">{one.name}</h2>
            <p className="text-ink-2 mt-2">{one.by ? i18n._('{name} invites you to the desk of this forum, for {country}.', { name: one.by, country: one.country }) : i18n._('You are invited to the desk of this forum, for {country}.', { country: one.country })} {one.role}.</p>
            <p className="text-ink-2 mt-2">{i18n._('At the desk you see what firms keep private, and what you decide is on record under your name.')}</p>
            <Form method="post" className="mt-4">
              <input type="hidden" name="forum" value={one.forum} />
              <button className="btn btn-primary">{i18n._('Join the desk')}</button>
            </Form>
          </section>
        ))}
      </div>
    </PublicShell>
  )
}
