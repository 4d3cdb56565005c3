import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import { installGlobals, type ServerBuild } from '@remix-run/node'
import pino from 'pino'

import { readEnv } from '~/platform/env.server'
import { makeApp } from '~/server/app'
import { builtApp } from '~/server/built'
import { makeFoundation } from '~/services.server'
import type { Backend } from './backend'

/** The web application in this process, over a backend; as it was built. */
export interface Web {
  origin: string
  /** The route manifest, as the build has it. */
  routes: ServerBuild['routes']
  stop: () => Promise<void>
}

/** Serves the app at a port of the test's own, with variables that differ from the usual. Errors of requests are printed. */
export async function startWeb(backend: Backend, port: number, variables: Record<string, string> = {}): Promise<Web> {
  installGlobals({ nativeFetch: true })
  const env = readEnv({
    NODE_ENV: 'test', APP_STAND: 'test', PORT: String(port), TRUSTED_PROXIES: '1', APP_ORIGIN: `http://127.0.0.1:${port}`, SUPABASE_URL: backend.url, SUPABASE_ANON_KEY: backend.anonKey, SUPABASE_SERVICE_ROLE_KEY: backend.serviceKey, SUPABASE_JWT_SECRET: backend.jwtSecret,
    SEND_EMAIL_HOOK_SECRET: 'v1,whsec_' + Buffer.alloc(32, 7).toString('base64'), SESSION_SECRET: 'a'.repeat(40), CRON_SECRET: 'b'.repeat(40), ...variables,
  })
  const { build, assets } = await builtApp()
  const app = makeApp({ foundation: makeFoundation(env, pino({ level: variables.LOG_LEVEL ?? 'error' })), build, assets })
  const server = createServer(app)
  await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    routes: build.routes,
    stop: async () => {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}
