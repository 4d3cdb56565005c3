import { spawn, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { checkNode, isInstalled, Refusal, step } from '../../../app/commands/prepare.mjs'
import { lockDirectory } from '../../../supabase/local/lock'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const tsx = createRequire(import.meta.url).resolve('tsx')

let directory: string
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'dastarkhan-launch-'))
})
afterEach(() => rmSync(directory, { recursive: true, force: true }))

/** Starts the stand without the launcher's build; its status and words when it has ended. */
function stand(variables: Record<string, string>, flags = '{}'): Promise<{ status: number | null; words: string }> {
  const program = `import('${root}app/server/stand.ts').then(async ({ runStand }) => runStand({ fresh: false, yes: false, dev: false, ...${flags} }))
    .catch(error => { console.error(error.name === 'StandRefusal' ? error.message : error); process.exit(1) })`
  return new Promise(resolve => {
    const env = { ...process.env, SUPABASE_URL: '', LOCAL_DATABASE_URL: '', PORT: '4115', DATA_DIRECTORY: directory, ...variables }
    const child = spawn(process.execPath, ['--import', tsx, '-e', program], { cwd: root, env })
    let words = ''
    child.stdout.on('data', chunk => (words += chunk))
    child.stderr.on('data', chunk => (words += chunk))
    child.once('exit', status => resolve({ status, words: words.trim() }))
  })
}

describe('what is amiss is told in one sentence', () => {
  test('an old Node', () => {
    expect(() => checkNode(root, '20.18.3')).toThrow(/^This needs Node 20\.19\.0 or newer, and yours is 20\.18\.3: get one at/)
    expect(() => checkNode(root, '18.20.0')).toThrow(Refusal)
    for (const version of ['20.19.0', '20.20.2', '22.0.0', '24.1.0']) expect(() => checkNode(root, version)).not.toThrow()
  })

  test('a port that is taken', async () => {
    const other = createServer()
    await new Promise<void>(resolve => other.listen(0, '127.0.0.1', resolve))
    const { port } = other.address() as AddressInfo
    const answer = await stand({ PORT: String(port) })
    other.close()
    expect(answer).toEqual({ status: 1, words: `Port ${port} is taken: end what listens there, or choose another one (PORT=3100 npm start).` })
  })

  test('a data directory that is in use', async () => {
    const unlock = await lockDirectory(directory)
    const answer = await stand({})
    const fresh = await stand({}, "{ fresh: true, yes: true }")
    unlock()
    const sentence = `The data directory ${directory} is in use by process ${process.pid}. Stop that one first.`
    expect([answer, fresh]).toEqual([
      { status: 1, words: sentence },
      { status: 1, words: sentence },
    ])
  })

  test('beginning anew with nobody there to be asked', async () => {
    mkdirSync(join(directory, 'database'))
    expect(await stand({}, '{ fresh: true }')).toEqual({ status: 1, words: 'To remove the data without being asked, say --fresh --yes.' })
  })

  test.skipIf(process.getuid?.() !== 0 || spawnSync('mountpoint', ['--version']).status !== 0)('a full disk', async () => {
    const disk = join(directory, 'disk')
    mkdirSync(disk)
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=20m', 'tmpfs', disk]).status !== 0) return
    try {
      expect(await stand({ DATA_DIRECTORY: disk })).toEqual({ status: 1, words: `The disk is full: there is no room for the data in ${disk}.` })
    } finally {
      spawnSync('umount', ['--lazy', disk])
    }
  })

  test('a full disk while packages are installed, and any other failure with its words', async () => {
    const say = (words: string) => step('Trying', process.execPath, ['-e', `console.error('${words}'); process.exit(1)`])
    await expect(say('npm error ENOSPC: no space left on device')).rejects.toThrow('The disk is full: make room, and start again.')
    await expect(say('something else')).rejects.toThrow(/^Trying failed:\nsomething else/)
  })

  test('a port that no browser opens, whatever its use', async () => {
    expect(await stand({ PORT: '4190' })).toEqual({ status: 1, words: 'No browser opens port 4190: choose another one (PORT=3100 npm start).' })
  })

  test('a port that is none', async () => {
    expect((await stand({ PORT: 'many' })).words).toContain('PORT must be a whole number from 1 to 65535.')
  })
})

describe('whether packages must be installed', () => {
  const lock = (packages: Record<string, object>) => JSON.stringify({ packages: { '': {}, ...packages } })
  const place = (wanted: Record<string, object>, installed?: Record<string, object>) => {
    writeFileSync(join(directory, 'package-lock.json'), lock(wanted))
    if (!installed) return
    mkdirSync(join(directory, 'node_modules'))
    writeFileSync(join(directory, 'node_modules/.package-lock.json'), lock(installed))
  }

  test('not when all are there in the version the lock names; those for other systems do not count', () => {
    place({ 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '1.0.0', optional: true } }, { 'node_modules/a': { version: '1.0.0' } })
    expect(isInstalled(directory)).toBe(true)
  })
  test('when none is', () => {
    place({ 'node_modules/a': { version: '1.0.0' } })
    expect(isInstalled(directory)).toBe(false)
  })
  test('when one is of another version, or missing', () => {
    place({ 'node_modules/a': { version: '1.0.1' }, 'node_modules/c': { version: '1.0.0' } }, { 'node_modules/a': { version: '1.0.0' } })
    expect(isInstalled(directory)).toBe(false)
  })
  test('not here, where these tests run', () => {
    expect(isInstalled(root)).toBe(true)
  })
})

test('the launcher needs no package before it has installed them', () => {
  const bare = join(directory, 'project')
  for (const name of ['start.mjs', 'prepare.mjs']) cpSync(join(root, 'app/commands', name), join(bare, 'app/commands', name))
  cpSync(join(root, 'package.json'), join(bare, 'package.json'))
  writeFileSync(join(bare, 'package-lock.json'), '{"packages":{}}')
  const { status, stdout } = spawnSync(process.execPath, ['app/commands/start.mjs', '--help'], { cwd: bare, encoding: 'utf8' })
  expect({ status, first: stdout.split('\n')[0] }).toEqual({ status: 0, first: 'npm start                the demonstration, on this machine only' })
})
