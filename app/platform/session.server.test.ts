import { createClient } from '@supabase/supabase-js'
import { describe, expect, test } from 'vitest'
import ws from 'ws'

import { signToken } from '../../supabase/local/secrets'
import { callerFor } from './session.server'
import type { Db } from './supabase.server'

/** A signed-in person's client, whose Auth answers as told. */
function signedIn(answer: () => Promise<Response>): Db {
  const expires_at = Math.floor(Date.now() / 1000) + 3600
  const access_token = signToken({ sub: 'a', aud: 'authenticated', exp: expires_at }, 's'.repeat(40))
  const session = JSON.stringify({ access_token, refresh_token: 'r', token_type: 'bearer', expires_in: 3600, expires_at, user: { id: 'a' } })
  const storage = { getItem: () => session, setItem: () => {}, removeItem: () => {} }
  return createClient('http://auth.example', 'key', { auth: { storage, autoRefreshToken: false }, global: { fetch: answer }, realtime: { transport: ws as never } }) as unknown as Db
}
const json = (status: number, body: object) => async () => Response.json(body, { status })

describe.each(['GET', 'POST'])('who is calling, at a %s', method => {
  test.each<[string, () => Promise<Response>]>([
    ['starting', json(503, { message: 'not yet' })],
    ['without its database', json(500, { message: 'the database is gone' })],
    ['cut off in the middle of its answer', async () => new Response('{"user":', { status: 500 })],
    ['behind a proxy that does not find it', async () => new Response('<html>', { status: 502 })],
    ['asked too often', json(429, { code: 'over_request_rate_limit', message: 'Too many requests' })],
  ])('nobody is signed out because Auth is %s', async (_, answer) => {
    await expect(callerFor(signedIn(answer), { method })).rejects.toMatchObject({ status: 503 })
  })
  test.each<[string, () => Promise<Response>]>([
    ['does not know the token', json(401, { code: 'bad_jwt', message: 'invalid JWT' })],
    ['has ended the session', json(403, { code: 'session_not_found', message: 'Session not found' })],
  ])('he is a visitor where Auth %s', async (_, answer) => {
    expect(await callerFor(signedIn(answer), { method })).toBeNull()
  })
})
