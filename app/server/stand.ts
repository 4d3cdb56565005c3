import { type ChildProcess, fork, spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { fileURLToPath } from 'node:url'

import { childVariables, standSettings } from '~/platform/env.server'
import { bundled } from '../../supabase/local/bundled'
import { LocalRefused, startLocal } from '../../supabase/local/child'
import { DirectoryInUse, lockDirectory } from '../../supabase/local/lock'
import type { Secrets } from '../../supabase/local/secrets'
import { supervise, type Supervised } from './supervise'

/** A reason not to start; the message is a sentence for a person. */
export class StandRefusal extends Error {
  override name = 'StandRefusal'
}

export interface StandFlags {
  fresh: boolean
  yes: boolean
  /** The web process makes its pages anew as the code changes. */
  dev: boolean
}

const root = fileURLToPath(new URL('../../', import.meta.url))
/** What a request makes lives as long as it does: with room for many at once, little of it is taken for what stays. In megabytes. */
const webMemory = ['--max-semi-space-size=64']
const tsx = ['--import', fileURLToPath(import.meta.resolve('tsx'))]
const say = (line: string) => console.log(line)

async function step<T>(title: string, work: () => Promise<T>): Promise<T> {
  const began = Date.now()
  const result = await work()
  say(`✓ ${title} (${((Date.now() - began) / 1000).toFixed(1)} s)`)
  return result
}

/** Whether nobody listens on a port of this machine. */
function isFree(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}

/** Whether no browser, and no fetch, would speak to a free port, since some other protocol is known by it (the Fetch standard's "bad ports"). */
async function isRefusedByBrowsers(port: number): Promise<boolean> {
  const refused = (error: Error & { cause?: Error }) => error.cause?.message === 'bad port'
  return fetch(`http://127.0.0.1:${port}`).then(() => false, refused)
}

/** The first usable port after the app's own, for the database's door. */
async function portAfter(port: number): Promise<number> {
  for (let next = port + 1; next <= Math.min(port + 50, 65_535); next += 1) if ((await isFree(next)) && !(await isRefusedByBrowsers(next))) return next
  throw new StandRefusal(`There is no free port between ${port + 1} and ${port + 50} for the embedded Supabase.`)
}

async function agrees(directory: string): Promise<boolean> {
  if (!process.stdin.isTTY) throw new StandRefusal('To remove the data without being asked, say --fresh --yes.')
  const prompt = createInterface({ input: process.stdin, output: process.stdout })
  const answer = await prompt.question(`Remove everything in ${directory} and begin anew? (yes/no) `)
  prompt.close()
  return /^y(es)?$/i.test(answer.trim())
}

/** Empties the data directory, after asking, and only if nobody works on it. */
async function removeData(directory: string, yes: boolean): Promise<void> {
  if (!existsSync(directory)) return
  if (!yes && !(await agrees(directory))) throw new StandRefusal('Nothing was removed.')
  const unlock = await lockDirectory(directory)
  for (const name of readdirSync(directory).filter(name => name !== 'lock')) rmSync(join(directory, name), { recursive: true })
  unlock()
}

/** What the seed says when it is done, on the last line it prints. */
interface Seeded {
  signIns: Array<{ who: string; email: string }>
}

/**
 * Fills the demonstration forum, once: `app/commands/seed-demo.ts` runs with the settings of the web process, must be able to run again
 * after a kill, and prints as its last line what the stand tells people: {"signIns":[{"who":"…","email":"…"}]}.
 */
async function seedOnce(directory: string, variables: NodeJS.ProcessEnv): Promise<Seeded> {
  const record = join(directory, 'seeded.json')
  if (existsSync(record)) return JSON.parse(readFileSync(record, 'utf8')) as Seeded
  const program = join(root, 'app/commands/seed-demo.ts')
  if (!existsSync(program)) return { signIns: [] }
  const words = await step('Demonstration forum filled', () => outputOf(fork(program, { execArgv: tsx, env: variables, stdio: ['ignore', 'pipe', 'inherit', 'ipc'] })))
  const last = words.trim().split('\n').at(-1) ?? ''
  const seeded = last.startsWith('{') ? (JSON.parse(last) as Seeded) : { signIns: [] }
  writeFileSync(record, JSON.stringify(seeded))
  return seeded
}

function outputOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let words = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      words += chunk.toString()
    })
    child.once('exit', code => (code === 0 ? resolve(words) : reject(new StandRefusal('The demonstration forum could not be filled; the reason is above.'))))
  })
}

/** A second or two where the machine is idle; much longer where it is crowded. */
const WEB_PATIENCE_MS = 240_000

async function isReady(origin: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + WEB_PATIENCE_MS
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new StandRefusal('The web process would not start; the reason is above.')
    const answer = await fetch(`${origin}/readyz`, { signal: AbortSignal.timeout(20_000) }).catch(() => undefined)
    if (answer?.ok) return
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  throw new StandRefusal(`The web process was not ready within ${WEB_PATIENCE_MS / 1000} s at ${origin}.`)
}

