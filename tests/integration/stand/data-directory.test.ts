import { fork, spawn } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'

import { type LocalChild, LocalRefused, startLocal } from '../../../supabase/local/child'
import { lockDirectory } from '../../../supabase/local/lock'
import { migratedTemplate } from '../../../supabase/local/template'
import { connectBackend } from '../../support/backend'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const tsx = createRequire(import.meta.url).resolve('tsx')

// Each test starts processes, seconds each where two cores have other work.
vi.setConfig({ testTimeout: 90_000 })

let directory: string
const running: LocalChild[] = []
let template: string
beforeAll(async () => {
  template = await migratedTemplate()
}, 120_000)
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'dastarkhan-data-'))
})
afterEach(async () => {
  await Promise.all(running.splice(0).map(child => child.stop()))
  rmSync(directory, { recursive: true, force: true, maxRetries: 5 })
})

/** A first start takes seconds; only the test of first starts waits for one. */
const fill = () => cpSync(join(template, 'database'), join(directory, 'database'), { recursive: true })

async function start(place = directory): Promise<LocalChild> {
  const child = await startLocal({ directory: place, port: 0, siteUrl: 'http://localhost:3000', demonstration: true })
  running.push(child)
  return child
}
async function end(child: LocalChild): Promise<void> {
  running.splice(running.indexOf(child), 1)
  await child.stop()
}
const service = ({ url, secrets }: LocalChild) => connectBackend({ stand: 'embedded', url, secrets }).asService()
const forum = { slug: 'kept', name: 'Kept', host_city: 'Lahore', starts_on: '2027-01-01', ends_on: '2027-01-02', desk_email: 'desk@example.test' }

/** Runs one of the project's commands on the data directory; its status and words. */
function command(name: string, ...parameters: string[]): Promise<{ status: number | null; words: string }> {
  return new Promise(resolve => {
    const env = { ...process.env, DATA_DIRECTORY: directory, LOCAL_DATABASE_URL: '', SUPABASE_URL: '' }
    const child = spawn(process.execPath, ['--import', tsx, `app/commands/${name}.ts`, ...parameters], { cwd: root, env })
    let words = ''
    child.stdout.on('data', chunk => (words += chunk))
    child.stderr.on('data', chunk => (words += chunk))
    child.once('exit', status => resolve({ status, words }))
  })
}

describe('one process at a time', () => {
  test('a second one is refused in a sentence, and the first goes on', async () => {
    fill()
    const first = await start()
    await expect(start()).rejects.toThrow(LocalRefused)
    await expect(start()).rejects.toThrow(/is in use by process \d+/)
    expect((await service(first).from('forums').select('id')).error).toBeNull()
  })

  test('of many who come at once to a dead lock, one gets it', async () => {
    writeFileSync(join(directory, 'lock'), JSON.stringify({ pid: 2 ** 22 - 3, began: '1' }))
    const program = `import { lockDirectory } from '${join(root, 'supabase/local/lock.ts')}'
      lockDirectory(process.argv[1]).then(() => { console.log('mine'); setInterval(() => {}, 1000) }, () => process.exit(3))`
    const children = Array.from({ length: 6 }, () => spawn(process.execPath, ['--import', tsx, '--input-type=module', '-e', program, directory]))
    const fates = await Promise.all(
      children.map(
        child =>
          new Promise<string>(resolve => {
            child.stdout.once('data', () => resolve('mine'))
            child.once('exit', code => resolve(`refused ${code}`))
          }),
      ),
    )
    for (const child of children) child.kill('SIGKILL')
    expect(fates.filter(fate => fate === 'mine')).toHaveLength(1)
    expect(fates.filter(fate => fate === 'refused 3')).toHaveLength(5)
  })

  test('the lock of a killed one is taken over, that of a living one is not', async () => {
    fill()
    const unlock = await lockDirectory(directory)
    const { words } = await command('backup')
    expect(words).toMatch(new RegExp(`in use by process ${process.pid}`))
    unlock()
    const first = await start()
    first.process.kill('SIGKILL')
    await new Promise(resolve => first.process.once('exit', resolve))
    running.splice(0)
    expect((await service(await start()).from('forums').select('id')).error).toBeNull()
  })
})

