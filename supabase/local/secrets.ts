import { createHmac, randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a stand keeps secret; made once a machine, kept in the data directory, readable by its owner only. */
export interface Secrets {
  /** Signs sessions and the two keys below. */
  jwtSecret: string
  /** The public key of the API: a token of the role `anon`. */
  anonKey: string
  /** The key that passes by every policy: a token of the role `service_role`. */
  serviceRoleKey: string
  /** Signs the mails' hand-over, in the form hosted Supabase gives: `v1,whsec_<base64>`. */
  sendEmailHookSecret: string
  /** Guards the routes that a timer calls. */
  cronSecret: string
  /** Signs the mail provider's webhooks on the stand, `whsec_<base64>`. */
  resendWebhookSecret: string
  /** Signs the app's own cookies. */
  sessionSecret: string
  /** Guards the stand's own doors (SQL of the test stands, copies). */
  standSecret: string
}

const base64url = (value: string | Buffer) => Buffer.from(value).toString('base64url')

/** A token as Supabase signs it: HS256 over the given claims. */
export function signToken(claims: Record<string, unknown>, jwtSecret: string): string {
  const body = `${base64url(JSON.stringify({ alg: 'HS256', typ: 'JWT' }))}.${base64url(JSON.stringify(claims))}`
  return `${body}.${createHmac('sha256', jwtSecret).update(body).digest('base64url')}`
}

/** A key of the API, good for ten years. */
function apiKey(role: 'anon' | 'service_role', jwtSecret: string): string {
  const issuedAt = Math.floor(Date.now() / 1000)
  return signToken({ iss: 'supabase', role, iat: issuedAt, exp: issuedAt + 10 * 365 * 24 * 3600 }, jwtSecret)
}

/** New secrets, each of 32 random bytes. */
export function makeSecrets(jwtSecret = randomBytes(32).toString('base64url')): Secrets {
  return {
    jwtSecret,
    anonKey: apiKey('anon', jwtSecret),
    serviceRoleKey: apiKey('service_role', jwtSecret),
    sendEmailHookSecret: `v1,whsec_${randomBytes(32).toString('base64')}`,
    cronSecret: randomBytes(32).toString('base64url'),
    resendWebhookSecret: `whsec_${randomBytes(32).toString('base64')}`,
    sessionSecret: randomBytes(32).toString('base64url'),
    standSecret: randomBytes(32).toString('base64url'),
  }
}

/** The secrets of a data directory; those it does not have yet are made. */
export function readOrMakeSecrets(directory: string): Secrets {
  const file = join(directory, 'secrets.json')
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<Secrets>) : {}
  const secrets = { ...makeSecrets(kept.jwtSecret), ...kept }
  if (Object.keys(secrets).length === Object.keys(kept).length) return secrets
  writeFileSync(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 })
  renameSync(`${file}.new`, file)
  return secrets
}
