import { createCookie } from '@remix-run/node'
import { z } from 'zod'

import { countries } from '~/core/companies/country'
import { locales } from '~/core/locale'
import type { Env } from '~/platform/env.server'

/** What is remembered of a visitor between the address and the code. */
const pendingSchema = z.object({
  email: z.string().optional(),
  /** When the latest code went out, in milliseconds since 1970. */
  sentAt: z.number().optional(),
  /** Where to go afterwards. */
  to: z.string().optional(),
  /** The first step of a registration, taken before anybody was signed in. */
  begin: z.object({ country: z.enum(countries), locale: z.enum(locales) }).optional(),
})
export type Pending = z.infer<typeof pendingSchema>

const ONE_HOUR_S = 60 * 60

// Signed, not readable by scripts, gone after an hour.
const cookieOf = (env: Env) =>
  createCookie('dastarkhan-pending', { secrets: [env.sessionSecret], httpOnly: true, sameSite: 'lax', secure: env.appOrigin.startsWith('https:'), path: '/', maxAge: ONE_HOUR_S })

/** What the visitor's cookie remembers; a forged or outdated one remembers nothing. */
export async function readPending(env: Env, request: Request): Promise<Pending> {
  const read = pendingSchema.safeParse(await cookieOf(env).parse(request.headers.get('Cookie')))
  return read.success ? read.data : {}
}

export const writePending = (env: Env, pending: Pending): Promise<string> => cookieOf(env).serialize(pending)
export const forgetPending = (env: Env): Promise<string> => cookieOf(env).serialize({}, { maxAge: 0 })
