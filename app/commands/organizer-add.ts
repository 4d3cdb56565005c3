import { parseArgs } from 'node:util'

import { z } from 'zod'

import { adminClient, type Db } from '~/platform/supabase.server'
import { CommandRefusal, commandSettings, runCommand } from './command'

const usage = `npm run organizer:add -- --email <address> --forum <short-name> --country PK|KZ --name <name> [--role lead|organizer]
and for a forum that is not there yet:
  --forum-name <name> --city <host city> --starts <YYYY-MM-DD> --ends <YYYY-MM-DD> --desk-email <address>`

const day = z.iso.date()
const person = z.object({
  email: z.email().transform(email => email.toLowerCase()),
  forum: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'small letters, digits and hyphens'),
  country: z.enum(['PK', 'KZ']),
  name: z.string().min(1),
  role: z.enum(['lead', 'organizer']).default('organizer'),
})
const edition = z.object({ 'forum-name': z.string().min(1), city: z.string().min(1), starts: day, ends: day, 'desk-email': z.email() })

function parsed<T>(schema: z.ZodType<T>, values: unknown): T {
  const result = schema.safeParse(values)
  if (result.success) return result.data
  const faults = result.error.issues.map(issue => `--${String(issue.path[0])}: ${issue.message}`)
  throw new CommandRefusal(`${faults.join('\n')}\n\n${usage}`)
}

/** The answer's rows, or what went wrong as breakage. */
function rows<T>({ data, error }: { data: T | null; error: { message: string } | null }): T {
  if (error || data === null) throw new Error(error?.message ?? 'The database gave no answer')
  return data
}

/** The user of an address, who is made when there is none: he signs in with a code sent to it. */
async function userOf(db: Db, email: string): Promise<string> {
  const made = await db.auth.admin.createUser({ email, email_confirm: true })
  if (made.data.user) return made.data.user.id
  if (made.error?.code !== 'email_exists') throw made.error ?? new Error('No user came back')
  for (let page = 1; ; page += 1) {
    const { data, error } = await db.auth.admin.listUsers({ page, perPage: 1000 })
    if (error) throw error
    const known = data.users.find(user => user.email?.toLowerCase() === email)
    if (known) return known.id
    if (data.users.length < 1000) throw new Error(`The address ${email} exists and cannot be found`)
  }
}

/** The forum of a short name, which is made of the other arguments when there is none. */
async function forumOf(db: Db, slug: string, values: Record<string, unknown>): Promise<string> {
  const [known] = rows(await db.from('forums').select('id').eq('slug', slug))
  if (known) return known.id
  const forum = parsed(edition, values)
  const [made] = rows(
    await db
      .from('forums')
      .insert({ slug, name: forum['forum-name'], host_city: forum.city, starts_on: forum.starts, ends_on: forum.ends, desk_email: forum['desk-email'] })
      .select('id'),
  )
  return made!.id
}

await runCommand(async () => {
  const option = { type: 'string' } as const
  const names = ['email', 'forum', 'country', 'name', 'role', 'forum-name', 'city', 'starts', 'ends', 'desk-email']
  const { values } = parseArgs({ options: Object.fromEntries(names.map(name => [name, option])) })
  const { email, forum, country, name, role } = parsed(person, values)
  const db = adminClient(await commandSettings(), 'organizer:add')
  const forumId = await forumOf(db, forum, values)
  const organizer = { forum_id: forumId, user_id: await userOf(db, email), country, name, role }
  rows(await db.from('organizers').upsert(organizer).select('user_id'))
  console.log(`${email} is ${role === 'lead' ? 'a lead organizer' : 'an organizer'} of ${forum} for ${country}, and signs in with a code.`)
})
