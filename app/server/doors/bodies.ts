import type { RequestHandler } from 'express'

const FORM_BYTES = 256 * 1024
const IMPORT_BYTES = 10 * 1024 * 1024
const IMPORTS = /^\/(?:(?:ru|kk|ur)\/)?desk\/import/

/** Bounds what a request may carry, before a byte of it is read. Without a stated length nothing is taken; the parser keeps senders to what they stated. */
export const boundedBodies: RequestHandler = (req, res, next) => {
  const refuse = (status: number, sentence: string) => void res.status(status).set('Connection', 'close').type('text/plain').send(sentence)
  if (req.headers['transfer-encoding'] !== undefined) return refuse(411, 'Say how long the request is.\n')
  const most = IMPORTS.test(req.path) ? IMPORT_BYTES : FORM_BYTES
  if (Number(req.headers['content-length'] ?? 0) > most) return refuse(413, `That is too large: ${most / 1024} kB at most.\n`)
  try {
    decodeURIComponent(req.path)
  } catch {
    return refuse(400, 'This address cannot be read.\n')
  }
  next()
}
