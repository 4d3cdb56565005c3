import type { RequestHandler } from 'express'

import { turnAway } from './turn-away'

const FORM_BYTES = 256 * 1024
const IMPORT_BYTES = 10 * 1024 * 1024
const IMPORTS = /^\/(?:(?:ru|kk|ur)\/)?desk\/import/

/** Bounds what a request may carry, before a byte of it is read. Without a stated length nothing is taken; the parser keeps senders to what they stated. */
export const boundedBodies: RequestHandler = (req, res, next) => {
  // What was not read is not waited for.
  const close = () => res.set('Connection', 'close')
  if (req.headers['transfer-encoding'] !== undefined) return turnAway(req, close(), 'no_length')
  const most = IMPORTS.test(req.path) ? IMPORT_BYTES : FORM_BYTES
  if (Number(req.headers['content-length'] ?? 0) > most) return turnAway(req, close(), 'too_large', { kilobytes: most / 1024 })
  try {
    decodeURIComponent(req.path)
  } catch {
    return turnAway(req, close(), 'unreadable')
  }
  next()
}
