import { existsSync } from 'node:fs'

import { z } from 'zod'

/** Bad or unsafe settings; each sentence tells one of them, and what to do. */
export class EnvError extends Error {
  override name = 'EnvError'
  constructor(readonly sentences: string[]) {
    super(sentences.join('\n'))
  }
}

const yes = z.enum(['yes', 'no']).default('no')
const secret = z.string().min(32)

/** The variables as they come; `.env.example` says what each is for. */
const variables = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('development'),
  APP_STAND: z.enum(['none', 'demonstration', 'test']).default('none'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  APP_ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  SUPABASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  SUPABASE_ANON_KEY: z.string().optional(),
  SUPABASE_SERVICE_ROLE_KEY: z.string().optional(),
  SUPABASE_JWT_SECRET: secret.optional(),
  SEND_EMAIL_HOOK_SECRET: z
    .string()
    .regex(/^v1,whsec_[A-Za-z0-9+/=]{32,}$/)
    .optional(),
  SESSION_SECRET: secret.optional(),
  CRON_SECRET: secret.optional(),
  RESEND_API_KEY: z.string().startsWith('re_').optional(),
  RESEND_BASE_URL: z.url().optional(),
  RESEND_WEBHOOK_SECRET: z.string().startsWith('whsec_').optional(),
  MAIL_FROM: z.string().regex(/^[^<>\r\n]*<?[^\s<>@]+@[^\s<>@]+>?$/).optional(),
  MAIL_REPLY_TO: z.email().optional(),
  ALLOW_MAILBOX_IN_PRODUCTION: yes,
  ALLOW_DEMO_IN_PRODUCTION: yes,
})
type Variables = z.infer<typeof variables>

/** What each variable must look like, for the sentence that says it does not. */
const shapes: Partial<Record<keyof Variables, string>> = {
  NODE_ENV: 'production, development or test',
  APP_STAND: 'none, demonstration or test',
  PORT: 'a whole number from 1 to 65535',
  APP_ORIGIN: 'an address like https://desk.example.org',
  TRUSTED_PROXIES: 'the number of proxies in front of the app, 0 to 5',
  LOG_LEVEL: 'fatal, error, warn, info, debug or silent',
  SUPABASE_URL: 'the address of a Supabase project',
  SUPABASE_JWT_SECRET: 'at least 32 characters long',
  SEND_EMAIL_HOOK_SECRET: 'the secret of the Send Email hook, v1,whsec_…, of 24 bytes or more',
  SESSION_SECRET: 'at least 32 characters long',
  CRON_SECRET: 'at least 32 characters long',
  RESEND_API_KEY: "Resend's key, re_…",
  RESEND_BASE_URL: 'an address',
  RESEND_WEBHOOK_SECRET: "the secret of Resend's webhook, whsec_…",
  MAIL_FROM: 'an address, like Dastarkhan <desk@example.org>',
  MAIL_REPLY_TO: 'an e-mail address',
  ALLOW_MAILBOX_IN_PRODUCTION: 'yes or no',
  ALLOW_DEMO_IN_PRODUCTION: 'yes or no',
}

/** The settings of this process. */
export interface Env {
  mode: 'production' | 'development' | 'test'
  /** A demonstration shows invented firms and says so; a test stand can move its clock. */
  stand: 'none' | 'demonstration' | 'test'
  host: string
  port: number
  /** Scheme, host and port that people use; every link is made from it. No slash at the end. */
  appOrigin: string
  /** How many proxies in front of us tell the visitor's address truly. */
  trustedProxies: number
  logLevel: Variables['LOG_LEVEL']
  /** `jwtSecret`: what signs its tokens, where all share one secret. */
  supabase: { url: string; anonKey: string; serviceRoleKey: string; jwtSecret?: string }
  mail: {
    /** Absent: mail goes to the desk's own mailbox. */
    resend: { apiKey: string; webhookSecret: string } | undefined
    from: string
    replyTo: string | undefined
  }
  /** Whether `/mailbox` is there, and mail ends in it. */
  mailbox: boolean
  sendEmailHookSecret: string
  sessionSecret: string
  cronSecret: string
}

