import { describe, expect, test } from 'vitest'

import { makeSecrets } from '../../supabase/local/secrets'
import { type EnvError, readEnv, standSettings } from './env.server'

const secrets = makeSecrets()
const hosted = {
  NODE_ENV: 'production',
  APP_ORIGIN: 'https://desk.example.org',
  SUPABASE_URL: 'https://abc.supabase.co',
  SUPABASE_ANON_KEY: secrets.anonKey,
  SUPABASE_SERVICE_ROLE_KEY: secrets.serviceRoleKey,
  SEND_EMAIL_HOOK_SECRET: secrets.sendEmailHookSecret,
  SESSION_SECRET: secrets.sessionSecret,
  CRON_SECRET: secrets.cronSecret,
  RESEND_API_KEY: 're_123',
  RESEND_WEBHOOK_SECRET: secrets.resendWebhookSecret,
  MAIL_FROM: 'Dastarkhan <desk@example.org>',
}
const local = { ...hosted, APP_ORIGIN: 'http://localhost:3000', RESEND_API_KEY: '', MAIL_FROM: '' }

function sentences(change: Record<string, string>, base: Record<string, string> = hosted): string[] {
  try {
    readEnv({ ...base, ...change })
    return []
  } catch (error) {
    return (error as EnvError).sentences
  }
}

describe('settings of a real desk', () => {
  test('are taken as they are', () => {
    expect(readEnv(hosted)).toMatchObject({ mode: 'production', stand: 'none', appOrigin: 'https://desk.example.org', mailbox: false })
  })

  test('an anon key and a service key may be the newer kind', () => {
    expect(sentences({ SUPABASE_ANON_KEY: 'sb_publishable_abc', SUPABASE_SERVICE_ROLE_KEY: 'sb_secret_abc' })).toEqual([])
  })

  test.each([
    ['no origin', { APP_ORIGIN: '' }, /^Set APP_ORIGIN/],
    ['an origin with a path', { APP_ORIGIN: 'https://desk.example.org/en' }, /scheme, host and port only/],
    ['an origin without https', { APP_ORIGIN: 'http://desk.example.org' }, /https:\/\//],
    ['an origin of another kind', { APP_ORIGIN: 'ftp://desk.example.org' }, /^APP_ORIGIN must be an address/],
    ['no project', { SUPABASE_URL: '' }, /^Set SUPABASE_URL/],
    ['no anon key', { SUPABASE_ANON_KEY: '' }, /^Set SUPABASE_ANON_KEY/],
    ['no service key', { SUPABASE_SERVICE_ROLE_KEY: '' }, /^Set SUPABASE_SERVICE_ROLE_KEY/],
    ['the service key where the anon key belongs', { SUPABASE_ANON_KEY: secrets.serviceRoleKey }, /not an anon key/],
    ['the anon key where the service key belongs', { SUPABASE_SERVICE_ROLE_KEY: secrets.anonKey }, /not a service role key/],
    ['no hook secret', { SEND_EMAIL_HOOK_SECRET: '' }, /^Set SEND_EMAIL_HOOK_SECRET/],
    ['a hook secret of another form', { SEND_EMAIL_HOOK_SECRET: 'abc' }, /^SEND_EMAIL_HOOK_SECRET must be/],
    ['a short session secret', { SESSION_SECRET: 'short' }, /^SESSION_SECRET must be at least 32/],
    ['no timer secret', { CRON_SECRET: '' }, /^Set CRON_SECRET/],
    ['the mailbox', { RESEND_API_KEY: '' }, /mailbox, where anybody can read it/],
    ['demonstration data', { APP_STAND: 'demonstration' }, /invented firms/],
    ['a port that is none', { PORT: 'abc' }, /^PORT must be a whole number/],
    ['a key without a sender', { MAIL_FROM: '' }, /^Set MAIL_FROM/],
    ['a sender with a line break', { MAIL_FROM: 'a@b.c\r\nBcc: d@e.f' }, /^MAIL_FROM must be/],
    ['a key without its webhook', { RESEND_WEBHOOK_SECRET: '' }, /^Set RESEND_WEBHOOK_SECRET/],
    ["another provider's address", { RESEND_BASE_URL: 'https://evil.example' }, /RESEND_BASE_URL is for tests/],
  ])('%s is refused in one sentence', (_, change, sentence) => {
    expect(sentences(change)).toEqual([expect.stringMatching(sentence)])
  })

  test('a test stand is refused whatever is allowed', () => {
    expect(sentences({ APP_STAND: 'test', ALLOW_DEMO_IN_PRODUCTION: 'yes' })).toEqual([expect.stringMatching(/never in production/)])
  })

  test('each trouble has its own sentence', () => {
    expect(sentences({}, { NODE_ENV: 'production' })).toHaveLength(8)
  })

  test('the mailbox and demonstration data are taken when they are asked for by name', () => {
    const asked = { RESEND_API_KEY: '', APP_STAND: 'demonstration', ALLOW_MAILBOX_IN_PRODUCTION: 'yes', ALLOW_DEMO_IN_PRODUCTION: 'yes' }
    expect(readEnv({ ...hosted, ...asked })).toMatchObject({ mailbox: true, stand: 'demonstration' })
  })
})

describe('settings of this machine', () => {
  test('a demonstration here may have its mailbox', () => {
    expect(readEnv({ ...local, APP_STAND: 'demonstration' })).toMatchObject({ mailbox: true, appOrigin: 'http://localhost:3000' })
  })

  test('a demonstration that others can reach may not', () => {
    expect(sentences({ APP_STAND: 'demonstration', APP_ORIGIN: 'https://demo.example.org' }, local)).toHaveLength(2)
  })

  test('while developing, the origin follows the port', () => {
    expect(readEnv({ ...local, NODE_ENV: 'development', APP_ORIGIN: '', PORT: '4110' }).appOrigin).toBe('http://localhost:4110')
  })
})

test('the demonstration stand reads its mail itself, unless it has a provider’s key', () => {
  expect(standSettings({})).toMatchObject({ port: 3000, mailbox: true })
  expect(standSettings({ RESEND_API_KEY: 're_123' }).mailbox).toBe(false)
})
