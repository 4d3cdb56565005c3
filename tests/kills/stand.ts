import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { createClient, type SupabaseClient } from '@supabase/supabase-js'
import ws from 'ws'

import type { Secrets } from '../../supabase/local/secrets'

/** What may be killed: each is a process of its own, watched and started again by the stand. */
export const programs = { database: 'supabase/local/main.ts', web: 'app/server/web-child.ts' } as const
export type Program = keyof typeof programs

/** The demonstration as `npm start` runs it, in a folder and at a port of its own. */
export interface RunningStand {
  origin: string
  /** From the start of the command until it said that it is ready, in seconds. */
  seconds: number
  /** Past all policies, to see in the end what is there. */
  admin: SupabaseClient
  /** Kills with -9; false when that process was not running just then. */
  kill: (program: Program) => boolean
  /** Whether database and web answer. */
  isReady: () => Promise<boolean>
  stop: () => Promise<void>
}

const childrenOf = (pid: number) =>
  execFileSync('ps', ['-e', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n')
    .map(line => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line)).flatMap(found => (found ? [{ pid: Number(found[1]), parent: Number(found[2]), args: found[3]! }] : []))
    .filter(process => process.parent === pid)

function saidReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let words = ''
    child.stdout!.on('data', (chunk: Buffer) => {
      words += chunk.toString()
      if (words.includes('is ready at')) resolve()
    })
    child.once('exit', code => reject(new Error(`The stand ended with ${code}:\n${words}`)))
  })
}

/** Starts the stand; with `fresh` on an empty folder. Resolves when it says that it is ready. */
export async function startStand(directory: string, port: number, fresh: boolean): Promise<RunningStand> {
  const began = Date.now()
  const child = spawn(process.execPath, ['app/commands/start.mjs', ...(fresh ? ['--fresh', '--yes'] : [])], {
    env: { ...process.env, PORT: String(port), DATA_DIRECTORY: directory }, stdio: ['ignore', 'pipe', 'inherit'],
  })
  await saidReady(child)
  const seconds = (Date.now() - began) / 1000
  const origin = `http://localhost:${port}`
  const secrets = JSON.parse(readFileSync(join(directory, 'secrets.json'), 'utf8')) as Secrets
  // The database's door is the next port: nobody else listens there, or the stand would have said so.
  const admin = createClient(`http://127.0.0.1:${port + 1}`, secrets.serviceRoleKey, { auth: { persistSession: false }, realtime: { transport: ws as never } })
  return {
    origin,
    seconds,
    admin,
    kill(program) {
      const victim = childrenOf(child.pid!).find(process => process.args.includes(programs[program]))
      return victim ? process.kill(victim.pid, 'SIGKILL') : false
    },
    isReady: () => fetch(`${origin}/readyz`, { signal: AbortSignal.timeout(3_000) }).then(answer => answer.ok, () => false),
    stop: () => new Promise(resolve => {
      child.removeAllListeners('exit')
      child.once('exit', () => resolve())
      child.kill('SIGTERM')
    }),
  }
}
