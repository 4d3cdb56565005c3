import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { deskRooms, type DeskRooms } from '~/features/desk/rooms.server'
import { startBackend, type Backend } from '../../support/backend'
import { makeForum, type ForumFixture } from '../../support/forum-fixture'
import { reasonOf } from '../../support/reason-of'

let backend: Backend
let fixture: ForumFixture
let mine: DeskRooms
let strangers: DeskRooms[]
const rooms = (token?: string) => deskRooms(backend.asUser(token) as never)

beforeAll(async () => {
  backend = await startBackend()
  fixture = await makeForum(backend)
  mine = rooms(fixture.ayesha.token)
  strangers = [rooms((await backend.createUser()).token), rooms((await makeForum(backend)).ayesha.token)]
})
afterAll(() => backend.stop())

describe('the firms', () => {
  it('are listed with what they were shown, and found in any script', async () => {
    const { pk } = await fixture.addPair({ pk: { native: 'چناب لیدر', latin: 'Zarafshan Tannery', key: 'zarafshan tannery' } })
    const { rows } = await mine.companies.list(fixture.forum, { search: 'Зарафшан' })
    expect(rows).toMatchObject([{ id: pk, latin: 'Zarafshan Tannery', suggested: 1, introduced: 0 }])
    expect((await mine.companies.list(fixture.forum, { state: 'published', search: 'zarafshan' })).total).toBe(0)
  })

  it('are found by a name with a slip in each word, and only then by one that is not like it', async () => {
    const { kz, pk: other } = await fixture.addPair({ kz: { latin: 'Astana Ivanov Inzhiniring', key: 'astana ivanov inzhiniring' }, pk: { latin: 'Astana Aliya Inzhiniring', key: 'astana aliya inzhiniring' } })
    const listed = async (search: string) => (await mine.companies.list(fixture.forum, { search })).rows.map(({ id }) => id)
    expect(await listed('asatna ivaov injiiniring')).toEqual([kz, other])
    expect(await listed('Ivanov')).toEqual([kz])
    expect((await mine.companies.list(fixture.forum, { search: 'Qqqqxx Vvvww' })).total).toBe(0)
    // Another forum's firms are as near, and are nobody's here.
    const elsewhere = await makeForum(backend)
    await elsewhere.addPair({ kz: { latin: 'Astana Ivan Inzhenery', key: 'astana ivan inzhenery' } })
    const found = await rooms(elsewhere.ayesha.token).companies.list(elsewhere.forum, { search: 'asatna ivaov injiiniring' })
    expect(found.rows.map(({ latin }) => latin)).toEqual(['Astana Ivan Inzhenery'])
  })

  it('come by likeness when a name is searched, page by page, none twice', async () => {
    const { forum, ayesha, addPair } = await makeForum(backend)
    for (const latin of ['Makran Fish Packing and Cold Storage', 'Alfa Makran Fish', 'Makran Fish', 'Makran Fishing Nets']) await addPair({ pk: { latin } })
    const { companies } = rooms(ayesha.token)
    const pages: string[] = []
    for (let after: string | undefined; ;) {
      const { rows, total } = await companies.list(forum, { search: 'makran fish', after }, 1)
      expect(total).toBe(4)
      if (rows.length === 0) break
      pages.push(rows[0]!.latin!)
      after = rows[0]!.id
    }
    expect(pages[0]).toBe('Makran Fish')
    expect([...pages].sort()).toEqual(['Alfa Makran Fish', 'Makran Fish', 'Makran Fish Packing and Cold Storage', 'Makran Fishing Nets'])
  })

  it('are held back by one nought, validated without, and told why when returned', async () => {
    const { pk, match } = await fixture.addPair({ pk: { state: 'published' } })
    const marks = { substance: 4, clarity: 0, plausibility: 3, completeness: 3 }
    expect(await reasonOf(mine.companies.review(pk, fixture.forum, { decision: 'validate', marks, reasons: [] }))).toBe('422 a_zero_holds')
    await mine.companies.review(pk, fixture.forum, { decision: 'validate', marks: { ...marks, clarity: 3 }, reasons: [] })
    await mine.companies.note(pk, fixture.forum, 'Spoke to them by telephone.')
    const facts = await mine.companies.firm(fixture.forum, pk)
    expect(facts.firm.state).toBe('validated')
    expect(facts.reviews).toMatchObject([{ decision: 'validate', by: 'Ayesha Siddiqui', marks: { clarity: 3 } }])
    expect(facts.notes).toMatchObject([{ body: 'Spoke to them by telephone.', by: 'Ayesha Siddiqui' }])
    expect(facts.pairs.map(pair => pair.id)).toEqual([match])
    await mine.companies.review(pk, fixture.forum, { decision: 'suspend', marks: {}, reasons: [], message: 'Sanctions doubt' })
    expect((await mine.companies.firm(fixture.forum, pk)).pairs).toEqual([])
  })

  it('of a forum are nobody else’s business', async () => {
    const { pk } = await fixture.addPair()
    for (const stranger of strangers) {
      expect(await reasonOf(stranger.companies.list(fixture.forum, {}))).toBe('404 not_found')
      expect(await reasonOf(stranger.companies.firm(fixture.forum, pk))).toBe('404 not_found')
      expect(await reasonOf(stranger.companies.note(pk, fixture.forum, 'x'))).toBe('404 not_found')
    }
  })
})

