import { connect, type Socket } from 'node:net'
import { setInterval } from 'node:timers/promises'

/** What unfriendly senders did, and what they were told. */
export interface Abuse {
  /** How many of each answer: `413 too large`, … */
  told: Map<string, number>
  stop: () => Promise<void>
}

const SLOW_AT_ONCE = 60

/** Sends raw bytes and gives the status of the answer; `none` when the connection was closed without one. */
function raw(port: number, bytes: string): Promise<string> {
  return new Promise(resolve => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
    const done = (status: string) => {
      socket.destroy()
      resolve(status)
    }
    socket.once('data', data => done(/^HTTP\/1\.1 (\d+)/.exec(data.toString())?.[1] ?? 'none'))
    socket.once('error', () => done('none'))
    socket.once('close', () => done('none'))
  })
}

const head = (line: string, origin: string, headers: Record<string, string> = {}) =>
  `${line} HTTP/1.1\r\n${Object.entries({ Host: new URL(origin).host, Origin: origin, Connection: 'close', ...headers }).map(([name, value]) => `${name}: ${value}`).join('\r\n')}\r\n\r\n`

/** Slow, malformed and oversized requests, some fifteen a second, until stopped. */
export function abuse(origin: string): Abuse {
  const port = Number(new URL(origin).port)
  const form = { 'Content-Type': 'application/x-www-form-urlencoded' }
  const wrongs: Array<[what: string, wanted: string, bytes: string]> = [
    ['too large', '413', head('POST /sign-in', origin, { ...form, 'Content-Length': '9000000' })],
    ['of no length', '411', head('POST /sign-in', origin, { ...form, 'Transfer-Encoding': 'chunked' })],
    ['unreadable address', '400', head('GET /%E0%A4%A', origin)],
    ['too many headers', '431', head('GET /', origin, { 'X-Long': 'x'.repeat(20_000) })],
    ['not HTTP', '400', '\u0016\u0003\u0001\u0002\r\n\r\n'],
    ['from elsewhere', '403', head('POST /home/settings', 'https://evil.example:1', { Host: `localhost:${port}`, ...form, 'Content-Length': '3' }) + 'a=1'],
  ]
  const told = new Map<string, number>()
  const slow = new Set<Socket>()
  const ended = new AbortController()
  // Headers and bodies that come a byte a second: each holds a connection until the server has had enough.
  const openSlow = () => {
    while (slow.size < SLOW_AT_ONCE) {
      const socket = connect(port, '127.0.0.1', () => socket.write(slow.size % 2 ? head('POST /sign-in', origin, { ...form, 'Content-Length': '1000' }) : `GET / HTTP/1.1\r\nHost: x\r\nX-Slow: `))
      slow.add(socket)
      socket.on('error', () => {})
      socket.on('data', () => {})
      socket.once('close', () => slow.delete(socket))
    }
  }
  const run = async () => {
    try {
      for await (const _ of setInterval(1_000, undefined, { signal: ended.signal })) {
        openSlow()
        for (const socket of slow) socket.write('a')
        for (const [what, wanted, bytes] of [...wrongs, ...wrongs]) {
          void raw(port, bytes).then(status => {
            const line = `${what}: ${status}${status === wanted ? '' : ` instead of ${wanted}`}`
            told.set(line, (told.get(line) ?? 0) + 1)
          })
        }
      }
    } catch (error) {
      if (!ended.signal.aborted) throw error
    }
  }
  const running = run()
  return {
    told,
    stop: async () => {
      ended.abort()
      await running
      for (const socket of slow) socket.destroy()
    },
  }
}
