import type { RequestHandler } from 'express'

import { turnAway } from './turn-away'

/** Machines call these with a signature or a token of their own; browsers' words about origin do not apply. */
const MACHINES = /^\/hooks\/|^\/(?:(?:ru|kk|ur)\/)?unsubscribe\//
const READS = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses whatever would change something and does not come from our own pages: another origin, none at all, or a browser saying so.
 * A page's own form always sends `Origin`, and every browser of the last years sends `Sec-Fetch-Site`.
 */
export function sameOriginOnly(appOrigin: string): RequestHandler {
  return (req, res, next) => {
    if (READS.has(req.method)) return next()
    if (MACHINES.test(req.path)) {
      // Remix has a check of its own for pages, and answers a 500: whatever a mail client says of its origin, one click stops the mails.
      delete req.headers.origin
      return next()
    }
    const site = req.headers['sec-fetch-site']
    if (req.headers.origin === appOrigin && (site === undefined || site === 'same-origin')) return next()
    turnAway(req, res, 'foreign_form')
  }
}

/** Remix builds addresses from what the request claims; it is told our own, so that a forged Host or X-Forwarded-Host reaches no link and no redirect. */
export function fixedOrigin(appOrigin: string): RequestHandler {
  const { host } = new URL(appOrigin)
  return (req, _res, next) => {
    req.headers.host = host
    delete req.headers['x-forwarded-host']
    next()
  }
}
