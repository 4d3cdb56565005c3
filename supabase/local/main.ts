import { mkdirSync, rmSync } from 'node:fs'
import { format } from 'node:util'
import { setFlagsFromString } from 'node:v8'

import { openDirectory, prelude } from './data-directory'
import { type LocalDatabase, openPostgres } from './database'
import { createGateway, layFoundations } from './gateway'
import { removeAddress, writeAddress } from './address'
import { DirectoryInUse, lockDirectory } from './lock'
import { hookSink, type SendEmailEvent } from './mail-hook'
import { migrate, MigrationError, readMigrations } from './migrations'
import { makeSecrets, readOrMakeSecrets, type Secrets } from './secrets'
import { serveStand } from './server'
import { openFromTemplate } from './template'

/** How the process of the embedded Supabase is started: `main.ts '<this as JSON>'`. */
export interface LocalOptions {
  /** Where the data is; for a test stand, an empty directory that is removed at the end. */
  directory: string
  /** 0 takes any free port. */
  port: number
  /** The app's own address; sign-in mails are posted to its `/hooks/send-email`. */
  siteUrl: string
  /** The database serves a demonstration, and says so. */
  demonstration?: boolean
  /** A real PostgreSQL in place of PGlite. */
  databaseUrl?: string
  /** A test stand starts from a template, keeps the mails to itself unless told otherwise, and lets SQL in. */
  test?: boolean
  /** A test stand with an app beside it: sign-in mails go there as well. */
  hook?: boolean
  /** It lives for seconds, as in most tests: to compile the database's WebAssembly once more, and better, would cost half of all its work. */
  brief?: boolean
  secrets?: Secrets
}

/** What the process tells its parent. */
export type LocalReport =
  | { kind: 'ready'; url: string; secrets: Secrets; applied: string[] }
  | { kind: 'refused'; sentence: string }

const options = JSON.parse(process.argv[2] ?? '{}') as LocalOptions
if (options.brief) setFlagsFromString('--liftoff-only')
let stop: () => Promise<void> = async () => {}
let stopping = false

async function shutDown(code: number): Promise<void> {
  if (stopping) return
  stopping = true
  setTimeout(() => process.exit(code || 1), 8_000).unref()
  await stop()
  process.exit(code)
}

function report(message: LocalReport): void {
  if (process.send) process.send(message)
  else if (message.kind === 'ready') console.log(`The embedded Supabase answers at ${message.url}`)
  else console.error(message.sentence)
}

/** A broken connection to a database, a broken database: never go on in an unknown state; the supervisor starts a new process. */
function die(error: unknown): void {
  console.error('The embedded Supabase stops:', error)
  process.exit(1)
}

async function open(): Promise<{ database: LocalDatabase; release: () => void }> {
  const { directory, databaseUrl, test } = options
  if (databaseUrl) {
    const database = openPostgres(databaseUrl)
    await layFoundations(database, prelude)
    return { database, release: () => {} }
  }
  if (test) return { database: await openFromTemplate(directory), release: () => rmSync(directory, { recursive: true, force: true }) }
  return { database: await openDirectory(directory), release: () => {} }
}

/** PostgreSQL tidies by itself, PGlite does not: after a large import a search took 226 ms in place of 6. At first while the web process still starts. */
function keepTidy({ tidy }: LocalDatabase): void {
  if (!tidy) return
  const now = () => void tidy().catch(error => console.error('The database could not be tidied:', error))
  now()
  setInterval(now, 3_600_000).unref()
}

async function start(): Promise<void> {
  const { directory, port, siteUrl, test, hook } = options
  mkdirSync(directory, { recursive: true })
  const unlock = test ? () => {} : await lockDirectory(directory)
  const secrets = options.secrets ?? (test ? makeSecrets() : readOrMakeSecrets(directory))
  const { database, release } = await open()
  const applied = await migrate(database, await readMigrations())
  if (options.demonstration) await database.exec("update private.stand set name = 'demonstration' where name = 'production'")

  const mails: SendEmailEvent[] = []
  const post = hookSink(new URL('/hooks/send-email', siteUrl).href, secrets.sendEmailHookSecret)
  const keep = async (event: SendEmailEvent) => void mails.push(event)
  const sendMail = !test ? post : hook ? (event: SendEmailEvent) => keep(event).then(() => post(event)) : keep

  const gateway = createGateway({ database, secrets, siteUrl, sendMail })
  const server = await serveStand({ gateway, database, secrets, port, ...(test ? { test: { mails } } : {}) })
  if (!test) writeAddress(directory, server.url)
  stop = async () => {
    if (!test) removeAddress(directory)
    await server.close()
    await database.close()
    release()
    unlock()
  }
  report({ kind: 'ready', url: server.url, secrets, applied })
  if (!test) keepTidy(database)
}

/** The small Supabase prints each refused request with its parameters, which are people's data. One line without them is enough. */
console.error = (...parts: unknown[]) => {
  const refused = parts.find((part): part is Error & { code?: string } => part instanceof Error && ('severity' in part || 'relation' in part))
  if (refused && options.test) return
  process.stderr.write(`${refused ? `database: ${refused.code ?? ''} ${refused.message}` : format(...parts)}\n`)
}

process.on('uncaughtException', die)
process.on('unhandledRejection', die)
process.on('SIGTERM', () => void shutDown(0))
process.on('SIGINT', () => void shutDown(0))
// Our parent is gone, killed perhaps: nobody would ever stop us.
process.on('disconnect', () => void shutDown(0))
// It may be gone before these lines are reached, and says nothing then. Started by hand there is none.
if (process.send && !process.connected) process.exit(0)

/** How PGlite's file system says that the disk is full (WASI's ENOSPC). */
const wasmNoSpace = 51

try {
  await start()
} catch (error) {
  const { code, errno } = error as NodeJS.ErrnoException
  const anew = options.demonstration ? ' To begin anew without the data: npm start -- --fresh.' : ''
  if (error instanceof DirectoryInUse) report({ kind: 'refused', sentence: error.message })
  else if (error instanceof MigrationError) report({ kind: 'refused', sentence: error.message + anew })
  else if (code === 'EADDRINUSE') report({ kind: 'refused', sentence: `Port ${options.port}, which the embedded Supabase needs, is taken.` })
  else if (code === 'ENOSPC' || errno === wasmNoSpace) report({ kind: 'refused', sentence: `The disk is full: there is no room for the data in ${options.directory}.` })
  else if (code === 'EACCES') report({ kind: 'refused', sentence: `The data directory ${options.directory} cannot be written.` })
  else die(error)
  process.exitCode = 1
  process.disconnect?.()
  setTimeout(() => process.exit(1), 200)
}
