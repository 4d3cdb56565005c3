import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

import { createClient } from '@supabase/supabase-js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import ws from 'ws'

import { signToken } from '../../supabase/local/secrets'
import { callerFor } from './session.server'
import type { Db } from './supabase.server'

// A project whose Auth answers as told.
let auth: Server
let answer: RequestListener
beforeAll(async () => {
  auth = createServer((request, response) => answer(request, response))
  await new Promise<void>(resolve => auth.listen(0, '127.0.0.1', resolve))
})
afterAll(() => new Promise(resolve => auth.close(resolve)))

const inAnHour = Math.floor(Date.now() / 1000) + 3600
const token = signToken({ sub: 'a', aud: 'authenticated', exp: inAnHour }, 's'.repeat(40))
const signedIn = JSON.stringify({ access_token: token, refresh_token: 'r', token_type: 'bearer', expires_in: 3600, expires_at: inAnHour, user: { id: 'a' } })

/** The client of somebody whose browser keeps this session, or none. */
const clientOf = (kept: string | null) => createClient(`http://127.0.0.1:${(auth.address() as AddressInfo).port}`, 'key', {
  auth: { storage: { getItem: () => kept, setItem: () => {}, removeItem: () => {} }, autoRefreshToken: false, detectSessionInUrl: false },
  realtime: { transport: ws as never },
}) as unknown as Db

const says = (status: number, body: string): RequestListener => (_, response) => void response.writeHead(status, { 'Content-Type': 'application/json' }).end(body)
const json = (status: number, body: object) => says(status, JSON.stringify(body))

describe.each(['GET', 'POST'])('who is calling, at a %s', method => {
  test.each<[string, RequestListener]>([
    ['starting', json(503, { message: 'not yet' })],
    ['without its database', json(500, { message: 'the database is gone' })],
    ['cut off in the middle of its answer', says(500, '{"user":')],
    ['behind a proxy that does not find it', says(502, '<html>')],
    ['asked too often', json(429, { code: 'over_request_rate_limit', message: 'Too many requests' })],
  ])('nobody is signed out because Auth is %s', async (_, told) => {
    answer = told
    await expect(callerFor(clientOf(signedIn), { method })).rejects.toMatchObject({ status: 503 })
  })
  test.each<[string, RequestListener]>([
    ['does not know the token', json(401, { code: 'bad_jwt', message: 'invalid JWT' })],
    ['has ended the session', json(403, { code: 'session_not_found', message: 'Session not found' })],
  ])('he is a visitor where Auth %s', async (_, told) => {
    answer = told
    expect(await callerFor(clientOf(signedIn), { method })).toBeNull()
  })
  test('a visitor needs no Auth to be a visitor', async () => {
    answer = json(503, { message: 'away' })
    expect(await callerFor(clientOf(null), { method })).toBeNull()
  })
})
