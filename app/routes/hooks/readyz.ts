import type { LoaderFunctionArgs } from '@remix-run/node'

/** Can serve: the process answers, and so does the database behind it. */
export async function loader({ context }: LoaderFunctionArgs): Promise<Response> {
  const { error } = await context.services.admin('readiness').from('forums').select('id', { head: true }).limit(1)
  const headers = { 'Content-Type': 'text/plain', 'Cache-Control': 'no-store' }
  return error ? new Response('not yet\n', { status: 503, headers }) : new Response('ready\n', { headers })
}