const isLocal = (address: string) => ['localhost', '127.0.0.1', '[::1]'].includes(new URL(address).hostname)

/** The role an API key carries: a signed token's claim, or what its prefix says. */
function roleOf(key: string): string | undefined {
  if (key.startsWith('sb_publishable_')) return 'anon'
  if (key.startsWith('sb_secret_')) return 'service_role'
  try {
    return (JSON.parse(Buffer.from(key.split('.')[1] ?? '', 'base64url').toString()) as { role?: string }).role
  } catch {
    return undefined
  }
}

/** What is missing or unsafe among variables that are well formed. */
function troubles(v: Variables): string[] {
  const production = v.NODE_ENV === 'production'
  const found: string[] = []
  const need = (missing: boolean, sentence: string) => void (missing && found.push(sentence))
  need(!v.SUPABASE_URL, 'Set SUPABASE_URL to the address of the Supabase project; for a demonstration on this machine use npm start.')
  need(!v.SUPABASE_ANON_KEY, "Set SUPABASE_ANON_KEY to the project's anon (publishable) key.")
  need(!v.SUPABASE_SERVICE_ROLE_KEY, "Set SUPABASE_SERVICE_ROLE_KEY to the project's service role (secret) key.")
  need(Boolean(v.SUPABASE_ANON_KEY) && roleOf(v.SUPABASE_ANON_KEY!) !== 'anon', 'SUPABASE_ANON_KEY is not an anon key; never put the service role key there.')
  need(
    Boolean(v.SUPABASE_SERVICE_ROLE_KEY) && roleOf(v.SUPABASE_SERVICE_ROLE_KEY!) !== 'service_role',
    'SUPABASE_SERVICE_ROLE_KEY is not a service role key.',
  )
  need(!v.SEND_EMAIL_HOOK_SECRET, 'Set SEND_EMAIL_HOOK_SECRET to the secret of the Send Email hook: without it no sign-in mail is believed.')
  need(!v.SESSION_SECRET, 'Set SESSION_SECRET to 32 or more random characters.')
  need(!v.CRON_SECRET, 'Set CRON_SECRET to 32 or more random characters.')
  need(!v.APP_ORIGIN && production, 'Set APP_ORIGIN to the address people use, like https://desk.example.org: every link in a mail is made from it.')
  if (v.APP_ORIGIN) {
    need(new URL(v.APP_ORIGIN).origin !== v.APP_ORIGIN.replace(/\/$/, ''), 'APP_ORIGIN must be scheme, host and port only, like https://desk.example.org.')
    need(production && v.APP_ORIGIN.startsWith('http:') && !isLocal(v.APP_ORIGIN), 'APP_ORIGIN must begin with https:// in production.')
  }
  need(Boolean(v.RESEND_API_KEY) && !v.MAIL_FROM, 'Set MAIL_FROM to the sender of the mails, an address of a domain verified at Resend.')
  need(Boolean(v.RESEND_API_KEY) && !v.RESEND_WEBHOOK_SECRET, "Set RESEND_WEBHOOK_SECRET: without it bounces and complaints are not believed.")
  need(Boolean(v.RESEND_BASE_URL) && production && !isLocal(v.RESEND_BASE_URL!), 'RESEND_BASE_URL is for tests: take it away.')

  const demonstrates = v.APP_STAND !== 'none'
  const homely = demonstrates && (!v.APP_ORIGIN || isLocal(v.APP_ORIGIN))
  if (production && !homely) {
    need(
      !v.RESEND_API_KEY && v.ALLOW_MAILBOX_IN_PRODUCTION === 'no',
      'Without RESEND_API_KEY mail ends in the mailbox, where anybody can read it: set the key, or ALLOW_MAILBOX_IN_PRODUCTION=yes.',
    )
    need(
      demonstrates && v.ALLOW_DEMO_IN_PRODUCTION === 'no',
      `APP_STAND=${v.APP_STAND} shows invented firms and opens the mailbox: take it away, or set ALLOW_DEMO_IN_PRODUCTION=yes.`,
    )
    need(v.APP_STAND === 'test', 'APP_STAND=test lets tests move the clock: never in production.')
  }
  return found
}

