import { fileURLToPath } from 'node:url'

import { createClient, type SupabaseClient } from '@supabase/supabase-js'
import ws from 'ws'

import { startLocal, startStandProgram } from '../../supabase/local/child'
import type { SendEmailEvent } from '../../supabase/local/mail-hook'
import { type Secrets, signToken } from '../../supabase/local/secrets'
import { scratchDirectory } from './scratch'

/** `embedded`: the small Supabase over PGlite. `postgrest`: the real PostgREST over a real PostgreSQL, with the small one's Auth beside it. */
export type Stand = 'embedded' | 'postgrest'

/** A user of the test's own making. */
export interface TestUser {
  id: string
  email: string
  token: string
}

/** An SQL error as the database told it. */
export class SqlError extends Error {
  override name = 'SqlError'
  constructor(
    message: string,
    readonly code?: string,
    readonly detail?: string,
  ) {
    super(message)
  }
}

export interface Backend {
  stand: Stand
  url: string
  anonKey: string
  serviceKey: string
  jwtSecret: string
  secrets: Secrets
  /** Runs SQL as superuser: one statement with parameters ($1 …), or without them a script of many (the last one's rows). */
  sql: <Row = Record<string, unknown>>(text: string, parameters?: unknown[]) => Promise<Row[]>
  /** A user written straight into auth.users, with a token signed by the stand's secret. Quick (2 ms), no mail, no session to refresh. */
  createUser: (email?: string, metadata?: Record<string, unknown>) => Promise<TestUser>
  /** The real way in: asks for a code, reads it from the mail, gives it back. About 0.2 s; makes the user if there is none. */
  signIn: (email: string) => Promise<TestUser & { refreshToken: string }>
  /** The sign-in mails so far, as the hook's events, oldest first. */
  mails: (to?: string) => Promise<SendEmailEvent[]>
  /** A client with a user's token; without one, a visitor's. */
  asUser: (token?: string) => SupabaseClient
  /** A client with the service role's key. */
  asService: () => SupabaseClient
  stop: () => Promise<void>
}

export interface BackendOptions {
  /** Which stand; else what the variable TEST_STAND says, else the embedded one. */
  stand?: Stand
  /** With an app at this address, sign-in mails are posted to its hook as well. */
  siteUrl?: string
  /** Its times are figures, so that it works as a stand that serves does (the embedded one). */
  measured?: boolean
}

/** What a backend is made of; small enough to be handed from one process to another as JSON. */
export interface BackendHandle {
  stand: Stand
  url: string
  secrets: Secrets
}

const postgrestProgram = fileURLToPath(new URL('./postgrest/main.ts', import.meta.url))

const client = (url: string, key: string, token?: string): SupabaseClient =>
  createClient(url, key, {
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
    global: token ? { headers: { Authorization: `Bearer ${token}` } } : {},
    // supabase-js wants it on Node 20, whether realtime is used or not.
    realtime: { transport: ws as never },
  })

/** The test's hand on a backend that runs already. */
export function connectBackend({ stand, url, secrets }: BackendHandle, stop: () => Promise<void> = async () => {}): Backend {
  const door = async <T>(name: string, body?: unknown): Promise<T> => {
    const answer = await fetch(`${url}/_stand/${name}`, {
      method: body ? 'POST' : 'GET',
      headers: { 'x-stand-secret': secrets.standSecret },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    const value = (await answer.json()) as { message: string; code?: string; detail?: string }
    if (!answer.ok) throw new SqlError(value.message, value.code, value.detail)
    return value as T
  }
  const sql = async <Row>(text: string, parameters?: unknown[]) => (await door<{ rows: Row[] }>('sql', { text, parameters })).rows
  const mails = async (to?: string) => (await door<SendEmailEvent[]>('mails')).filter(({ user }) => !to || user.email === to.toLowerCase())

  const createUser = async (email = `user-${crypto.randomUUID()}@example.test`, metadata = {}) => {
    const id = crypto.randomUUID()
    await sql(
      `insert into auth.users (id, aud, role, email, email_confirmed_at, raw_app_meta_data, raw_user_meta_data, created_at, updated_at)
       values ($1, 'authenticated', 'authenticated', $2, now(), '{"provider":"email","providers":["email"]}', $3, now(), now())`,
      [id, email.toLowerCase(), JSON.stringify(metadata)],
    )
    const now = Math.floor(Date.now() / 1000)
    const claims = { sub: id, aud: 'authenticated', role: 'authenticated', email: email.toLowerCase(), iat: now, exp: now + 3600, session_id: crypto.randomUUID() }
    return { id, email: email.toLowerCase(), token: signToken(claims, secrets.jwtSecret) }
  }

  const signIn = async (email: string) => {
    const visitor = client(url, secrets.anonKey)
    const asked = await visitor.auth.signInWithOtp({ email, options: { shouldCreateUser: true } })
    if (asked.error) throw asked.error
    const mail = (await mails(email)).at(-1)
    if (!mail) throw new Error(`No sign-in mail to ${email}`)
    const { data, error } = await visitor.auth.verifyOtp({ email, token: mail.email_data.token, type: 'email' })
    if (error || !data.session || !data.user) throw error ?? new Error('No session')
    return { id: data.user.id, email: email.toLowerCase(), token: data.session.access_token, refreshToken: data.session.refresh_token }
  }

  return {
    stand,
    url,
    anonKey: secrets.anonKey,
    serviceKey: secrets.serviceRoleKey,
    jwtSecret: secrets.jwtSecret,
    secrets,
    sql,
    createUser,
    signIn,
    mails,
    asUser: token => client(url, secrets.anonKey, token),
    asService: () => client(url, secrets.serviceRoleKey),
    stop,
  }
}

/** Starts a backend of the test's own, migrated and empty, on a free port. Stop it at the end. */
export async function startBackend(options: BackendOptions = {}): Promise<Backend> {
  const stand = options.stand ?? (process.env.TEST_STAND as Stand | undefined) ?? 'embedded'
  const { siteUrl, measured } = options
  const common = { port: 0, siteUrl: siteUrl ?? 'http://localhost:3000', test: true, hook: Boolean(siteUrl) }
  const local =
    stand === 'postgrest'
      ? await startStandProgram(postgrestProgram, common)
      : await startLocal({ ...common, brief: !measured, directory: scratchDirectory('stand') })
  return connectBackend({ stand, url: local.url, secrets: local.secrets }, local.stop)
}
