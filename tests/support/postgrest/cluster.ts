import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { prelude } from '../../../supabase/local/data-directory'
import { openPostgres } from '../../../supabase/local/database'
import { layFoundations } from '../../../supabase/local/gateway'
import { migrate, readMigrations } from '../../../supabase/local/migrations'
import { markTestStand, templateKey } from '../../../supabase/local/template'
import { said } from '../said'
import { scratchDirectory } from '../scratch'

const cache = fileURLToPath(new URL('../../../node_modules/.cache/dastarkhan/', import.meta.url))

/** Why there is no real PostgreSQL here; the message is a sentence for a person. */
export class NoPostgres extends Error {
  override name = 'NoPostgres'
}

/** The folder of PostgreSQL's programs: Debian's newest, else what is on the path, else installed when we may. Throws NoPostgres. */
export function findPostgres(): string {
  const debian = '/usr/lib/postgresql'
  const look = () => {
    const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
    const installed = versions.map(version => join(debian, version, 'bin')).find(folder => existsSync(join(folder, 'initdb')))
    if (installed) return installed
    const found = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' }).stdout?.trim()
    return found && existsSync(join(found, 'initdb')) ? found : undefined
  }
  const there = look()
  if (there) return there
  if (process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0) {
    console.log('Installing PostgreSQL with apt-get …')
    spawnSync('apt-get', ['update', '-q'], { stdio: 'ignore' })
    spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'postgresql'], { stdio: 'ignore' })
  }
  const now = look()
  if (now) return now
  throw new NoPostgres('No PostgreSQL was found, and it could not be installed: install it (Debian: apt-get install postgresql).')
}

interface User {
  uid: number
  gid: number
}

/** PostgreSQL refuses to run as root: then it runs as its own user, else as nobody. */
function unprivileged(): User | undefined {
  if (process.getuid?.() !== 0) return undefined
  const number = (flag: string) => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout.trim())
  const uid = number('-u')
  return uid ? { uid, gid: number('-g') } : { uid: 65_534, gid: 65_534 }
}

/** A running PostgreSQL; trusts everybody on this machine's own address. */
export interface Cluster {
  /** As superuser. */
  url: string
  port: number
  process: ChildProcess
  stop: () => Promise<void>
}

/** A port nobody listens on, under 32768, where the system hands out its own. */
export const anyPort = () => 20_000 + Math.floor(Math.random() * 12_000)

/** Runs a cluster of files; fast rather than safe, for its files are a copy. */
async function run(directory: string, user: User | undefined): Promise<Cluster> {
  const port = anyPort()
  const settings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'shared_buffers=64MB', `unix_socket_directories=${directory}`, 'timezone=UTC']
  const server = spawn(
    join(findPostgres(), 'postgres'),
    ['-D', directory, '-p', String(port), '-h', '127.0.0.1', ...settings.flatMap(setting => ['-c', setting])],
    { ...user, env: { ...process.env, LC_MESSAGES: 'C' }, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const ended = new Promise<void>(resolve => server.once('exit', () => resolve()))
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`
  await said(server, server.stderr, /database system is ready to accept connections/)
  const stop = async () => {
    server.kill('SIGQUIT')
    await ended
  }
  return { url, port, process: server, stop }
}

/** Files of a cluster with all migrations; made once for each state of them, by initdb and a first run. */
async function template(user: User | undefined): Promise<string> {
  const migrations = await readMigrations()
  const place = join(cache, `postgres-${templateKey(migrations)}`)
  if (existsSync(place)) return place
  const draft = scratchDirectory('postgres')
  if (user) chownSync(draft, user.uid, user.gid)
  execFileSync(join(findPostgres(), 'initdb'), ['-D', draft, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'], {
    ...user,
    stdio: 'ignore',
  })
  const cluster = await run(draft, user)
  const database = openPostgres(cluster.url)
  await layFoundations(database, prelude)
  await migrate(database, migrations)
  await markTestStand(database)
  await database.exec('checkpoint')
  await database.close()
  // Waits for whoever is still connected, and leaves clean files.
  cluster.process.kill('SIGTERM')
  await new Promise(resolve => cluster.process.once('exit', resolve))

  mkdirSync(cache, { recursive: true })
  const beside = mkdtempSync(join(cache, 'draft-'))
  cpSync(draft, join(beside, 'files'), { recursive: true })
  rmSync(draft, { recursive: true })
  try {
    renameSync(join(beside, 'files'), place)
  } catch {
    // Another one was quicker.
  }
  rmSync(beside, { recursive: true, force: true })
  return place
}

/** A migrated PostgreSQL of one's own. Its files are removed when it is stopped. */
export async function startCluster(): Promise<Cluster> {
  const user = unprivileged()
  const directory = scratchDirectory('postgres')
  cpSync(await template(user), directory, { recursive: true })
  if (user) execFileSync('chown', ['-R', `${user.uid}:${user.gid}`, directory])
  execFileSync('chmod', ['-R', 'u=rwX,go=', directory])
  const cluster = await run(directory, user)
  return {
    ...cluster,
    stop: async () => {
      await cluster.stop()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}
