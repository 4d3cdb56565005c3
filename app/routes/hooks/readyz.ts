import type { LoaderFunctionArgs } from '@remix-run/node'

import { newestMigration } from '~/platform/migrations.server'

const LATE_S = 600
const wanted = newestMigration()

/** Can serve: the process answers, and so does the database, with all migrations of this code. Mail that is late is told, and no reason to turn people away. */
export async function loader({ context }: LoaderFunctionArgs): Promise<Response> {
  const { data, error } = await context.services.admin('readiness').rpc('readiness')
  const facts = data as { migration: string | null; worker_lag: number; queue_age: number } | null
  const migrated = Boolean(facts?.migration && facts.migration >= wanted)
  const lines = [
    !error && migrated ? 'ready' : 'not yet',
    `database: ${error ? 'no answer' : 'ok'}`,
    ...(facts ? [`migrations: ${migrated ? 'ok' : `behind, ${facts.migration} of ${wanted}`}`, `worker lag: ${facts.worker_lag} s${facts.worker_lag > LATE_S ? ', late' : ''}`, `queue age: ${facts.queue_age} s`] : []),
  ]
  return new Response(`${lines.join('\n')}\n`, { status: !error && migrated ? 200 : 503, headers: { 'Content-Type': 'text/plain', 'Cache-Control': 'no-store' } })
}
