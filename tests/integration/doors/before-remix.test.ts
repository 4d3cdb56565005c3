import { connect, type AddressInfo } from 'node:net'
import type { Server } from 'node:http'

import express from 'express'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { boundedBodies } from '../../../app/server/doors/bodies'
import { securityHeaders } from '../../../app/server/doors/headers'
import { fixedOrigin, sameOriginOnly } from '../../../app/server/doors/origin'
import { limitedRates, networkOf } from '../../../app/server/doors/rates'

const ORIGIN = 'https://desk.example.test'
let server: Server
let base: string
let changes = 0

beforeAll(async () => {
  const app = express()
  app.set('trust proxy', 0)
  app.use((_req, res, next) => {
    res.locals.nonce = 'bm9uY2U='
    res.locals.requestId = 'the-number-to-quote'
    next()
  })
  app.use(...securityHeaders({ appOrigin: ORIGIN, mode: 'production' }))
  app.use(boundedBodies, limitedRates(), sameOriginOnly(ORIGIN), fixedOrigin(ORIGIN))
  app.all('*', (req, res) => {
    if (req.method !== 'GET') changes++
    if (req.headers['x-house'] === 'down') res.status(503)
    res.json({ host: req.headers.host, forwarded: req.headers['x-forwarded-host'] ?? null })
  })
  await new Promise<void>(resolve => (server = app.listen(0, '127.0.0.1', resolve)))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => new Promise(resolve => server.close(resolve)))

const post = (path: string, headers: Record<string, string> = {}, body = 'a=1') =>
  fetch(base + path, { method: 'POST', body, headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers } })

describe('a form', () => {
  it('is taken from our own page', async () => expect((await post('/home', { Origin: ORIGIN, 'Sec-Fetch-Site': 'same-origin' })).status).toBe(200))
  it.each<[string, Record<string, string>]>([
    ['another origin', { Origin: 'https://evil.example' }],
    ['no origin', {}],
    ['the null origin', { Origin: 'null' }],
    ['a garbled origin', { Origin: 'desk.example.test' }],
    ['our origin over http', { Origin: 'http://desk.example.test' }],
    ['a sibling of our site', { Origin: ORIGIN, 'Sec-Fetch-Site': 'same-site' }],
    ['another site, by the browser’s word', { Origin: ORIGIN, 'Sec-Fetch-Site': 'cross-site' }],
    ['another origin with our host forged', { Origin: 'https://evil.example', 'X-Forwarded-Host': 'evil.example' }],
    ['another origin as plain text', { Origin: 'https://evil.example', 'Content-Type': 'text/plain' }],
  ])('is refused from %s, and nothing changes', async (_, headers) => {
    const before = changes
    expect((await post('/ur/register/check', headers)).status).toBe(403)
    expect(changes).toBe(before)
  })
  it('is taken from machines, which bring a signature or a token of their own', async () => {
    expect((await post('/hooks/resend')).status).toBe(200)
    expect((await post('/kk/unsubscribe/abc')).status).toBe(200)
  })
  it('is refused beyond 256 kB, and an import is not', async () => {
    const large = 'a'.repeat(257 * 1024)
    expect((await post('/home', { Origin: ORIGIN }, large)).status).toBe(413)
    expect((await post('/desk/import', { Origin: ORIGIN }, large)).status).toBe(200)
  })
})

describe('an address', () => {
  it('that cannot be read is a 400', async () => expect((await fetch(`${base}/%E0%A4%A`)).status).toBe(400))
  it('never reaches the app under a forged host', async () => {
    const answer = await fetch(base, { headers: { 'X-Forwarded-Host': 'evil.example' } })
    expect(await answer.json()).toEqual({ host: 'desk.example.test', forwarded: null })
  })
})

