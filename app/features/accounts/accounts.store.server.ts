import { setTimeout as wait } from 'node:timers/promises'

import { inLocale, type Locale } from '~/core/locale'
import type { MailLimit } from '~/platform/mail-limit.server'
import { answered } from '~/platform/refusal'
import type { Db } from '~/platform/supabase.server'

/** Why no code went out: asked too often, or the mail could not be handed over. */
export type CodeRefusal = 'too_often' | 'not_sent'

/** Signing in and out: by a code of six digits, or by the link of the same mail. No passwords. */
export interface AccountsStore {
  /** Sends a code to an address, known or not: the answer does not tell which. The language is that of the mail to a newcomer. */
  sendCode(email: string, locale: Locale): Promise<CodeRefusal | null>
  /** False when the code is wrong, used or older than ten minutes: Auth does not tell which. */
  verifyCode(email: string, code: string): Promise<boolean | 'too_often'>
  verifyLink(tokenHash: string, type: LinkType): Promise<boolean | 'too_often'>
  /** This device, or every device the person ever signed in on. */
  signOut(scope: 'local' | 'global'): Promise<void>
  /** The language of later sign-in mails. */
  rememberLanguage(locale: Locale): Promise<void>
  /** Whether the person answers for a forum. */
  organizes(userId: string): Promise<boolean>
}

export const linkTypes = ['signup', 'magiclink', 'recovery', 'email_change', 'email'] as const
export type LinkType = (typeof linkTypes)[number]

type AuthError = { status?: number; code?: string; message: string }

// Refused on purpose: a 4xx of Auth. All else is breakage and thrown.
function verified(error: AuthError | null): boolean | 'too_often' {
  if (!error) return true
  if (error.status === 429) return 'too_often'
  if (error.status && error.status >= 400 && error.status < 500) return false
  throw new Error(`Auth failed: ${error.code ?? error.status ?? ''} ${error.message}`)
}

/** The least time an answer to "send me a code" takes, in milliseconds: Auth is quicker with those it knows, and would tell who they are. */
export const LEAST_ANSWER_MS = 400

/** The store over the caller's own client, whose cookies it writes. */
export function accountsStore(db: Db, appOrigin: string, mayMail: MailLimit): AccountsStore {
  const send = async (email: string, locale: Locale): Promise<CodeRefusal | null> => {
    // Beyond the limit nothing is sent and nothing is said: whoever bombs an inbox learns no more than its owner.
    if (!(await mayMail(email))) return null
    // The embedded Auth keeps no data of a newcomer; where the mail leads back to tells the language as well.
    const { error } = await db.auth.signInWithOtp({ email, options: { shouldCreateUser: true, data: { locale }, emailRedirectTo: appOrigin + inLocale('/', locale) } })
    if (!error) return null
    return error.status === 429 ? 'too_often' : 'not_sent'
  }
  return {
    async sendCode(email, locale) {
      const [refusal] = await Promise.all([send(email, locale), wait(LEAST_ANSWER_MS)])
      return refusal
    },
    verifyCode: async (email, token) => verified((await db.auth.verifyOtp({ email, token, type: 'email' })).error),
    verifyLink: async (token_hash, type) => verified((await db.auth.verifyOtp({ token_hash, type })).error),
    async signOut(scope) {
      const { error } = await db.auth.signOut({ scope })
      // A session that is over already is signed out.
      if (error && !(error.status && error.status >= 400 && error.status < 500)) throw error
    },
    async rememberLanguage(locale) {
      const { error } = await db.auth.updateUser({ data: { locale } })
      if (error) throw error
    },
    organizes: async userId => answered(await db.from('organizers').select('forum_id').eq('user_id', userId).limit(1)).length > 0,
  }
}
