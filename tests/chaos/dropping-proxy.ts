import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Between the workers and their database: takes some calls nowhere, and loses the answers of others that were committed. */
export interface DroppingProxy {
  url: string
  /** Calls that never reached the database, and answers of it that nobody heard. */
  lost: { calls: number; answers: number }
  stop: () => Promise<void>
}

/**
 * @param chance of each fault, asked once a call
 * @param onAnswer told of each call that the database answered, heard or not, and of its answer
 */
export async function startDroppingProxy(target: string, chance: () => 'call' | 'answer' | null, onAnswer: (path: string, body: Buffer) => void): Promise<DroppingProxy> {
  const lost = { calls: 0, answers: 0 }
  const server = createServer(async (req, res) => {
    try {
      const chunks: Buffer[] = []
      for await (const chunk of req) chunks.push(chunk as Buffer)
      const fault = chance()
      if (fault === 'call') {
        lost.calls += 1
        return void req.socket.destroy()
      }
      const { host: _host, connection: _connection, 'content-length': _length, ...headers } = req.headers
      const answer = await fetch(target + req.url, { method: req.method, headers: headers as Record<string, string>, body: chunks.length > 0 ? Buffer.concat(chunks) : undefined })
      const body = Buffer.from(await answer.arrayBuffer())
      onAnswer(req.url ?? '', body)
      if (fault === 'answer') {
        lost.answers += 1
        return void req.socket.destroy()
      }
      res.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'application/json' }).end(body)
    } catch {
      // The worker was killed while it asked, or the database is away: either way nobody is answered.
      req.socket.destroy()
    }
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    lost,
    stop: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
