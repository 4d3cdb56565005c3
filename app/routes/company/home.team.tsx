import { useLingui } from '@lingui/react'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'

import { Invitations, InvitingNotice } from '~/features/companies/team-forms'
import { formatDate } from '~/i18n/format.server'
import { readForm } from '~/platform/forms.server'
import { orRefusal, DatabaseRefusal } from '~/platform/refusal'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { Notice } from '~/ui/notice'
import { Tag } from '~/ui/tag'
import { refuse } from '../page.server'
import { titled } from '../titled'
import { HomePage } from './home-page'
import { requireOwn } from './own.server'

export const meta = titled

const invitingResults = ['invited', 'already', 'member', 'suppressed', 'invited_often', 'withdrawn'] as const

export async function loader(args: LoaderFunctionArgs) {
  const { title, i18n, locale, own, caller, services, url } = await requireOwn(args)
  const { members, asking, invited } = await services.home.team(own.company.id)
  const query = url.searchParams
  return {
    title: title(i18n._('People')), owner: own.role === 'owner', gone: query.has('gone'),
    result: invitingResults.find(result => result === query.get('result')) ?? null, to: query.get('to') ?? '',
    members: members.map(member => ({ ...member, me: member.user === caller.userId, since: formatDate(locale, member.since) })),
    invited: invited.map(invitation => ({ ...invitation, since: formatDate(locale, invitation.since) })),
    asking: asking.map(request => ({ ...request, since: formatDate(locale, request.since) })),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { i18n, own, services, path } = await requireOwn(args)
  const form = await args.request.formData()
  const back = (result: string, to: string) => redirect(`${path('/home/team')}?${new URLSearchParams({ result, to })}`)
  switch (form.get('intent')) {
    case 'invite': {
      const reading = readForm(form, z.object({ address: z.string({ error: i18n._('Enter your colleague’s e-mail address.') }).trim().max(254).pipe(z.email(i18n._('Enter an address like name@firm.com.'))) }))
      if (!reading.ok) return refuse(args.context, reading)
      const { address } = reading.value
      const result = await orRefusal(services.home.invite(own.company.id, address))
      if (result instanceof DatabaseRefusal) return refuse(args.context, { errors: { address: i18n._('Only the owner invites people.') }, typed: { address } }, result.status)
      services.nudge()
      return back(result, address)
    }
    case 'withdraw': {
      const address = String(form.get('address'))
      const withdrawn = await orRefusal(services.home.withdrawInvitation(own.company.id, address))
      return withdrawn instanceof DatabaseRefusal ? redirect(`${path('/home/team')}?gone`) : back('withdrawn', address)
    }
  }
  const decided = await orRefusal(services.home.decideJoinRequest(own.company.id, String(form.get('user')), form.get('decision') === 'accept'))
  // Decided meanwhile, by this press or another: the list says how.
  return redirect(`${path('/home/team')}${decided instanceof DatabaseRefusal ? '?gone' : ''}`)
}

export default function HomeTeam() {
  const { i18n } = useLingui()
  const { owner, gone, members, asking, invited, result, to } = useLoaderData<typeof loader>()
  const came = useActionData<typeof action>()
  return (
    <HomePage heading={i18n._('People')}>
      <ErrorSummary errors={came?.errors ?? {}} />
      {result && <InvitingNotice result={result} to={to} />}
      {gone && <Notice title={i18n._('That request was decided already, or only the owner may decide it')} />}
      {asking.length > 0 && (
        <section className="mb-8">
          <h2 className="mb-3 text-xl">{i18n._('Asking to join')}</h2>
          <ul className="grid gap-3">
            {asking.map(({ user, email, since }) => (
              <li key={user} className="card flex flex-wrap items-center justify-between gap-3 p-4">
                <span><bdi dir="ltr" className="font-semibold break-all">{email}</bdi> <span className="text-ink-2 block text-[.9375rem]">{i18n._('asked on {date}', { date: since })}</span></span>
                {owner ? (
                  <form method="post" className="flex flex-wrap gap-2">
                    <input type="hidden" name="user" value={user} />
                    <Button name="decision" value="accept" tone="secondary">{i18n._('Accept')}</Button>
                    <Button name="decision" value="refuse" tone="quiet">{i18n._('Refuse')}</Button>
                  </form>
                ) : (
                  <span className="text-ink-2">{i18n._('The owner decides')}</span>
                )}
              </li>
            ))}
          </ul>
          <p className="text-ink-2 mt-3">{i18n._('Who joins sees and changes everything of the company, its introductions included. Accept only people you know.')}</p>
        </section>
      )}
      <h2 className="mb-3 text-xl">{i18n._('Working on this profile')}</h2>
      <ul className="border-line border-t">
        {members.map(({ user, email, role, me, since }) => (
          <li key={user} className="border-line flex flex-wrap items-center gap-x-3 gap-y-1 border-b py-3">
            <bdi dir="ltr" className="font-semibold break-all">{email}</bdi>
            {me && <Tag>{i18n._('you')}</Tag>}
            {role === 'owner' && <Tag tone="good">{i18n._('owner')}</Tag>}
            <span className="text-ink-2 text-[.9375rem]">{i18n._('since {date}', { date: since })}</span>
          </li>
        ))}
      </ul>
      {owner && <Invitations invited={invited} came={came} />}
      <p className="text-ink-2 mt-4">{i18n._('A colleague may also register with the company’s number: the page then offers to ask you.')}</p>
    </HomePage>
  )
}
