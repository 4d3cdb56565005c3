import type { LoaderFunctionArgs } from '@remix-run/node'

import { idOf, orNotFound, requireDesk } from './desk.server'

/** The bytes of a mail for the log's frame, the secret part of its links cut out. The frame is a place of its own: nothing runs, nothing leads out of it. */
export async function loader(args: LoaderFunctionArgs) {
  const desk = await requireDesk(args)
  const { html } = await orNotFound(desk.mail.read(idOf(args.params.mail)))
  if (html === null) return new Response(null, { status: 404 })
  return new Response(html, {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox",
    },
  })
}
