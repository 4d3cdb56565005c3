import { createServerClient, type CookieMethodsServer } from '@supabase/ssr'
import { createClient, type SupabaseClient } from '@supabase/supabase-js'
import ws from 'ws'

import type { Database } from './database.types'
import type { Env } from './env.server'
import { readAgainWithin } from './read-again'

export type Db = SupabaseClient<Database>

const THIRTY_DAYS_S = 30 * 24 * 60 * 60
// supabase-js wants a transport on Node 20, whether realtime is used or not.
const realtime = { transport: ws as never }
// Longer than the longest step of an import takes on a busy machine.
const databaseFetch = readAgainWithin(60_000)

/** The name of the session's cookie; our own, because the library's follows the address of the project. */
export const sessionCookieName = (env: Pick<Env, 'appOrigin'>) => (env.appOrigin.startsWith('https:') ? '__Host-dastarkhan' : 'dastarkhan')

/** The caller's own client for one HTTP request: it may do what the caller may. Make one a request, so that a rotated token is not lost. */
export function callerClient(env: Env, cookies: CookieMethodsServer): Db {
  return createServerClient<Database>(env.supabase.url, env.supabase.anonKey, {
    cookies,
    cookieOptions: {
      name: sessionCookieName(env),
      httpOnly: true,
      secure: env.appOrigin.startsWith('https:'),
      sameSite: 'lax',
      path: '/',
      maxAge: THIRTY_DAYS_S,
    },
    global: { fetch: databaseFetch },
    realtime,
  })
}

/** The caller's client for work that outlives the request: with the token of now, which nobody renews, and no cookies to write. */
export async function lastingClient(env: Env, caller: Db): Promise<Db> {
  const { data } = await caller.auth.getSession()
  return createClient<Database>(env.supabase.url, env.supabase.anonKey, {
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
    global: { fetch: databaseFetch, headers: { Authorization: `Bearer ${data.session?.access_token ?? env.supabase.anonKey}` } },
    realtime,
  })
}

/**
 * The server's own client, past all policies. `reason` says at the call why policies cannot serve; it goes out as a header, into the logs.
 * Only services.server.ts and the worker make one.
 */
export function adminClient(env: Env, reason: string): Db {
  return createClient<Database>(env.supabase.url, env.supabase.serviceRoleKey, {
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
    global: { fetch: databaseFetch, headers: { 'x-admin-reason': encodeURIComponent(reason) } },
    realtime,
  })
}
