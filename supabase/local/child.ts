import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

import { bundled } from './bundled'
import type { LocalOptions, LocalReport } from './main'
import type { Secrets } from './secrets'

/** A running process of the embedded Supabase. */
export interface LocalChild {
  url: string
  secrets: Secrets
  /** The names of the migrations applied at this start. */
  applied: string[]
  process: ChildProcess
  /** Ends it cleanly, by force after 9 s. */
  stop: () => Promise<void>
}

/** The embedded Supabase would not start; the message is a sentence for a person. */
export class LocalRefused extends Error {
  override name = 'LocalRefused'
}

const embeddedProgram = fileURLToPath(new URL('./main.ts', import.meta.url))

/** Starts the embedded Supabase in a process of its own (PGlite stops the event loop for seconds); resolves when it is ready. */
export function startLocal(options: LocalOptions): Promise<LocalChild> {
  return startStandProgram(embeddedProgram, options)
}

/** The same with another program that reports as `main.ts` does. */
export async function startStandProgram(program: string, options: object): Promise<LocalChild> {
  const child = fork(await bundled(program, 'inside'), [JSON.stringify(options)], { execArgv: [], stdio: ['ignore', 'ignore', 'pipe', 'ipc'], detached: true })
  let complaint = ''
  child.stderr?.on('data', (text: Buffer) => {
    complaint = (complaint + text.toString()).slice(-4_000)
    process.stderr.write(text)
  })
  const ended = new Promise<void>(resolve => child.once('exit', () => resolve()))
  const stop = async () => {
    child.kill('SIGTERM')
    const force = setTimeout(() => child.kill('SIGKILL'), 9_000)
    await ended
    clearTimeout(force)
  }
  return new Promise((resolve, reject) => {
    child.once('message', (message: LocalReport) => {
      if (message.kind === 'ready') resolve({ url: message.url, secrets: message.secrets, applied: message.applied, process: child, stop })
      else reject(new LocalRefused(message.sentence))
    })
    child.once('exit', code => reject(new Error(`The embedded Supabase ended with ${code} before it was ready. ${complaint}`)))
  })
}
