import type { ActionFunctionArgs } from '@remix-run/node'
import { Webhook } from 'standardwebhooks'
import { z } from 'zod'

import { isLocale, localeOfPath, type Locale } from '~/core/locale'

// Supabase's Send Email hook (Authentication, Hooks); the embedded Supabase posts the same. Source: supabase.com/docs, "Send Email Hook".
const eventSchema = z.object({
  user: z.object({ email: z.string().min(3).max(254), new_email: z.string().optional(), user_metadata: z.record(z.string(), z.unknown()).nullish() }),
  email_data: z.object({
    token: z.string(),
    token_hash: z.string(),
    redirect_to: z.string().optional().default(''),
    email_action_type: z.string().min(1),
    token_new: z.string().optional().default(''),
    token_hash_new: z.string().optional().default(''),
  }),
})
type HookEvent = z.infer<typeof eventSchema>

/** The reader's language: what Auth keeps of the person, else that of the page that asked. */
function localeOf({ user, email_data }: HookEvent): Locale {
  const kept = user.user_metadata?.locale
  if (isLocale(kept)) return kept
  return URL.canParse(email_data.redirect_to) ? localeOfPath(new URL(email_data.redirect_to).pathname) : 'en'
}

/** Which mails an event asks for. A change of address asks both: the old one to agree, the new one to prove itself. */
function codesOf({ user, email_data: { token, token_hash, token_new, token_hash_new, email_action_type: type } }: HookEvent) {
  if (type !== 'email_change' || !user.new_email) return [{ to: user.email, code: token, token_hash, type }]
  // With two addresses to ask, Supabase pairs token_hash_new with the old address and token_hash with the new one.
  const both = token_hash_new !== ''
  return [
    ...(both ? [{ to: user.email, code: token, token_hash: token_hash_new, type }] : []),
    { to: user.new_email, code: both ? token_new : token, token_hash, type },
  ]
}

const refusal = (status: number, message: string) => Response.json({ error: { http_code: status, message } }, { status })

export async function action({ request, context }: ActionFunctionArgs) {
  const { env, mail, nudge } = context.services
  const body = await request.text()
  let posted: unknown
  try {
    posted = new Webhook(env.sendEmailHookSecret.replace(/^v1,/, '')).verify(body, Object.fromEntries(request.headers))
  } catch {
    return refusal(401, 'The signature is not Supabase’s.')
  }
  const event = eventSchema.safeParse(posted)
  if (!event.success) return refusal(400, 'The payload is not that of a Send Email hook.')
  const id = request.headers.get('webhook-id') ?? ''
  const locale = localeOf(event.data)
  try {
    for (const [i, { to, ...data }] of codesOf(event.data).entries()) {
      await mail.enqueue({ notice: 'sign_in_code', category: 'sign_in', to, locale, key: `sign-in/${id}/${i}`, data })
    }
  } catch (error) {
    // Supabase asks again when told so.
    context.log.error({ err: error }, 'a sign-in mail could not be taken over')
    return Response.json({ error: { http_code: 503, message: 'Not now.' } }, { status: 503, headers: { 'Retry-After': '1' } })
  }
  nudge()
  return Response.json({})
}
