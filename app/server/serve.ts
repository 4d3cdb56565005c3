import { existsSync } from 'node:fs'

import { env, EnvError } from '~/platform/env.server'

// npm run serve: the web process with settings from outside. Bad or unsafe ones are told in a sentence each, before anything starts.

try {
  const { mode } = env()
  if (mode !== 'development' && !existsSync('build/server/index.js')) throw new EnvError(['There is no build: run npm run build first.'])
} catch (error) {
  if (!(error instanceof EnvError)) throw error
  for (const sentence of error.sentences) console.error(sentence)
  process.exit(1)
}
await import('./main')
