import { jwtVerify } from 'jose'

import { inLocale, type Locale } from '~/core/locale'
import type { Env } from './env.server'
import type { Db } from './supabase.server'

/** Who is calling, as the signed token says; rights are looked up in tables, never here. */
export type Caller = { userId: string; email: string }

/** Throws a 503 when Auth cannot be reached, or fails: nobody is signed out because the house is away, and nobody is sent to sign in. */
function unlessAway(error: { status?: number } | null): void {
  const saysSo = error?.status !== undefined && error.status >= 400 && error.status < 500 && error.status !== 429
  if (error && !saysSo) throw new Response(null, { status: 503 })
}

/** A request's own client, and the secret that signs tokens where there is one. */
type Session = { db: Db; env: { supabase: Pick<Env['supabase'], 'jwtSecret'> } }

/** The caller by the token's signature, or null for a visitor. Auth is asked only where tokens are signed with a secret that we were not told. */
export async function callerOf({ db, env }: Session): Promise<Caller | null> {
  const { jwtSecret } = env.supabase
  const { data, error } = jwtSecret ? await claimsSignedWith(jwtSecret, db) : await db.auth.getClaims()
  unlessAway(error)
  if (error || !data?.claims.sub) return null
  return { userId: data.claims.sub, email: String(data.claims.email ?? '') }
}

/** What the session's token says, if it was signed with this secret; one that is over is renewed first. */
async function claimsSignedWith(secret: string, db: Db) {
  const { data, error } = await db.auth.getSession()
  if (error || !data.session) return { data: null, error }
  const verified = await jwtVerify(data.session.access_token, new TextEncoder().encode(secret), { algorithms: ['HS256'] }).catch(() => null)
  return { data: verified && { claims: verified.payload }, error: null }
}

/** The caller as Auth itself knows him now: before a sensitive write. Null when signed out elsewhere meanwhile. */
export async function confirmedCallerOf(db: Db): Promise<Caller | null> {
  const { data, error } = await db.auth.getUser()
  unlessAway(error)
  return error || !data.user ? null : { userId: data.user.id, email: data.user.email ?? '' }
}

/** The caller of a request: by the token's signature to read, and as Auth knows him to change anything. */
export const callerFor = (session: Session, { method }: { method: string }): Promise<Caller | null> =>
  method === 'GET' || method === 'HEAD' ? callerOf(session) : confirmedCallerOf(session.db)

/**
 * Where to go after signing in: a path of our own origin, or the fallback. Compared as origins, since browsers forgive tabs and backslashes;
 * and once more as it will be read from the answer, since `/.//elsewhere` is a path of ours that becomes `//elsewhere`.
 */
export function safePath(to: string | null, appOrigin: string, fallback: string): string {
  if (!to?.startsWith('/')) return fallback
  const { origin } = new URL(appOrigin)
  try {
    const url = new URL(to, origin)
    const path = url.pathname + url.search + url.hash
    return url.origin === origin && new URL(path, origin).origin === origin ? path : fallback
  } catch {
    return fallback
  }
}

/** The sign-in page that leads back to where the caller wanted to go. */
export const signInPath = (locale: Locale, wanted: string) => `${inLocale('/sign-in', locale)}?to=${encodeURIComponent(wanted)}`