describe('the introductions', () => {
  it('can be held, annotated, released and undone while their mail waits', async () => {
    const { match } = await fixture.addPair()
    const { introduction } = await mine.queue.approve(match, {})
    await mine.introductions.hold(introduction!, true)
    await mine.introductions.writeNotes(introduction!, { pk: 'They visit Kasur in May.', kz: '' })
    const held = await mine.introductions.one(introduction!)
    expect(held).toMatchObject({ state: 'held', onHold: true, notes: { PK: 'They visit Kasur in May.' }, answers: [] })
    expect(held.mails).toHaveLength(2)
    expect(held.mails.every(mail => mail.state === 'queued' && mail.notBefore === null)).toBe(true)
    await mine.introductions.hold(introduction!, false)
    expect((await mine.introductions.list(fixture.forum, 'held')).rows.map(row => row.id)).toContain(introduction)
    await mine.queue.undo(match)
    expect((await mine.introductions.list(fixture.forum, null)).rows.map(row => row.id)).not.toContain(introduction)
  })

  it('need a person by their state or by a mail, and are counted as they are listed', async () => {
    const { match } = await fixture.addPair()
    const { introduction } = await mine.queue.approve(match, {})
    const before = await mine.introductions.list(fixture.forum, 'trouble')
    await backend.sql(`update private.outbox set state = 'dead', alarm = 'refused' where introduction_id = $1`, [introduction])
    const { rows, total, groups } = await mine.introductions.list(fixture.forum, 'trouble')
    expect(rows.map(row => row.id)).toContain(introduction)
    expect([total, groups.trouble]).toEqual([before.total + 1, before.total + 1])
    expect((await mine.introductions.list(fixture.forum, null)).total).toBe((groups.held ?? 0) + (groups.open ?? 0) + (groups.connected ?? 0) + (groups.closed ?? 0))
  })

  it('show the words of a mail, never its links', async () => {
    const { match } = await fixture.addPair()
    const { introduction } = await mine.queue.approve(match, {})
    await backend.sql(`update private.outbox set payload = '{"subject":"Hello","text":"Say yes: http://desk.example/answer/secret-token (link)"}' where introduction_id = $1`, [introduction])
    const { mails } = await mine.introductions.one(introduction!)
    expect(mails[0]).toMatchObject({ subject: 'Hello', text: 'Say yes: … (link)' })
  })

  it('of a forum are nobody else’s business', async () => {
    const { match } = await fixture.addPair()
    const { introduction } = await mine.queue.approve(match, {})
    for (const stranger of strangers) {
      expect(await reasonOf(stranger.introductions.list(fixture.forum, null))).toBe('404 not_found')
      expect(await reasonOf(stranger.introductions.one(introduction!))).toBe('404 not_found')
      expect(await reasonOf(stranger.introductions.hold(introduction!, true))).toBe('404 not_found')
    }
  })
})

describe('the settings', () => {
  it('are saved whole or not at all, and every change is on record', async () => {
    await mine.settings.save(fixture.forum, { undo_minutes: 30, nudge_days: 5, expire_days: 20 })
    expect((await mine.queue.open()).mine[0]?.forum).toMatchObject({ undoMinutes: 30, nudgeDays: 5, expireDays: 20, cap: 20 })
    const out: Record<string, string | number>[] = [{ nudge_days: 20 }, { mode: 'loud' }, { undo_minutes: -1 }, { floor: 20, cap: 3 }, { cap: 101 }]
    for (const bad of out) {
      expect(await reasonOf(mine.settings.save(fixture.forum, { ...bad, unanswered_cap: 9 })), JSON.stringify(bad)).toBe('422 bad_settings')
    }
    expect((await mine.queue.open()).mine[0]?.forum.unansweredCap).toBe(5)
    expect(await mine.settings.record(fixture.forum)).toMatchObject([{ action: 'settings', by: 'Ayesha Siddiqui', after: { undo_minutes: 30 } }])
  })

  it('flag what uses a corridor as soon as it closes', async () => {
    const forum = await makeForum(backend)
    const { match } = await forum.addPair({ pk: { corridors: ['caspian'] }, kz: { corridors: ['caspian'] } })
    const desk = rooms(forum.ayesha.token)
    expect((await desk.queue.pair(match)).flags).toEqual([])
    await desk.settings.setCorridor(forum.forum, 'caspian', { status: 'closed', asOf: '2026-11-20', source: 'Port of Aktau' })
    expect((await desk.queue.pair(match)).flags).toEqual(['corridor_closed'])
    expect((await desk.settings.corridors(forum.forum)).find(corridor => corridor.id === 'caspian')).toMatchObject({ status: 'closed', asOf: '2026-11-20', source: 'Port of Aktau', waiting: 1, live: 0 })
    expect(await reasonOf(desk.settings.setCorridor(forum.forum, 'caspian', { status: 'open', asOf: '2026-11-20', source: ' ' }))).toBe('422 bad_corridor')
    await desk.settings.setCorridor(forum.forum, 'caspian', { status: 'open', asOf: '2026-11-20', source: 'Port of Aktau' })
  })

  it('of a forum are nobody else’s to change', async () => {
    for (const stranger of strangers) {
      expect(await reasonOf(stranger.settings.save(fixture.forum, { cap: 30 }))).toBe('404 not_found')
      expect(await reasonOf(stranger.settings.setCorridor(fixture.forum, 'air', { status: 'closed', asOf: '2026-11-20', source: 'x' }))).toBe('404 not_found')
      expect(await reasonOf(stranger.settings.record(fixture.forum))).toBe('404 not_found')
    }
  })
})
