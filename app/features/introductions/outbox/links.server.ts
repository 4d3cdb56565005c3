import { createHash, randomBytes } from 'node:crypto'

import { inLocale, type Locale } from '~/core/locale'
import type { LinkToken } from './outbox.store.server'

const DAY_MS = 24 * 60 * 60 * 1000
/** Longer than any introduction lives, so that an old link tells what became of it. */
const LINK_DAYS = 120

export const answers = ['yes', 'not_now', 'no'] as const
export type Answer = (typeof answers)[number]
export const isAnswer = (value: unknown): value is Answer => answers.includes(value as Answer)

/** Mails that a reader may stop, each kind by itself. */
export const unsubscribable = ['introductions', 'digests', 'account'] as const
export type Unsubscribable = (typeof unsubscribable)[number]

/** The secret part of a mail's links: 128 random bits, 22 letters. */
export const newBase = (): string => randomBytes(16).toString('base64url')

/** Whether a text could be the secret part of a link at all. */
export const isBase = (text: string | undefined): text is string => /^[A-Za-z0-9_-]{22}$/.test(text ?? '')

/** What the database knows of a link: a hash, of the secret and of the one thing it may do. */
export const tokenHash = (base: string, action: string): string => createHash('sha256').update(`${base}.${action}`).digest('hex')

const expiry = (now: string, days: number) => new Date(new Date(now).getTime() + days * DAY_MS).toISOString()

/** The rows for links of one base, one an action. `now` is the database's time. */
export const tokensFor = (base: string, purpose: LinkToken['purpose'], actions: readonly string[], now: string, days = LINK_DAYS): LinkToken[] =>
  actions.map(action => ({ hash: tokenHash(base, action), purpose, action, expires_at: expiry(now, days) }))

/** The addresses of one introduction's answers. */
export function answerLinks(origin: string, locale: Locale, base: string) {
  const page = `${origin}${inLocale(`/a/${base}`, locale)}`
  return { yes: `${page}?answer=yes`, notNow: `${page}?answer=not_now`, no: `${page}?answer=no`, page }
}

export const unsubscribeLink = (origin: string, base: string) => `${origin}/unsubscribe/${base}`
