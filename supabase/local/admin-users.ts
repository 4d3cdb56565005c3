import { randomUUID } from 'node:crypto'

import type { LocalDatabase } from './database'
import type { Secrets } from './secrets'

// The part of Supabase's Auth admin API that the desk uses and the small Supabase lacks: making, listing, reading and deleting users.
// Paths, fields and codes are those of the hosted one (GoTrue, internal/api/admin.go), so that supabase-js's `auth.admin` serves on both.

interface UserRow {
  id: string
  email: string
  created_at: string
  email_confirmed_at: string | null
  user_metadata: Record<string, unknown> | null
}

const columns = 'id::text, email, created_at::text, email_confirmed_at::text, raw_user_meta_data as user_metadata'

const refuse = (status: number, error_code: string, msg: string) => Response.json({ code: status, error_code, msg }, { status })
const answer = (row: UserRow) =>
  Response.json({ ...row, aud: 'authenticated', role: 'authenticated', app_metadata: { provider: 'email', providers: ['email'] }, identities: [] })

async function makeUser(request: Request, database: LocalDatabase): Promise<Response> {
  const body = (await request.json().catch(() => ({}))) as { email?: string; email_confirm?: boolean; user_metadata?: Record<string, unknown> }
  const email = body.email?.trim().toLowerCase()
  if (!email || !/^[^\s@]+@[^\s@]+$/.test(email)) return refuse(400, 'validation_failed', 'Unable to validate email address: invalid format')
  const id = randomUUID()
  const [row] = await database.query<UserRow>(
    `with made as (
       insert into auth.users (id, aud, role, email, email_confirmed_at, raw_app_meta_data, raw_user_meta_data, created_at, updated_at)
       select $1::uuid, 'authenticated', 'authenticated', $2::text, case when $3::boolean then now() end,
         '{"provider":"email","providers":["email"]}', $4::jsonb, now(), now()
       where not exists (select from auth.users where email = $2::text)
       returning *
     ), identity as (
       insert into auth.identities (id, provider, provider_id, user_id, identity_data, created_at, updated_at)
       select gen_random_uuid(), 'email', id::text, id, jsonb_build_object('sub', id, 'email', email, 'email_verified', $3::boolean), now(), now() from made
     )
     select ${columns} from made`,
    [id, email, body.email_confirm ?? false, JSON.stringify(body.user_metadata ?? {})],
  )
  return row ? answer(row) : refuse(422, 'email_exists', 'A user with this email address has already been registered')
}

/** One page of all users, the oldest first. */
async function listUsers(url: URL, database: LocalDatabase): Promise<Response> {
  const page = Math.max(1, Number(url.searchParams.get('page')) || 1)
  const size = Math.min(1000, Math.max(1, Number(url.searchParams.get('per_page')) || 50))
  const rows = await database.query<UserRow>(`select ${columns} from auth.users order by created_at, id limit $1 offset $2`, [size, (page - 1) * size])
  const [total] = await database.query<{ count: number }>('select count(*)::int as count from auth.users', [])
  return Response.json({ users: rows, aud: 'authenticated' }, { headers: { 'x-total-count': String(total?.count ?? 0) } })
}

/** Answers `/auth/v1/admin/users[/<id>]` for the holder of the service role's key. */
export async function adminUsers(request: Request, database: LocalDatabase, { serviceRoleKey }: Secrets): Promise<Response> {
  const bearer = request.headers.get('authorization')?.replace(/^Bearer /, '')
  if (request.headers.get('apikey') !== serviceRoleKey || bearer !== serviceRoleKey) return refuse(401, 'no_authorization', 'This endpoint requires the service role')
  const url = new URL(request.url)
  const id = url.pathname.slice('/auth/v1/admin/users'.length + 1)
  if (!id) return request.method === 'POST' ? makeUser(request, database) : listUsers(url, database)
  if (!/^[0-9a-f-]{36}$/i.test(id)) return refuse(404, 'validation_failed', 'user_id must be an UUID')
  const sql = request.method === 'DELETE' ? `delete from auth.users where id::text = $1 returning ${columns}` : `select ${columns} from auth.users where id::text = $1`
  const [row] = await database.query<UserRow>(sql, [id.toLowerCase()])
  if (!row) return refuse(404, 'user_not_found', 'User not found')
  return request.method === 'DELETE' ? Response.json({}) : answer(row)
}
