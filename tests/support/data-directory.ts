import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { bundled } from '../../supabase/local/bundled'
import { type LocalChild, startLocal } from '../../supabase/local/child'
import { migratedTemplate } from '../../supabase/local/template'
import { connectBackend } from './backend'

export const root = fileURLToPath(new URL('../../', import.meta.url))
export const tsx = createRequire(import.meta.url).resolve('tsx')

/** A forum to write down, and to find again. */
export const forum = { slug: 'kept', name: 'Kept', host_city: 'Lahore', starts_on: '2027-01-01', ends_on: '2027-01-02', desk_email: 'desk@example.test' }

/** A client of a running stand with the service role's key. */
export const service = ({ url, secrets }: LocalChild) => connectBackend({ stand: 'embedded', url, secrets }).asService()

/** A data directory of a test's own, with what runs on it. */
export class DataDirectory {
  readonly place = mkdtempSync(join(tmpdir(), 'dastarkhan-data-'))
  readonly #running = new Set<LocalChild>()

  /** Puts a migrated database there: a first start takes seconds, and only the test of first starts waits for one. */
  async fill(): Promise<void> {
    cpSync(join(await migratedTemplate(), 'database'), join(this.place, 'database'), { recursive: true })
  }

  async start(): Promise<LocalChild> {
    const child = await startLocal({ directory: this.place, port: 0, siteUrl: 'http://localhost:3000', demonstration: true, brief: true })
    this.#running.add(child)
    return child
  }

  async end(child: LocalChild): Promise<void> {
    this.#running.delete(child)
    await child.stop()
  }

  /** Kills it (-9), and waits until it is gone. */
  async kill(child: LocalChild): Promise<void> {
    this.#running.delete(child)
    child.process.kill('SIGKILL')
    await once(child.process, 'exit')
  }

  /** Runs one of the project's commands on the data directory; its status and words. */
  async command(name: string, ...parameters: string[]): Promise<{ status: number | null; words: string }> {
    const program = await bundled(join(root, `app/commands/${name}.ts`), 'outside')
    return new Promise(resolve => {
      const env = { ...process.env, DATA_DIRECTORY: this.place, LOCAL_DATABASE_URL: '', SUPABASE_URL: '' }
      const child = spawn(process.execPath, [program, ...parameters], { cwd: root, env })
      let words = ''
      child.stdout.on('data', chunk => (words += chunk))
      child.stderr.on('data', chunk => (words += chunk))
      child.once('exit', status => resolve({ status, words }))
    })
  }

  async remove(): Promise<void> {
    await Promise.all([...this.#running].map(child => child.stop()))
    rmSync(this.place, { recursive: true, force: true, maxRetries: 5 })
  }
}