function webVariables(secrets: Secrets, supabaseUrl: string, port: number, dev: boolean): NodeJS.ProcessEnv {
  return childVariables({
    NODE_ENV: dev ? 'development' : 'production',
    APP_STAND: 'demonstration',
    HOST: '127.0.0.1',
    PORT: String(port),
    APP_ORIGIN: `http://localhost:${port}`,
    SUPABASE_URL: supabaseUrl,
    SUPABASE_ANON_KEY: secrets.anonKey,
    SUPABASE_SERVICE_ROLE_KEY: secrets.serviceRoleKey,
    SUPABASE_JWT_SECRET: secrets.jwtSecret,
    SEND_EMAIL_HOOK_SECRET: secrets.sendEmailHookSecret,
    SESSION_SECRET: secrets.sessionSecret,
    CRON_SECRET: secrets.cronSecret,
    RESEND_WEBHOOK_SECRET: secrets.resendWebhookSecret,
  })
}

function welcome(origin: string, { signIns }: Seeded, mailbox: boolean): void {
  const people = signIns.map(({ who, email }) => `  ${who.padEnd(34)} ${email}`)
  say(
    [
      '',
      `Dastarkhan is ready at ${origin}`,
      '',
      'This is a demonstration: its firms are invented, and only this machine reaches it.',
      ...(mailbox
        ? [...(people.length > 0 ? ['Sign in as one of them, with the code from the mailbox:', ...people] : []), `Mailbox: ${origin}/mailbox`]
        : ['Mail leaves through Resend, since RESEND_API_KEY is set: invented people get none. Take the key away to read their mail here.']),
      '',
      'Ctrl-C ends it; the data stays.',
    ].join('\n'),
  )
}

/** Runs the demonstration until it is told to end: the database's process, the web's, both watched. Throws StandRefusal. */
export async function runStand({ fresh, yes, dev }: StandFlags): Promise<void> {
  const { port, directory: place, databaseUrl, supabaseUrl, mailbox } = standSettings()
  const directory = resolve(root, place)
  const origin = `http://localhost:${port}`
  if (!(await isFree(port))) throw new StandRefusal(`Port ${port} is taken: end what listens there, or choose another one (PORT=3100 npm start).`)
  if (await isRefusedByBrowsers(port)) throw new StandRefusal(`No browser opens port ${port}: choose another one (PORT=3100 npm start).`)
  if (supabaseUrl) {
    say('SUPABASE_URL is set, so nothing local is started.')
    const web = spawn(process.execPath, [...webMemory, ...tsx, join(root, 'app/server/serve.ts')], { stdio: 'inherit', env: childVariables({ NODE_ENV: 'production' }) })
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => web.kill('SIGTERM'))
    return void web.once('exit', code => process.exit(code ?? 1))
  }

  const parts: Supervised[] = []
  let stopping: Promise<void> | undefined
  const stop = () =>
    (stopping ??= (async () => {
      // The web first, so that what it has in flight still finds its database.
      await parts[1]?.stop(6_000)
      await parts[0]?.stop(3_000)
    })())
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (!stopping) say('\nEnding …')
      void stop().then(() => process.exit(0))
    })
  }

  try {
    mkdirSync(directory, { recursive: true })
    if (fresh) await removeData(directory, yes)
    const localPort = await portAfter(port)
    let secrets: Secrets | undefined
    let applied: string[] = []
    await step(databaseUrl ? 'PostgreSQL connected' : 'Database ready', async () => {
      const start = async () => {
        const local = await startLocal({ directory, port: localPort, siteUrl: origin, databaseUrl, demonstration: true })
        secrets = local.secrets
        applied = local.applied
        return local.process
      }
      parts.push(await supervise('The embedded Supabase', start, say))
    })
    if (applied.length > 0) say(`✓ ${applied.length} migrations applied`)

    const variables = webVariables(secrets!, `http://127.0.0.1:${localPort}`, port, dev)
    await step('Web ready', async () => {
      const start = async () => {
        const child = fork(await bundled(join(root, 'app/server/web-child.ts'), 'outside'), { execArgv: webMemory, env: variables, stdio: ['ignore', 'inherit', 'inherit', 'ipc'], detached: true })
        await isReady(origin, child)
        return child
      }
      parts.push(await supervise('The web process', start, say))
    })
    welcome(origin, await seedOnce(directory, variables), mailbox)
  } catch (error) {
    await stop()
    throw asRefusal(error, directory)
  }
}

/** The sentence for what can go wrong on a healthy project. */
function asRefusal(error: unknown, directory: string): unknown {
  if (error instanceof LocalRefused || error instanceof DirectoryInUse) return new StandRefusal(error.message)
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC') return new StandRefusal(`The disk is full: there is no room for the data in ${directory}.`)
  if (code === 'EACCES' || code === 'EROFS') return new StandRefusal(`The data directory ${directory} cannot be written.`)
  return error
}
