import { redirect, type ActionFunctionArgs } from '@remix-run/node'

import { inLocale } from '~/core/locale'
import { safePath } from '~/platform/session.server'
import { requireDesk } from './desk.server'

const YEAR_S = 365 * 24 * 60 * 60

/** What the desk remembers in this browser: which forum, and whether single keys are on. */
export async function action(args: ActionFunctionArgs) {
  const desk = await requireDesk(args)
  const { appOrigin } = args.context.services.env
  const form = await args.request.formData()
  const headers = new Headers()
  const keep = (name: string, value: string) =>
    headers.append('Set-Cookie', `${name}=${value}; Path=/; Max-Age=${YEAR_S}; HttpOnly; SameSite=Lax${appOrigin.startsWith('https:') ? '; Secure' : ''}`)
  const forum = desk.forums.find(({ id }) => id === form.get('forum'))
  if (forum) keep('desk-forum', forum.id)
  const keys = form.get('keys')
  if (keys === 'on' || keys === 'off') keep('desk-keys', keys)
  return redirect(safePath(String(form.get('back') ?? ''), appOrigin, inLocale('/desk/queue', desk.locale)), { status: 303, headers })
}
