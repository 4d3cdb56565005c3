import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

import { createClient } from '@supabase/supabase-js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import ws from 'ws'

import { callerOf, confirmedCallerOf } from './session.server'
import type { Db } from './supabase.server'

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
const inAnHour = Math.floor(Date.now() / 1000) + 3600
const token = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ sub: 'u', exp: inAnHour })}.c2lnbmVk`
const session = JSON.stringify({ access_token: token, refresh_token: 'r', expires_at: inAnHour, expires_in: 3600, token_type: 'bearer', user: { id: 'u' } })

// A project whose gateway answers, and whose Auth does not.
let gateway: Server
beforeAll(async () => {
  gateway = createServer((_request, response) => void response.writeHead(503).end())
  await new Promise<void>(resolve => gateway.listen(0, '127.0.0.1', resolve))
})
afterAll(() => new Promise(resolve => gateway.close(resolve)))

/** The client of somebody who is signed in there, or of a visitor. */
const unreachable = (kept: string | null) => createClient(`http://127.0.0.1:${(gateway.address() as AddressInfo).port}`, 'key', {
  auth: { storage: { getItem: () => kept, setItem: () => {}, removeItem: () => {} }, autoRefreshToken: false, detectSessionInUrl: false },
  realtime: { transport: ws as never },
}) as unknown as Db

test.each([['reads', callerOf], ['changes', confirmedCallerOf]])('who %s while Auth is away is told to wait, not signed out', async (_what, ask) => {
  await expect(ask(unreachable(session))).rejects.toMatchObject({ status: 503 })
})

test('a visitor needs no Auth to be a visitor', async () => {
  expect(await callerOf(unreachable(null))).toBeNull()
})
