import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

import type { ServerBuild } from '@remix-run/node'
import express, { type RequestHandler } from 'express'

/**
 * Scripts and styles as the build has pressed them (`.br` beside each), with more patience than an answer has: a tenth less on the wire, and no work here.
 * Whoever takes no Brotli gets them as they are.
 */
const pressed = (folder: string): RequestHandler => (req, res, next) => {
  const type = { js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8' }[/\.(js|css)$/.exec(req.path)?.[1] ?? '']
  if (type && req.acceptsEncodings('br', 'identity') === 'br' && existsSync(join(folder, `${req.path}.br`))) {
    req.url = `${req.path}.br`
    res.setHeader('Content-Type', type)
    res.setHeader('Content-Encoding', 'br')
    res.vary('Accept-Encoding')
  }
  next()
}

/** What `npm run build` left in build/: the app, and what serves its files. */
export async function builtApp(): Promise<{ build: ServerBuild; assets: RequestHandler[] }> {
  const client = join(process.cwd(), 'build/client')
  return {
    build: (await import(/* @vite-ignore */ pathToFileURL(join(process.cwd(), 'build/server/index.js')).href)) as ServerBuild,
    assets: [
      // Their names change with their content.
      express.Router().use('/assets', pressed(join(client, 'assets')), express.static(join(client, 'assets'), { immutable: true, maxAge: '1y', index: false })) as RequestHandler,
      // A letter's shape does not change; a new cut of a font is fetched after a week.
      express.Router().use('/fonts', express.static(join(client, 'fonts'), { maxAge: '7d', index: false })) as RequestHandler,
      express.static(client, { maxAge: '1h', index: false }) as RequestHandler,
    ],
  }
}
