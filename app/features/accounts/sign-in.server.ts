import type { AccountsStore } from './accounts.store.server'
import type { Pending } from './pending.server'

/** How long a sign-in code is good. The embedded stand keeps the same; on hosted Supabase it is set under Authentication, Email, OTP expiry. */
const CODE_LIFETIME_MS = 10 * 60 * 1000

/** Why a code did not open the door. */
export type CodeTrouble = 'wrong' | 'expired' | 'too_often'

/** Tries a code. Auth says "wrong or expired" in one word; when the code went out tells which is likelier. Null: signed in. */
export async function enterCode(accounts: Pick<AccountsStore, 'verifyCode'>, pending: Pending, code: string, now: Date): Promise<CodeTrouble | null> {
  if (!pending.email) return 'expired'
  const verdict = await accounts.verifyCode(pending.email, code)
  if (verdict === 'too_often') return 'too_often'
  if (verdict) return null
  return now.getTime() - (pending.sentAt ?? 0) > CODE_LIFETIME_MS ? 'expired' : 'wrong'
}
