import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import { readAgainWithin } from './read-again'

const readAgain = readAgainWithin(10_000)

// A server that drops the first connection of each test, and never answers `/frozen`.
let server: Server
let url: string
let asked: string[]
beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.method ?? '')
    if (request.url === '/frozen') return
    if (asked.length === 1) request.socket.destroy()
    else response.end('there')
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
beforeEach(() => { asked = [] })
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

test('a read whose connection broke is asked once more', async () => {
  expect(await (await readAgain(url)).text()).toBe('there')
  expect(asked).toEqual(['GET', 'GET'])
})

test('a write is not: it may have been done', async () => {
  await expect(readAgain(url, { method: 'POST', body: 'x' })).rejects.toThrow('fetch failed')
  expect(asked).toEqual(['POST'])
})

test('nor is what its caller has given up', async () => {
  const given = new AbortController()
  given.abort()
  await expect(readAgain(url, { signal: given.signal })).rejects.toThrow()
  expect(asked).toEqual([])
})

test('a database that takes the question and never answers is given up, and not asked again', async () => {
  await expect(readAgainWithin(50)(`${url}/frozen`)).rejects.toMatchObject({ name: 'TimeoutError' })
  expect(asked).toEqual(['GET'])
})
