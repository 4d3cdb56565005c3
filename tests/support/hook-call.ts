import { createHmac } from 'node:crypto'

import pino from 'pino'

import { mailStore } from '~/features/introductions/mail.store.server'
import { readEnv, type Env } from '~/platform/env.server'
import type { Db } from '~/platform/supabase.server'
import type { Backend } from './backend'

export const WEBHOOK_SECRET = `whsec_${Buffer.from('the webhook secret of the tests!').toString('base64')}`

/** Settings that fit a test's backend. */
export function testEnv(backend: Backend, more: Record<string, string> = {}): Env {
  return readEnv({
    NODE_ENV: 'test', APP_STAND: 'test', APP_ORIGIN: 'https://desk.example.test', SUPABASE_URL: backend.url, SUPABASE_ANON_KEY: backend.anonKey,
    SUPABASE_SERVICE_ROLE_KEY: backend.serviceKey, SEND_EMAIL_HOOK_SECRET: backend.secrets.sendEmailHookSecret, SESSION_SECRET: 's'.repeat(32), CRON_SECRET: 'c'.repeat(32),
    RESEND_API_KEY: 're_test', RESEND_WEBHOOK_SECRET: WEBHOOK_SECRET, MAIL_FROM: 'desk@desk.example.test', ...more,
  })
}

type Action = (args: never) => Promise<Response>

/** Calls a hook's action as the server would, past the router. `db` stands in for the server's own client. */
export function hookCaller(backend: Backend, env: Env, db: Db = backend.asService() as unknown as Db) {
  const nudges = { count: 0 }
  const call = (action: unknown, body: string, headers: Record<string, string>) =>
    (action as Action)({
      request: new Request('https://desk.example.test/hooks', { method: 'POST', body, headers }),
      params: {},
      context: { log: pino({ level: 'silent' }), services: { env, mail: mailStore(db), nudge: () => void (nudges.count += 1) } },
    } as never)
  return { call, nudges }
}

/** A webhook of Resend's, signed as svix signs. */
export function resendEvent(id: string, type: string, data: Record<string, unknown>, secret = WEBHOOK_SECRET) {
  const body = JSON.stringify({ type, created_at: new Date().toISOString(), data })
  const timestamp = String(Math.floor(Date.now() / 1000))
  const signature = createHmac('sha256', Buffer.from(secret.replace('whsec_', ''), 'base64')).update(`${id}.${timestamp}.${body}`).digest('base64')
  return { body, headers: { 'svix-id': id, 'svix-timestamp': timestamp, 'svix-signature': `v1,${signature}` } }
}
