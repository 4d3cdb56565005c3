import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { deskStore, type DeskStore } from '~/features/desk/desk.store.server'
import { readFilters } from '~/features/desk/queue-filters'
import { DatabaseRefusal } from '~/platform/refusal'
import { startBackend, type Backend } from '../../support/backend'
import { makeForum, type ForumFixture } from '../../support/forum-fixture'

let backend: Backend
let fixture: ForumFixture
let ayesha: DeskStore
let daniyar: DeskStore
const store = (token?: string) => deskStore(backend.asUser(token) as never)
const read = (query: string) => readFilters(new URLSearchParams(query))
const refusalOf = async (call: Promise<unknown>) => call.then(() => null, (error: unknown) => (error instanceof DatabaseRefusal ? { status: error.status, reason: error.reason, facts: error.facts } : Promise.reject(error)))

beforeAll(async () => {
  backend = await startBackend()
  fixture = await makeForum(backend)
  ayesha = store(fixture.ayesha.token)
  daniyar = store(fixture.daniyar.token)
})
afterAll(() => backend.stop())

describe('the queue', () => {
  it('comes by score, in pages that follow one another, each pair once', async () => {
    const forum = await makeForum(backend)
    for (const score of [60, 90, 75, 75, 40]) await forum.addPair({ score })
    const mine = store(forum.ayesha.token)
    const first = await mine.queue(forum.forum, read(''), 3)
    expect(first).toMatchObject({ total: 5, before: 0 })
    expect(first.rows.map(row => row.score)).toEqual([90, 75, 75])
    const second = await mine.queue(forum.forum, read(`after=${first.rows[2]!.id}`), 3)
    expect(second).toMatchObject({ total: 5, before: 3 })
    expect(second.rows.map(row => row.score)).toEqual([60, 40])
    expect(await mine.count(forum.forum, read('score=70'))).toBe(3)
  })

  it('finds a firm by its name in another script, and by a part of it', async () => {
    const forum = await makeForum(backend)
    const { match } = await forum.addPair({ kz: { native: 'Қостанай Агро Экспорт', latin: 'Qostanai Agro Export', key: 'kostanai agro eksport' } })
    await forum.addPair({ kz: { native: 'Семей Фарм', latin: 'Semey Pharm', key: 'semei farm' } })
    const mine = store(forum.ayesha.token)
    for (const words of ['Қостанай', 'Kostanay agro', 'костанай']) {
      const { rows } = await mine.queue(forum.forum, { ...read(''), search: words })
      expect(rows.map(row => row.id), words).toEqual([match])
    }
  })

  it('flags what an organizer should know, as it is now', async () => {
    const forum = await makeForum(backend)
    const { match, pk } = await forum.addPair({ pk: { state: 'published', languages: ['ur'] }, kz: { languages: ['kk'], corridors: ['uzbekistan'] } })
    const mine = store(forum.ayesha.token)
    expect((await mine.pair(match)).flags).toEqual(['not_validated', 'no_shared_language'])
    await backend.sql(`update public.companies set corridors = '{uzbekistan}' where id = $1`, [pk])
    await backend.sql(`insert into private.suppressions (email, kind) select email, 'bounce' from public.contacts where company_id = $1`, [pk])
    const pair = await mine.pair(match)
    expect(pair.flags).toEqual(['not_validated', 'no_shared_language', 'corridor_restricted', 'suppressed'])
    expect(pair.pk.contact?.suppressed).toBe('bounce')
    expect(pair.kz.contact?.suppressed).toBeNull()
    expect(await mine.count(forum.forum, read('flag=suppressed'))).toBe(1)
    expect(await mine.count(forum.forum, read('flag=stale'))).toBe(0)
  })

  it('shows who else looks at a pair, for a minute', async () => {
    const { match } = await fixture.addPair()
    await ayesha.look(match)
    expect((await daniyar.pair(match)).lookers).toEqual(['Ayesha Siddiqui'])
    expect((await ayesha.pair(match)).lookers).toEqual([])
  })

  it('is closed to visitors, strangers and another forum’s organizers, with the answer of what is not there', async () => {
    const other = await makeForum(backend)
    const { match } = await fixture.addPair()
    for (const stranger of [store((await backend.createUser()).token), store(other.ayesha.token)]) {
      expect(await refusalOf(stranger.queue(fixture.forum, read('')))).toMatchObject({ status: 404, reason: 'not_found' })
      expect(await refusalOf(stranger.frame(fixture.forum))).toMatchObject({ status: 404 })
      expect(await refusalOf(stranger.pair(match))).toMatchObject({ status: 404 })
      expect(await refusalOf(stranger.pair(crypto.randomUUID()))).toMatchObject({ status: 404 })
    }
    await expect(store().queue(fixture.forum, read(''))).rejects.toThrow('permission denied')
  })
})

