import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

import { createClient } from '@supabase/supabase-js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import ws from 'ws'

import { signToken } from '../../supabase/local/secrets'
import { callerFor, callerOf } from './session.server'
import type { Db } from './supabase.server'

// A project whose Auth answers as told.
let auth: Server
let answer: RequestListener
beforeAll(async () => {
  auth = createServer((request, response) => answer(request, response))
  await new Promise<void>(resolve => auth.listen(0, '127.0.0.1', resolve))
})
afterAll(() => new Promise(resolve => auth.close(resolve)))

const secret = 's'.repeat(40)
const inAnHour = Math.floor(Date.now() / 1000) + 3600
const token = signToken({ sub: 'a', aud: 'authenticated', exp: inAnHour }, secret)
const sessionWith = (access_token: string, expires_at = inAnHour) => JSON.stringify({ access_token, refresh_token: 'r', token_type: 'bearer', expires_in: 3600, expires_at, user: { id: 'a' } })
const signedIn = sessionWith(token)

/** The client of somebody whose browser keeps this session, or none. */
const clientOf = (kept: string | null) => createClient(`http://127.0.0.1:${(auth.address() as AddressInfo).port}`, 'key', {
  auth: { storage: { getItem: () => kept, setItem: () => {}, removeItem: () => {} }, autoRefreshToken: false, detectSessionInUrl: false },
  realtime: { transport: ws as never },
}) as unknown as Db

/** A request to a project that tells its secret, or does not. */
const projectOf = (kept: string | null, jwtSecret?: string) => ({ db: clientOf(kept), env: { supabase: { jwtSecret } } })

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
    await expect(callerFor(projectOf(signedIn), { method })).rejects.toMatchObject({ status: 503 })
  })
  test.each<[string, RequestListener]>([
    ['does not know the token', json(401, { code: 'bad_jwt', message: 'invalid JWT' })],
    ['has ended the session', json(403, { code: 'session_not_found', message: 'Session not found' })],
  ])('he is a visitor where Auth %s', async (_, told) => {
    answer = told
    expect(await callerFor(projectOf(signedIn), { method })).toBeNull()
  })
  test('a visitor needs no Auth to be a visitor', async () => {
    answer = json(503, { message: 'away' })
    expect(await callerFor(projectOf(null), { method })).toBeNull()
  })
})

describe('who is calling, where the secret that signs tokens is known', () => {
  const claims = { sub: 'a', email: 'a@firm.example', aud: 'authenticated', exp: inAnHour }
  const bare = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')

  test('is told by the signature; Auth may be away', async () => {
    answer = json(503, { message: 'away' })
    expect(await callerOf(projectOf(sessionWith(signToken(claims, secret)), secret))).toEqual({ userId: 'a', email: 'a@firm.example' })
  })
  test.each([
    ['signed with another secret', signToken(claims, 'x'.repeat(40))],
    ['not signed at all', `${bare({ alg: 'none', typ: 'JWT' })}.${bare(claims)}.`],
    ['over, whatever the cookie says', signToken({ ...claims, exp: inAnHour - 7200 }, secret)],
    ['of nobody', signToken({ role: 'anon', exp: inAnHour }, secret)],
  ])('nobody calls by a token that is %s', async (_, forged) => {
    expect(await callerOf(projectOf(sessionWith(forged), secret))).toBeNull()
  })
  test('a token that is over is renewed first', async () => {
    answer = says(200, sessionWith(signToken(claims, secret)))
    expect(await callerOf(projectOf(sessionWith(token, inAnHour - 7200), secret))).toEqual({ userId: 'a', email: 'a@firm.example' })
  })
})
