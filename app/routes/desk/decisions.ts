import type { ActionFunctionArgs } from '@remix-run/node'

import { decide, decisionForm } from '~/features/desk/decide.server'
import { readForm } from '~/platform/forms.server'
import { requireDesk } from './desk.server'

/** The same decision, asked for by the page's script: the answer is data. */
export async function action(args: ActionFunctionArgs) {
  const desk = await requireDesk(args)
  const reading = readForm(await args.request.formData(), decisionForm)
  if (!reading.ok) return Response.json({ ok: false, status: 400, reason: 'bad_form', sentence: Object.values(reading.errors)[0] ?? '' }, { status: 400 })
  const answer = await decide(desk, reading.value)
  if (answer.ok) args.context.services.nudge()
  return Response.json(answer, { status: answer.ok ? 200 : answer.status })
}
