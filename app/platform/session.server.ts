import { inLocale, type Locale } from '~/core/locale'
import type { Db } from './supabase.server'

/** Who is calling, as the signed token says; rights are looked up in tables, never here. */
export type Caller = { userId: string; email: string }

/** Throws a 503 when Auth cannot be reached, or fails: nobody is signed out because the house is away, and nobody is sent to sign in. */
function unlessAway(error: { status?: number } | null): void {
  const saysSo = error?.status !== undefined && error.status >= 400 && error.status < 500 && error.status !== 429
  if (error && !saysSo) throw new Response(null, { status: 503 })
}

/** The caller by the token's signature (no call to Auth where keys are asymmetric), or null for a visitor. */
export async function callerOf(db: Db): Promise<Caller | null> {
  const { data, error } = await db.auth.getClaims()
  unlessAway(error)
  if (error || !data?.claims.sub) return null
  return { userId: data.claims.sub, email: String(data.claims.email ?? '') }
}

/** The caller as Auth itself knows him now: before a sensitive write. Null when signed out elsewhere meanwhile. */
export async function confirmedCallerOf(db: Db): Promise<Caller | null> {
  const { data, error } = await db.auth.getUser()
  unlessAway(error)
  return error || !data.user ? null : { userId: data.user.id, email: data.user.email ?? '' }
}

/** The caller of a request: by the token's signature to read, and as Auth knows him to change anything. */
export const callerFor = (db: Db, { method }: { method: string }): Promise<Caller | null> =>
  method === 'GET' || method === 'HEAD' ? callerOf(db) : confirmedCallerOf(db)

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