/** Reads settings out of variables (an empty one counts as absent). Throws EnvError with a sentence for each that is bad or unsafe. */
export function readEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()))
  const parsed = variables.safeParse(given)
  if (!parsed.success) {
    const names = [...new Set(parsed.error.issues.map(issue => String(issue.path[0])))]
    throw new EnvError(names.map(name => `${name} must be ${shapes[name as keyof Variables] ?? 'set'}.`))
  }
  const v = parsed.data
  const sentences = troubles(v)
  if (sentences.length > 0) throw new EnvError(sentences)
  const resend = v.RESEND_API_KEY ? { apiKey: v.RESEND_API_KEY, webhookSecret: v.RESEND_WEBHOOK_SECRET ?? '' } : undefined
  return {
    mode: v.NODE_ENV,
    stand: v.APP_STAND,
    host: v.HOST,
    port: v.PORT,
    appOrigin: new URL(v.APP_ORIGIN ?? `http://localhost:${v.PORT}`).origin,
    trustedProxies: v.TRUSTED_PROXIES,
    logLevel: v.LOG_LEVEL,
    supabase: { url: v.SUPABASE_URL!, anonKey: v.SUPABASE_ANON_KEY!, serviceRoleKey: v.SUPABASE_SERVICE_ROLE_KEY!, jwtSecret: v.SUPABASE_JWT_SECRET },
    mail: { resend, from: v.MAIL_FROM ?? 'Dastarkhan <desk@dastarkhan.example>', replyTo: v.MAIL_REPLY_TO },
    mailbox: !resend,
    sendEmailHookSecret: v.SEND_EMAIL_HOOK_SECRET!,
    sessionSecret: v.SESSION_SECRET!,
    cronSecret: v.CRON_SECRET!,
  }
}

let settings: Env | undefined

/** The variables of this process, and those of a file `.env` beside package.json that it does not have. */
function allVariables(): NodeJS.ProcessEnv {
  if (existsSync('.env')) process.loadEnvFile('.env')
  return process.env
}

/** The settings of this process, read once. Throws EnvError. */
export function env(): Env {
  settings ??= readEnv(allVariables())
  return settings
}

/** What `npm start` itself asks for; everything else is made up on the spot. */
export interface StandSettings {
  port: number
  /** The data directory, from the project's root. */
  directory: string
  databaseUrl: string | undefined
  supabaseUrl: string | undefined
  /** Mail is read in the desk's own mailbox; false with a provider's key. */
  mailbox: boolean
}

/** Reads the few settings of the demonstration stand. Throws EnvError. */
export function standSettings(source: Record<string, string | undefined> = allVariables()): StandSettings {
  const { PORT, SUPABASE_URL, LOCAL_DATABASE_URL, DATA_DIRECTORY, RESEND_API_KEY } = source
  const port = Number(PORT || 3000)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new EnvError([`PORT must be ${shapes.PORT}.`])
  return { port, directory: DATA_DIRECTORY || '.data', databaseUrl: LOCAL_DATABASE_URL || undefined, supabaseUrl: SUPABASE_URL || undefined, mailbox: !RESEND_API_KEY }
}

/** The variables of the stand's children: ours, with some set. They speak of trouble only, unless asked for more. */
export function childVariables(set: Record<string, string>): NodeJS.ProcessEnv {
  return { LOG_LEVEL: 'warn', ...process.env, ...set }
}
