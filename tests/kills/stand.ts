import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { createClient, type SupabaseClient } from '@supabase/supabase-js'
import ws from 'ws'

import type { Secrets } from '../../supabase/local/secrets'
import { said } from '../support/said'

/** What may be killed: each is a process of its own, watched by the stand, which says when it is back. */
const programs = {
  database: { file: 'supabase-local-main-ts.mjs', back: /The embedded Supabase is back/ },
  web: { file: 'app-server-web-child-ts.mjs', back: /The web process is back/ },
}
export type Program = keyof typeof programs

/** The demonstration as `npm start` runs it, in a folder and at a port of its own. */
export interface RunningStand {
  origin: string
  /** From the start of the command until it said that it is ready, in seconds. */
  seconds: number
  /** Past all policies, to see in the end what is there. */
  admin: SupabaseClient
  /** Kills with -9, and resolves when the stand says that it is back. */
  kill: (program: Program) => Promise<void>
  stop: () => Promise<void>
}

/** The process in which a given one runs a program. */
function childOf(pid: number, file: string): number {
  for (const line of execFileSync('ps', ['-e', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n')) {
    const [, child, parent, command = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? []
    if (Number(parent) === pid && command.includes(file)) return Number(child)
  }
  throw new Error(`There is no process of ${file}`)
}

/** The machine's own variables: those of the test's runner would end up in the build. */
const ofThisMachine = () => Object.fromEntries(['PATH', 'HOME', 'TMPDIR', 'SystemRoot'].flatMap(name => (process.env[name] ? [[name, process.env[name]]] : []))) as NodeJS.ProcessEnv

/** Starts the stand; with `fresh` on an empty folder. Resolves when it says that it is ready. */
export async function startStand(directory: string, port: number, fresh: boolean): Promise<RunningStand> {
  const began = Date.now()
  const child = spawn(process.execPath, ['app/commands/start.mjs', ...(fresh ? ['--fresh', '--yes'] : [])], {
    env: { ...ofThisMachine(), PORT: String(port), DATA_DIRECTORY: directory }, stdio: ['ignore', 'pipe', 'inherit'],
  })
  await said(child, child.stdout, /is ready at/)
  const seconds = (Date.now() - began) / 1000
  const secrets = JSON.parse(readFileSync(join(directory, 'secrets.json'), 'utf8')) as Secrets
  // The database's door is the next port: nobody else listens there, or the stand would have said so.
  const admin = createClient(`http://127.0.0.1:${port + 1}`, secrets.serviceRoleKey, { auth: { persistSession: false }, realtime: { transport: ws as never } })
  return {
    origin: `http://localhost:${port}`,
    seconds,
    admin,
    kill(program) {
      const back = said(child, child.stdout, programs[program].back)
      process.kill(childOf(child.pid!, programs[program].file), 'SIGKILL')
      return back
    },
    async stop() {
      if (child.exitCode !== null) return
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}
