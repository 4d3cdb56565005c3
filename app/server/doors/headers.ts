import type { IncomingMessage, ServerResponse } from 'node:http'

import type { RequestHandler, Response } from 'express'
import helmet from 'helmet'

import type { Env } from '~/platform/env.server'

const nonce = (_req: IncomingMessage, res: ServerResponse) => `'nonce-${(res as Response).locals.nonce as string}'`

/**
 * What every answer carries, errors and files included. Scripts run only with this answer's nonce; nothing may frame us but ourselves
 * (the mailbox shows mails in a frame).
 */
export function securityHeaders(env: Pick<Env, 'appOrigin' | 'mode'>): RequestHandler[] {
  const overHttps = env.appOrigin.startsWith('https:')
  const developing = env.mode === 'development'
  return [
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          'default-src': ["'none'"],
          'script-src': [nonce, "'strict-dynamic'"],
          // React writes measures (a bar's width) as style attributes; style elements need the nonce all the same.
          'style-src': ["'self'", nonce, ...(developing ? ["'unsafe-inline'"] : [])],
          'style-src-attr': ["'unsafe-inline'"],
          'img-src': ["'self'", 'data:'],
          'font-src': ["'self'"],
          'connect-src': ["'self'", ...(developing ? ['ws:'] : [])],
          'manifest-src': ["'self'"],
          'form-action': ["'self'"],
          'frame-src': ["'self'"],
          'frame-ancestors': ["'self'"],
          'base-uri': ["'none'"],
        },
      },
      strictTransportSecurity: overHttps ? { maxAge: 63_072_000, includeSubDomains: true } : false,
      referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
      frameguard: { action: 'sameorigin' },
    }) as RequestHandler,
    (_req, res, next) => {
      res.setHeader('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()')
      next()
    },
  ]
}
