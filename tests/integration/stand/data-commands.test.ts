import { existsSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterEach, beforeEach, expect, test } from 'vitest'

import { DataDirectory, forum, service } from '../../support/data-directory'

let data: DataDirectory
beforeEach(() => {
  data = new DataDirectory()
})
afterEach(() => data.remove())

test('a copy of the running stand, put back, is as it was', async () => {
  await data.fill()
  const first = await data.start()
  await service(first).from('forums').insert(forum)
  const file = join(data.place, 'copy.tar.gz')
  const copied = await data.command('backup', file)
  expect(copied.words).toMatch(/Copied to .*copy\.tar\.gz/)
  expect(statSync(file).mode & 0o077).toBe(0)

  await service(first).from('forums').delete().eq('slug', 'kept')
  expect((await data.command('restore', file, '--yes')).words).toMatch(/is in use by process/)
  await data.end(first)
  const restored = await data.command('restore', file, '--yes')
  expect(restored).toEqual({ status: 0, words: expect.stringMatching(/^Restored from/) as string })
  expect((await service(await data.start()).from('forums').select('slug')).data).toEqual([{ slug: 'kept' }])
})

test('a copy of the stopped stand serves as well, and what is no copy changes nothing', async () => {
  await data.fill()
  const first = await data.start()
  await service(first).from('forums').insert(forum)
  await data.end(first)
  const file = join(data.place, 'copy.tar.gz')
  expect((await data.command('backup', file)).status).toBe(0)
  writeFileSync(join(data.place, 'broken'), 'no archive')
  expect(await data.command('restore', join(data.place, 'broken'), '--yes')).toMatchObject({ status: 1, words: expect.stringMatching(/is not a copy/) as string })
  expect(await data.command('restore', file)).toMatchObject({ status: 1, words: expect.stringMatching(/say --yes/) as string })
  rmSync(join(data.place, 'database'), { recursive: true })
  expect((await data.command('restore', file)).status).toBe(0)
  expect((await service(await data.start()).from('forums').select('slug')).data).toEqual([{ slug: 'kept' }])
  expect(existsSync(join(data.place, 'database.before'))).toBe(false)
})

test('the first forum and its organizers are made by a command', async () => {
  const who = ['--email', 'Lead@example.test', '--country', 'KZ', '--name', 'Aigerim']
  expect((await data.command('organizer-add', ...who, '--forum', 'almaty-2027')).words).toMatch(/start the stand of this machine first/)
  await data.fill()
  const child = await data.start()
  expect((await data.command('organizer-add', ...who, '--forum', 'almaty-2027')).words).toMatch(/--city: /)
  const edition = ['--forum-name', 'Almaty 2027', '--city', 'Almaty', '--starts', '2027-05-01', '--ends', '2027-05-03', '--desk-email', 'desk@example.test']
  const made = await data.command('organizer-add', ...who, '--forum', 'almaty-2027', '--role', 'lead', ...edition)
  expect(made).toEqual({ status: 0, words: 'lead@example.test is a lead organizer of almaty-2027 for KZ, and signs in with a code.\n' })
  expect((await data.command('organizer-add', ...who, '--forum', 'almaty-2027')).status).toBe(0)
  const organizers = await service(child).from('organizers').select('country, role, name')
  expect(organizers.data).toEqual([{ country: 'KZ', role: 'organizer', name: 'Aigerim' }])
})
