import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'

import { inLocale } from '~/core/locale'
import { readFilters, writeFilters } from '~/features/desk/queue-filters'
import { readForm } from '~/platform/forms.server'
import { idOf, orNotFound, requireDesk } from './desk.server'

const filterForm = z.object({ intent: z.enum(['save', 'drop']), name: z.string().trim().max(60).optional(), id: z.string().optional(), query: z.string().max(500).optional() })

/** Keeps the queue's filters under a name, or forgets them; then the same queue again. */
export async function action(args: ActionFunctionArgs) {
  const desk = await requireDesk(args)
  const reading = readForm(await args.request.formData(), filterForm)
  if (!reading.ok) throw new Response(null, { status: 400 })
  const { intent, name, id, query } = reading.value
  // Read and written again, so that only what the queue knows is ever kept.
  const keep = writeFilters({ ...readFilters(new URLSearchParams(query)), after: undefined })
  if (intent === 'drop') await orNotFound(desk.queue.dropFilter(idOf(id)))
  else if (name) await desk.queue.saveFilter(desk.forum.id, name, keep)
  return redirect(inLocale(`/desk/queue${keep}`, desk.locale), 303)
}
