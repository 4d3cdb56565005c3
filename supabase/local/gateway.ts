import { AsyncLocalStorage } from 'node:async_hooks'

import { App } from '@supabase/lite'

import { adminUsers } from './admin-users'
import type { LocalDatabase } from './database'
import type { MailSink, SendEmailEvent } from './mail-hook'
import type { Secrets } from './secrets'

export interface GatewayOptions {
  database: LocalDatabase
  secrets: Secrets
  /** The app's own address; the only one that sign-in links may lead back to. */
  siteUrl: string
  sendMail: MailSink
  /** Answers `/rest/v1` in place of the small Supabase's own Data API (the parity stand puts the real PostgREST here). */
  rest?: (request: Request) => Promise<Response>
}

export interface Gateway {
  fetch: (request: Request) => Promise<Response>
  /** One request before the first, so that no visitor waits while the catalogue is read. */
  warmUp: () => Promise<void>
  /** Makes the Data API see what a script changed in the schema. */
  forgetSchema: () => Promise<void>
}

/** How long a sign-in code is good, in seconds. */
export const codeLifetimeSeconds = 600

/** The sign-in doors of the desk: by code only. Passwords, which the small Supabase would take without proof of the address, stay shut. */
const authDoors = new Set(['/otp', '/verify', '/user', '/logout', '/health', '/settings'])

const refuse = (status: number, message: string) => Response.json({ message }, { status })

/**
 * What PostgREST refuses and the small Supabase does not: a token that is not signed, which it takes for a visitor's, and a signed one of a
 * role that the API does not have, which it would put on, for it is the database's superuser. Signatures it checks itself.
 */
function refuseToken(request: Request): Response | undefined {
  const parts = request.headers.get('authorization')?.replace(/^Bearer\s+/i, '').split('.')
  if (parts?.length !== 3) return undefined
  const read = (part = ''): Record<string, unknown> => {
    try {
      return JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>
    } catch {
      return {}
    }
  }
  const role = read(parts[1]).role
  if (read(parts[0]).alg !== 'HS256') return Response.json({ code: 'PGRST301', message: 'JWSError JWSInvalidSignature' }, { status: 401 })
  if (['anon', 'authenticated', 'service_role'].includes(String(role ?? 'anon'))) return undefined
  return Response.json({ code: '42501', message: `permission denied to set role "${String(role)}"` }, { status: 403 })
}

type Mailer = NonNullable<App['_mailer']>
type MailMeta = Parameters<Mailer['sendMagicLink']>[3]

/** Turns the small Supabase's calls for a mail into the events of hosted Supabase's Send Email hook. */
function eventMailer({ database, siteUrl, sendMail }: GatewayOptions, redirectTo: () => string): Mailer {
  const send = async (action: string, email: string, tokenHash: string, token: string, meta: MailMeta) => {
    const [row] = await database.query<{ user_metadata: Record<string, unknown> | null; created_at: string }>(
      'select raw_user_meta_data as user_metadata, created_at::text from auth.users where id::text = $1',
      [meta?.userId ?? ''],
    )
    const event: SendEmailEvent = {
      user: {
        id: meta?.userId ?? '',
        aud: 'authenticated',
        role: 'authenticated',
        email: meta?.currentEmail ?? email,
        ...(meta?.newEmail ? { new_email: meta.newEmail } : {}),
        user_metadata: row?.user_metadata ?? {},
        created_at: row?.created_at ?? '',
      },
      email_data: {
        token,
        token_hash: tokenHash,
        redirect_to: redirectTo(),
        email_action_type: action,
        site_url: siteUrl,
        token_new: meta?.tokenNew ?? '',
        token_hash_new: meta?.tokenHashNew ?? '',
      },
    }
    await sendMail(event)
  }
  return {
    sendConfirmation: (email, hash, code, meta) => send('signup', email, hash, code, meta),
    sendRecovery: (email, hash, code, meta) => send('recovery', email, hash, code, meta),
    sendMagicLink: (email, hash, code, meta) => send('magiclink', email, hash, code, meta),
    sendEmailChange: (email, hash, code, meta) => send('email_change', email, hash, code, meta),
    sendReauthentication: (email, code, meta) => send('reauthentication', email, meta?.tokenHash ?? '', code, meta),
  }
}

