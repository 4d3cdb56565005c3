import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'

import { safePath } from '~/platform/session.server'
import { pageOf } from '../page.server'
import { requireOwn } from './own.server'

/** No page of its own: the mail's way back, asked for on any step. */
export const loader = (args: LoaderFunctionArgs) => redirect(pageOf(args).path('/register'))

export async function action(args: ActionFunctionArgs) {
  const { own, services, path } = await requireOwn(args)
  const back = safePath(String((await args.request.formData()).get('back') ?? ''), services.env.appOrigin, path('/register'))
  const sent = await services.companies.sendResumeLink(own.company.id)
  if (sent === 'queued') services.nudge()
  const { pathname } = new URL(back, services.env.appOrigin)
  return redirect(`${pathname}?later=${sent === 'suppressed' ? 'stopped' : 'sent'}`, 303)
}
