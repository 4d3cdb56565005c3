import { createServer } from 'node:http'
import { setFlagsFromString } from 'node:v8'

import type { ServerBuild } from '@remix-run/node'
import { installGlobals } from '@remix-run/node'
import type { RequestHandler } from 'express'

import { env as readSettings } from '~/platform/env.server'
import { makeLog } from '~/platform/log.server'
import { makeFoundation } from '~/services.server'
import { makeApp } from './app'
import { builtApp } from './built'
import { startEngineThread } from './engine'
import { startOutbox } from './outbox'

installGlobals({ nativeFetch: true })

const env = readSettings()
const log = makeLog(env.logLevel)
const foundation = makeFoundation(env, log)

async function fromVite(): Promise<{ build: () => Promise<ServerBuild>; assets: RequestHandler[] }> {
  const { createServer: createVite } = await import('vite')
  const vite = await createVite({ server: { middlewareMode: true }, appType: 'custom' })
  return { build: () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>, assets: [vite.middlewares] }
}

const app = makeApp({ foundation, ...(env.mode === 'development' ? await fromVite() : await builtApp()) })
const server = createServer({ maxHeaderSize: 16 * 1024, requestTimeout: 30_000, headersTimeout: 15_000 }, app)
// Longer than a proxy in front keeps its connections: the end that sends must be the one that closes.
server.keepAliveTimeout = 75_000

server.listen(env.port, env.host, () => {
  log.info({ port: env.port }, 'the web server listens')
  setImmediate(() => {
    // Read now, so that the first firm to describe its goods does not wait for the dictionary.
    foundation.lexicon()
    // From now on little is made to stay. Unasked, V8 would let garbage lie until it is three times what lives.
    setFlagsFromString('--heap-growing-percent=100')
  })
})
const outbox = startOutbox(foundation)
const engine = startEngineThread(log)

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    engine.stop()
    // What is in flight is answered; ten seconds are the most anybody waits.
    setTimeout(() => process.exit(0), 9_500).unref()
    const answered = new Promise<void>(resolve => server.close(() => resolve()))
    void Promise.all([answered, outbox.stop()]).then(() => process.exit(0))
    server.closeIdleConnections()
  })
}
