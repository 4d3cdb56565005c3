import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'

import { openResendEvent } from '~/platform/mailer.server'

// Resend's webhook. It comes at least once and in any order; what is dropped and what counts is decided in the database.
const eventSchema = z.object({
  type: z.string().max(60),
  created_at: z.iso.datetime({ offset: true }).optional(),
  data: z.object({
    email_id: z.string().max(100).optional(),
    tags: z.union([z.record(z.string(), z.string()), z.array(z.object({ name: z.string(), value: z.string() }))]).optional(),
  }),
})

const uuid = z.uuid()

/** Our own id, by the tag that we sent along; tags come back as a list or as a record. */
function mailOf(tags: z.infer<typeof eventSchema>['data']['tags']): string | null {
  const value = Array.isArray(tags) ? tags.find(tag => tag.name === 'outbox_id')?.value : tags?.outbox_id
  const id = uuid.safeParse(value)
  return id.success ? id.data : null
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { env, mail } = context.services
  const opened = openResendEvent(env, await request.text(), request.headers)
  if (!opened) return new Response(null, { status: 401 })
  const event = eventSchema.safeParse(opened.event)
  // Kinds of event that are not about a mail are none of ours.
  if (!event.success || !event.data.type.startsWith('email.')) return Response.json({ result: 'ignored' })
  const { type, created_at, data } = event.data
  try {
    const result = await mail.event({ id: opened.id, mail: mailOf(data.tags), providerId: data.email_id ?? null, type, at: created_at ?? null })
    return Response.json({ result })
  } catch (error) {
    // It comes again: better late than lost.
    context.log.error({ err: error }, 'a webhook of the mail provider could not be written down')
    return new Response(null, { status: 503, headers: { 'Retry-After': '5' } })
  }
}
