import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'

import { asFramed } from './framed'

/** The mail's own HTML for the sandboxed frame: nothing in it may run, and its links open in the reader's own window. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { env, mailbox } = context.services
  const id = z.uuid().safeParse(params.id)
  const mail = env.mailbox && id.success ? await mailbox.read(id.data) : null
  if (!mail?.payload) return new Response(null, { status: 404 })
  return new Response(asFramed(mail.payload.html).replaceAll('<a href=', '<a target="_top" href='), {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'Content-Security-Policy': "default-src 'none'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src data:; base-uri 'none'; frame-ancestors 'self'; sandbox allow-same-origin allow-top-navigation-by-user-activation",
    },
  })
}
