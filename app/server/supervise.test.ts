import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

import { afterEach, expect, test, vi } from 'vitest'

import { supervise, type Supervised } from './supervise'

let supervised: Supervised | undefined
afterEach(() => supervised?.stop(1_000))

const idle = () => spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])

/** Supervises processes made by `make`; each one started is handed to whoever waits for the next. */
async function watch(make: () => ChildProcess) {
  const lines: string[] = []
  const started: ChildProcess[] = []
  let arrived = () => {}
  const next = () =>
    new Promise<ChildProcess>(resolve => {
      arrived = () => resolve(started.at(-1)!)
    })
  const start = async () => {
    const child = make()
    await once(child, 'spawn')
    started.push(child)
    arrived()
    return child
  }
  supervised = await supervise('The thing', start, line => lines.push(line))
  return { lines, started, next }
}

test('what was killed is started again, and said so', async () => {
  const { lines, started, next } = await watch(idle)
  const second = next()
  started[0]!.kill('SIGKILL')
  expect((await second).pid).not.toBe(started[0]!.pid)
  await vi.waitFor(() => expect(lines).toEqual(['The thing ended unexpectedly; it is started again.', 'The thing is back.']))
})

test('the pause grows while it keeps ending', async () => {
  const moments: number[] = []
  const { next } = await watch(() => {
    moments.push(Date.now())
    return moments.length < 3 ? spawn(process.execPath, ['-e', '']) : idle()
  })
  await next()
  await next()
  const [first, second] = [moments[1]! - moments[0]!, moments[2]! - moments[1]!]
  expect(first).toBeGreaterThanOrEqual(200)
  expect(second).toBeGreaterThanOrEqual(500)
})

test('what is stopped stays stopped', async () => {
  const { lines, started } = await watch(idle)
  await supervised!.stop(1_000)
  expect(started[0]!.signalCode).toBe('SIGTERM')
  expect(lines).toEqual([])
})

test('what does not listen is ended by force', async () => {
  const stubborn = () => spawn(process.execPath, ['-e', "process.on('SIGTERM', () => {}); console.log('up'); setInterval(() => {}, 1000)"])
  const { started } = await watch(stubborn)
  await once(started[0]!.stdout!, 'data')
  await supervised!.stop(100)
  expect(started[0]!.signalCode).toBe('SIGKILL')
})

test('a first start that fails is the caller’s', async () => {
  await expect(supervise('The thing', () => Promise.reject(new Error('no')), () => {})).rejects.toThrow('no')
})