/** The body of a verification with the type `email`, as hosted Supabase wants it, in the older word that the small one knows. */
async function withKnownType(request: Request): Promise<Request> {
  const text = await request.text()
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    return new Request(request, { body: text })
  }
  const known = typeof body === 'object' && body !== null && 'type' in body && body.type === 'email' ? { ...body, type: 'magiclink' } : body
  return new Request(request, { body: JSON.stringify(known) })
}

/** The small Supabase behind one door: `/auth/v1` and `/rest/v1`, and nothing without a key, wherever it comes from. */
export function createGateway(options: GatewayOptions): Gateway {
  const { database, secrets, siteUrl, rest } = options
  const redirects = new AsyncLocalStorage<string>()
  const roles = new Map([
    [secrets.anonKey, { type: 'publishable' as const, claims: { role: 'anon' } }],
    [secrets.serviceRoleKey, { type: 'secret' as const, claims: { role: 'service_role' } }],
  ])
  const app = new App({
    connection: database.connection,
    api: { schemas: ['public'], max_rows: 1000 },
    db: { migrations: { enabled: false } },
    auth: {
      enabled: true,
      jwt_secret: secrets.jwtSecret,
      jwt_expiry: 3600,
      site_url: siteUrl,
      additional_redirect_urls: [],
      email: { enable_signup: true, enable_confirmations: true, double_confirm_changes: true, otp_length: 6, otp_expiry: codeLifetimeSeconds },
    },
    options: { server: { disableStudio: true, disableFallback: true, apiKeys: { resolver: async key => roles.get(key) ?? null } } },
  })
  app._mailer = eventMailer(options, () => redirects.getStore() ?? siteUrl)

  const auth = async (request: Request, url: URL) => {
    const door = url.pathname.slice('/auth/v1'.length)
    if (door.startsWith('/admin/users')) return adminUsers(request, database, secrets)
    const refresh = door === '/token' && url.searchParams.get('grant_type') === 'refresh_token'
    if (!authDoors.has(door) && !refresh) return refuse(404, 'This stand signs in by code only.')
    const known = door === '/verify' && request.method === 'POST' ? await withKnownType(request) : request
    const redirectTo = url.searchParams.get('redirect_to') ?? ''
    const allowed = URL.canParse(redirectTo) && new URL(redirectTo).origin === new URL(siteUrl).origin
    return redirects.run(allowed ? redirectTo : siteUrl, () => database.request(() => app.fetch(known, { peerAddress: null })))
  }

  const data = async (request: Request) => {
    if (!rest) return refuseToken(request) ?? database.request(() => app.fetch(request, { peerAddress: null }))
    const key = request.headers.get('apikey')
    if (!key || !roles.has(key)) return refuse(401, key ? 'Invalid API key' : 'No API key found in request')
    const headers = new Headers(request.headers)
    if (!headers.has('authorization')) headers.set('authorization', `Bearer ${key}`)
    return rest(new Request(request, { headers }))
  }

  const fetch = async (request: Request) => {
    const url = new URL(request.url)
    if (url.pathname.startsWith('/rest/v1')) return data(request)
    if (url.pathname.startsWith('/auth/v1/')) return auth(request, url)
    return refuse(404, 'Nothing here.')
  }
  return {
    fetch,
    warmUp: async () => {
      if (!rest) await database.request(() => database.connection.introspect({ useCache: true }))
      await fetch(new Request('http://127.0.0.1/rest/v1/forums?limit=1', { headers: { apikey: secrets.anonKey } }))
    },
    forgetSchema: async () => {
      if (rest) await database.exec("notify pgrst, 'reload schema'")
      else await database.connection.clearSchemaCache()
    },
  }
}

/** Lays the tables of sign-in and what hosted Supabase has before the first migration. Harmless on a database that has them. */
export async function layFoundations(database: LocalDatabase, prelude: string): Promise<void> {
  const app = new App({ connection: database.connection, auth: { enabled: true, jwt_secret: 'x'.repeat(32) }, db: { migrations: { enabled: false } } })
  await app.ensureSystemSchema()
  await database.exec(prelude)
}
