import { createHash, timingSafeEqual } from 'node:crypto'

import type { ActionFunctionArgs } from '@remix-run/node'

const digest = (text: string) => createHash('sha256').update(text).digest()

/** A timer's call (`Authorization: Bearer <CRON_SECRET>`): wakes the mail worker of this process, and tells what waits. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { env, mail, nudge } = context.services
  const given = /^Bearer (.+)$/.exec(request.headers.get('authorization') ?? '')?.[1] ?? ''
  if (request.method !== 'POST' || !timingSafeEqual(digest(given), digest(env.cronSecret))) return new Response(null, { status: 401 })
  nudge()
  return Response.json(await mail.backlog(), { status: 202, headers: { 'Cache-Control': 'no-store' } })
}