it('a body of unstated length is refused', async () => {
  const answer = await new Promise<string>(resolve => {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1', () =>
      socket.write(`POST /home HTTP/1.1\r\nHost: x\r\nOrigin: ${ORIGIN}\r\nTransfer-Encoding: chunked\r\n\r\n3\r\na=1\r\n0\r\n\r\n`),
    )
    socket.once('data', data => {
      socket.destroy()
      resolve(data.toString())
    })
  })
  expect(answer).toMatch(/^HTTP\/1.1 411 /)
})

it('the tenth try at a code is refused, whatever address the sender claims to come from', async () => {
  const tries: number[] = []
  for (let i = 0; i < 10; i++) tries.push((await post('/ur/sign-in/code', { Origin: ORIGIN, 'X-Forwarded-For': `10.0.0.${i}` })).status)
  expect(tries).toEqual([...Array<number>(9).fill(200), 429])
})

it('every answer carries the headers, a refusal too', async () => {
  for (const answer of [await fetch(base), await post('/home')]) {
    const policy = answer.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("script-src 'nonce-bm9uY2U=' 'strict-dynamic'")
    expect(/script-src[^;]*unsafe/.test(policy)).toBe(false)
    expect(policy).toContain("default-src 'none'")
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('strict-transport-security')).toContain('max-age=63072000')
    expect(answer.headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin')
    expect(answer.headers.get('permissions-policy')).toContain('camera=()')
    expect(answer.headers.get('x-frame-options')).toBe('SAMEORIGIN')
  }
})

it('one household is one network', () => {
  expect(networkOf('2001:db8:1:2:aaaa::1')).toBe(networkOf('2001:db8:1:2:bbbb::9'))
  expect(networkOf('203.0.113.7')).toBe('203.0.113.7')
})

it('people behind one address do not use up each other’s tries', async () => {
  for (const person of ['a', 'b']) for (let i = 0; i < 9; i++) expect((await post('/sign-in/code', { Origin: ORIGIN, Cookie: `dastarkhan-pending=${person}` })).status).toBe(200)
  expect((await post('/sign-in/code', { Origin: ORIGIN, Cookie: 'dastarkhan-pending=a' })).status).toBe(429)
})

it('a try at a code that we failed to look at counts for nothing', async () => {
  const tryOf = async (headers: Record<string, string> = {}) => (await post('/sign-in/code', { Origin: ORIGIN, Cookie: 'dastarkhan-pending=patient', ...headers })).status
  for (let i = 0; i < 12; i++) expect(await tryOf({ 'X-House': 'down' })).toBe(503)
  for (let i = 0; i < 9; i++) expect(await tryOf()).toBe(200)
  expect(await tryOf()).toBe(429)
})

describe('whoever is turned away', () => {
  const page = (path: string, headers: Record<string, string>) => post(path, { Accept: 'text/html', ...headers })
  it.each([
    ['/ur/register/check', {}, 'ur', 'dir="rtl"'],
    ['/kk/sign-in', { 'Accept-Language': 'ru' }, 'kk', 'dir="ltr"'],
    ['/sign-in', { 'Accept-Language': 'de, ru;q=0.8, en;q=0.5' }, 'ru', 'dir="ltr"'],
    ['/sign-in', { 'Accept-Language': '<script>' }, 'en', 'dir="ltr"'],
  ])('at %s reads it in his language, with the number to quote', async (path, headers, language, direction) => {
    const answer = await page(path, headers as Record<string, string>)
    const html = await answer.text()
    expect(answer.status).toBe(403)
    expect(answer.headers.get('content-language')).toBe(language)
    expect(html).toContain(`lang="${language}" ${direction}`)
    expect(html).toContain('the-number-to-quote')
    expect(html).toContain('<style nonce="bm9uY2U=">')
  })
  it('as a program gets one sentence', async () => {
    const answer = await post('/home', {}, 'a'.repeat(300 * 1024))
    expect([answer.status, answer.headers.get('content-type')]).toEqual([413, 'text/plain; charset=utf-8'])
    expect(await answer.text()).toMatch(/^That was too large\. .*256 kB/)
  })
})
