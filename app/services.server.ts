import type { CookieMethodsServer } from '@supabase/ssr'
import type { Logger } from 'pino'

import { mailStore, type MailStore } from '~/features/introductions/mail.store.server'
import { makeBell, type Bell } from '~/platform/bell'
import type { Env } from '~/platform/env.server'
import { adminClient, callerClient, type Db } from '~/platform/supabase.server'

/** What lives as long as the process: settings, log, the server's own clients. */
export interface Foundation {
  env: Env
  log: Logger
  now: () => Date
  /** Past all policies; each use says why. */
  admin: (reason: string) => Db
  /** Rings when mail was written: the worker of this process does not sleep on. */
  bell: Bell
}

/** What one HTTP request may use. Features add their use cases here; this is the one place that wires stores, mailer and clock. */
export interface Services {
  env: Env
  now: () => Date
  db: Db
  admin: Foundation['admin']
  /** Mail was written: send it now. */
  nudge: () => void
  mail: MailStore
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
    bell: makeBell(),
  }
}

export function makeServices(foundation: Foundation, cookies: CookieMethodsServer): Services {
  const { env, now, admin, bell } = foundation
  return { env, now, admin, db: callerClient(env, cookies), nudge: bell.ring, mail: mailStore(admin('mail is written for people who are not signed in')) }
}
