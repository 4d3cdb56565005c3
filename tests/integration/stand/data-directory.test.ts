import { fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

import { bundled } from '../../../supabase/local/bundled'
import { LocalRefused } from '../../../supabase/local/child'
import { lockDirectory } from '../../../supabase/local/lock'
import { DataDirectory, forum, root, service, tsx } from '../../support/data-directory'

let data: DataDirectory
beforeEach(() => {
  data = new DataDirectory()
})
afterEach(() => data.remove())

describe('one process at a time', () => {
  test('a second one is refused in a sentence, and the first goes on', async () => {
    await data.fill()
    const first = await data.start()
    await expect(data.start()).rejects.toThrow(LocalRefused)
    await expect(data.start()).rejects.toThrow(/is in use by process \d+/)
    expect((await service(first).from('forums').select('id')).error).toBeNull()
  })

  test('of many who come at once to a dead lock, one gets it', async () => {
    writeFileSync(join(data.place, 'lock'), JSON.stringify({ pid: 2 ** 22 - 3, began: '1' }))
    const program = `import { lockDirectory } from '${join(root, 'supabase/local/lock.ts')}'
      lockDirectory(process.argv[1]).then(() => { console.log('mine'); setInterval(() => {}, 1000) }, () => process.exit(3))`
    const children = Array.from({ length: 6 }, () => spawn(process.execPath, ['--import', tsx, '--input-type=module', '-e', program, data.place]))
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
    await data.fill()
    const unlock = await lockDirectory(data.place)
    const { words } = await data.command('backup')
    expect(words).toMatch(new RegExp(`in use by process ${process.pid}`))
    unlock()
    const first = await data.start()
    await data.kill(first)
    expect((await service(await data.start()).from('forums').select('id')).error).toBeNull()
  })
})

test('a kill at any moment of the first start leaves nothing that hinders the next', async () => {
  const options = JSON.stringify({ directory: data.place, port: 0, siteUrl: 'http://localhost:3000', brief: true })
  const program = await bundled(join(root, 'supabase/local/main.ts'), 'inside')
  for (const moment of ['database.new', join('database.new', 'PG_VERSION'), 'database']) {
    const child = fork(program, [options], { execArgv: [], stdio: 'ignore' })
    // Looked for, not listened to: a watcher of folders that come and go misses some, and trips over others.
    await vi.waitFor(() => expect(existsSync(join(data.place, moment)), moment).toBe(true), { timeout: 60_000, interval: 5 })
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
    expect(child.signalCode, moment).toBe('SIGKILL')
  }
  const child = await data.start()
  expect((await service(child).from('forums').select('id')).error).toBeNull()
  expect(readdirSync(data.place).filter(name => name.startsWith('database'))).toEqual(['database'])
})

test('what was written is there after a kill and after a clean end; secrets are made once, long, and for their owner only', async () => {
  await data.fill()
  const first = await data.start()
  expect((await service(first).from('forums').insert(forum)).error).toBeNull()
  await data.kill(first)
  const second = await data.start()
  expect((await service(second).from('forums').select('slug')).data).toEqual([{ slug: 'kept' }])
  expect(second.applied).toEqual([])
  await data.end(second)
  const third = await data.start()
  expect((await service(third).from('forums').select('slug')).data).toEqual([{ slug: 'kept' }])

  expect([second.secrets, third.secrets]).toEqual([first.secrets, first.secrets])
  const kept = join(data.place, 'secrets.json')
  expect(statSync(kept).mode & 0o077).toBe(0)
  expect(Object.values(JSON.parse(readFileSync(kept, 'utf8')) as Record<string, string>).every(value => value.length >= 43)).toBe(true)
})