describe('deciding', () => {
  it('tells the late organizer who decided and when', async () => {
    const { match } = await fixture.addPair()
    await ayesha.approve(match, {})
    const late = await refusalOf(daniyar.reject(match, 'known'))
    expect(late).toMatchObject({ status: 409, reason: 'match_decided', facts: { by: 'Ayesha Siddiqui', state: 'approved' } })
    expect(Date.parse(String(late!.facts.at))).not.toBeNaN()
  })

  it('makes one introduction of a double submit, and undoes it in the window', async () => {
    const { match } = await fixture.addPair()
    const [first, second] = await Promise.all([ayesha.approve(match, { pk: 'Meet them in Kasur.' }), ayesha.approve(match, {})])
    expect(first.introduction).toBe(second.introduction)
    expect((await ayesha.pair(match)).introduction).toMatchObject({ state: 'held' })
    await ayesha.undo(match)
    const pair = await ayesha.pair(match)
    expect(pair).toMatchObject({ state: 'suggested', introduction: null })
    expect(pair.history.map(({ action, by }) => [action, by])).toEqual([['undo', 'Ayesha Siddiqui'], ['approve', 'Ayesha Siddiqui']])
  })
})

describe('a batch', () => {
  it('decides what it may, tells what it may not, and is undone as one', async () => {
    const forum = await makeForum(backend)
    const mine = store(forum.ayesha.token)
    const good = [await forum.addPair({ score: 80 }), await forum.addPair({ score: 81 })]
    const unready = await forum.addPair({ score: 82, pk: { state: 'published' } })
    const elsewhere = await fixture.addPair()
    const report = await mine.decideBatch(forum.forum, { pairs: [...good, unready, elsewhere].map(pair => pair.match) }, { decision: 'approve' })
    expect(report).toMatchObject({ decision: 'approve', done: 2, refused: [{ match: unready.match, reason: 'not_validated' }] })
    expect(report.sendAfter).not.toBeNull()
    expect(await mine.undoBatch(report.id)).toEqual({ undone: 2, kept: 0, already: false })
    expect(await mine.undoBatch(report.id)).toMatchObject({ undone: 0, already: true })
    expect(await mine.count(forum.forum, read(''))).toBe(3)
  })

  it('means all that the filters mean, and no more', async () => {
    const forum = await makeForum(backend)
    const mine = store(forum.ayesha.token)
    for (const score of [50, 80, 90]) await forum.addPair({ score })
    const report = await mine.decideBatch(forum.forum, { filters: read('score=70') }, { decision: 'reject', reason: 'size' })
    expect(report.done).toBe(2)
    expect((await mine.frame(forum.forum)).counts).toMatchObject({ waiting: 1, decidedToday: 2 })
    expect(await mine.count(forum.forum, read('tab=rejected'))).toBe(2)
  })

  it('of another forum is not there', async () => {
    const report = await ayesha.decideBatch(fixture.forum, { pairs: [(await fixture.addPair()).match] }, { decision: 'reject', reason: 'size' })
    const other = store((await makeForum(backend)).ayesha.token)
    expect(await refusalOf(other.batch(report.id))).toMatchObject({ status: 404 })
    expect(await refusalOf(other.undoBatch(report.id))).toMatchObject({ status: 404 })
    expect(await refusalOf(other.decideBatch(fixture.forum, { filters: read('') }, { decision: 'approve' }))).toMatchObject({ status: 404 })
  })
})
