import type { CookieMethodsServer } from '@supabase/ssr'
import type { Logger } from 'pino'

import type { Env } from '~/platform/env.server'
import { adminClient, callerClient, type Db } from '~/platform/supabase.server'

/** What lives as long as the process: settings, log, the server's own clients. */
export interface Foundation {
  env: Env
  log: Logger
  now: () => Date
  /** Past all policies; each use says why. */
  admin: (reason: string) => Db
}

/** What one HTTP request may use. Features add their use cases here; this is the one place that wires stores, mailer and clock. */
export interface Services {
  env: Env
  now: () => Date
  db: Db
  admin: Foundation['admin']
}

export function makeFoundation(env: Env, log: Logger): Foundation {
  const clients = new Map<string, Db>()
  return {
    env,
    log,
    now: () => new Date(),
    admin: reason => {
      const made = clients.get(reason) ?? adminClient(env, reason)
      clients.set(reason, made)
      return made
    },
  }
}

export function makeServices(foundation: Foundation, cookies: CookieMethodsServer): Services {
  const { env, now, admin } = foundation
  return { env, now, admin, db: callerClient(env, cookies) }
}
