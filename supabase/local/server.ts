import { timingSafeEqual } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

import { getRequestListener } from '@hono/node-server'

import type { LocalDatabase } from './database'
import type { Gateway } from './gateway'
import type { SendEmailEvent } from './mail-hook'
import type { Secrets } from './secrets'

export interface StandServer {
  url: string
  close: () => Promise<void>
}

export interface ServerOptions {
  gateway: Gateway
  database: LocalDatabase
  secrets: Secrets
  /** 0 takes any free port under 32768. */
  port: number
  /** Test stands only: the sign-in mails so far, and a door for SQL as superuser. */
  test?: { mails: SendEmailEvent[] }
}

function knows(request: Request, secret: string): boolean {
  const given = Buffer.from(request.headers.get('x-stand-secret') ?? '')
  const wanted = Buffer.from(secret)
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}

const changesSchema = /\b(create|alter|drop)\b/i

/** The stand's own doors, for those who know its secret: a copy of the data, and on test stands SQL and the mails. */
async function standDoor(request: Request, door: string, { database, gateway, secrets, test }: ServerOptions): Promise<Response> {
  if (!knows(request, secrets.standSecret)) return new Response(null, { status: 404 })
  if (door === 'copy' && database.dump) return new Response(await database.dump())
  if (test && door === 'mails') return Response.json(test.mails)
  if (test && door === 'sql') {
    const { text, parameters } = (await request.json()) as { text: string; parameters?: unknown[] }
    try {
      const rows = parameters ? await database.query(text, parameters) : await database.exec(text)
      if (changesSchema.test(text)) await gateway.forgetSchema()
      return Response.json({ rows })
    } catch (error) {
      const { message, code, detail } = error as Error & { code?: string; detail?: string }
      return Response.json({ message, code, detail }, { status: 400 })
    }
  }
  return new Response(null, { status: 404 })
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      resolve()
    })
  })
}

/** Serves a gateway on this machine's own address, after one request has warmed it up. */
export async function serveStand(options: ServerOptions): Promise<StandServer> {
  const { gateway, port } = options
  const handle = async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url)
    return pathname.startsWith('/_stand/') ? standDoor(request, pathname.slice('/_stand/'.length), options) : gateway.fetch(request)
  }
  await gateway.warmUp()

  const server = createServer(getRequestListener(handle))
  // The callers close what is idle. Were it this end, a busy caller could write into a connection that has just gone.
  server.keepAliveTimeout = 0
  for (let tries = 1; ; tries += 1) {
    try {
      await listen(server, port || 20_000 + Math.floor(Math.random() * 12_000))
      break
    } catch (error) {
      if (port || tries === 20) throw error
    }
  }
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeIdleConnections()
        setTimeout(() => server.closeAllConnections(), 3_000).unref()
      }),
  }
}
