import type { LoaderFunctionArgs } from '@remix-run/node'

import { asFramed } from '../mailbox/framed'
import { idOf, orNotFound, requireDesk } from './desk.server'

/** The bytes of a mail for the log's frame, the secret part of its links cut out. Nothing runs in the frame, and nothing leads out of it. */
export async function loader(args: LoaderFunctionArgs) {
  const desk = await requireDesk(args)
  const { html } = await orNotFound(desk.mail.read(idOf(args.params.mail)))
  if (html === null) return new Response(null, { status: 404 })
  return new Response(asFramed(html), {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'Content-Security-Policy': "default-src 'none'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-same-origin",
    },
  })
}