test('a kill at any moment of the first start leaves nothing that hinders the next', async () => {
  const options = JSON.stringify({ directory, port: 0, siteUrl: 'http://localhost:3000' })
  for (const milliseconds of [900, 1_600, 2_300, 3_000]) {
    const child = fork(join(root, 'supabase/local/main.ts'), [options], { execArgv: ['--import', tsx], stdio: 'ignore' })
    await wait(milliseconds)
    child.kill('SIGKILL')
    await new Promise(resolve => child.once('exit', resolve))
  }
  const child = await start()
  expect((await service(child).from('forums').select('id')).error).toBeNull()
  expect(readdirSync(directory).filter(name => name.startsWith('database'))).toEqual(['database'])
})

test('secrets are made once, long, and for their owner only', async () => {
  fill()
  const first = await start()
  const { secrets } = first
  await end(first)
  expect(statSync(join(directory, 'secrets.json')).mode & 0o077).toBe(0)
  expect(Object.values(JSON.parse(readFileSync(join(directory, 'secrets.json'), 'utf8')) as Record<string, string>).every(value => value.length >= 43)).toBe(true)
  expect((await start()).secrets).toEqual(secrets)
})

test('what was written is there after a kill and after a clean end', async () => {
  fill()
  const first = await start()
  expect((await service(first).from('forums').insert(forum)).error).toBeNull()
  first.process.kill('SIGKILL')
  await new Promise(resolve => first.process.once('exit', resolve))
  running.splice(0)
  const second = await start()
  expect((await service(second).from('forums').select('slug')).data).toEqual([{ slug: 'kept' }])
  expect(second.applied).toEqual([])
  await end(second)
  expect((await service(await start()).from('forums').select('slug')).data).toEqual([{ slug: 'kept' }])
})

describe('copies', () => {
  test('a copy of the running stand, put back, is as it was', async () => {
    fill()
    const first = await start()
    await service(first).from('forums').insert(forum)
    const file = join(directory, 'copy.tar.gz')
    const copied = await command('backup', file)
    expect(copied.words).toMatch(/Copied to .*copy\.tar\.gz/)
    expect(statSync(file).mode & 0o077).toBe(0)

    await service(first).from('forums').delete().eq('slug', 'kept')
    expect((await command('restore', file, '--yes')).words).toMatch(/is in use by process/)
    await end(first)
    const restored = await command('restore', file, '--yes')
    expect(restored).toEqual({ status: 0, words: expect.stringMatching(/^Restored from/) as string })
    expect((await service(await start()).from('forums').select('slug')).data).toEqual([{ slug: 'kept' }])
  })

  test('a copy of the stopped stand serves as well, and what is no copy changes nothing', async () => {
    fill()
    const first = await start()
    await service(first).from('forums').insert(forum)
    await end(first)
    const file = join(directory, 'copy.tar.gz')
    expect((await command('backup', file)).status).toBe(0)
    writeFileSync(join(directory, 'broken'), 'no archive')
    expect(await command('restore', join(directory, 'broken'), '--yes')).toMatchObject({ status: 1, words: expect.stringMatching(/is not a copy/) as string })
    expect(await command('restore', file)).toMatchObject({ status: 1, words: expect.stringMatching(/say --yes/) as string })
    rmSync(join(directory, 'database'), { recursive: true })
    expect((await command('restore', file)).status).toBe(0)
    expect((await service(await start()).from('forums').select('slug')).data).toEqual([{ slug: 'kept' }])
    expect(existsSync(join(directory, 'database.before'))).toBe(false)
  })
})

test('the first forum and its organizers are made by a command', async () => {
  const who = ['--email', 'Lead@example.test', '--country', 'KZ', '--name', 'Aigerim']
  expect((await command('organizer-add', ...who, '--forum', 'almaty-2027')).words).toMatch(/start the stand of this machine first/)
  fill()
  const child = await start()
  expect((await command('organizer-add', ...who, '--forum', 'almaty-2027')).words).toMatch(/--city: /)
  const edition = ['--forum-name', 'Almaty 2027', '--city', 'Almaty', '--starts', '2027-05-01', '--ends', '2027-05-03', '--desk-email', 'desk@example.test']
  const made = await command('organizer-add', ...who, '--forum', 'almaty-2027', '--role', 'lead', ...edition)
  expect(made).toEqual({ status: 0, words: 'lead@example.test is a lead organizer of almaty-2027 for KZ, and signs in with a code.\n' })
  expect((await command('organizer-add', ...who, '--forum', 'almaty-2027')).status).toBe(0)
  const { data } = await service(child).from('organizers').select('country, role, name')
  expect(data).toEqual([{ country: 'KZ', role: 'organizer', name: 'Aigerim' }])
})
