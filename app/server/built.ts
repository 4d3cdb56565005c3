import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

import type { ServerBuild } from '@remix-run/node'
import express, { type RequestHandler } from 'express'

/** What `npm run build` left in build/: the app, and what serves its files. */
export async function builtApp(): Promise<{ build: ServerBuild; assets: RequestHandler[] }> {
  const client = join(process.cwd(), 'build/client')
  return {
    build: (await import(/* @vite-ignore */ pathToFileURL(join(process.cwd(), 'build/server/index.js')).href)) as ServerBuild,
    assets: [
      // Their names change with their content.
      express.Router().use('/assets', express.static(join(client, 'assets'), { immutable: true, maxAge: '1y', index: false })) as RequestHandler,
      // A letter's shape does not change; a new cut of a font is fetched after a week.
      express.Router().use('/fonts', express.static(join(client, 'fonts'), { maxAge: '7d', index: false })) as RequestHandler,
      express.static(client, { maxAge: '1h', index: false }) as RequestHandler,
    ],
  }
}
