import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { resolvedLinks } from '~/core/matching/links'
import { DEFAULT_WEIGHTS, sharesOf } from '~/core/matching/weights'
import { readFilters } from '~/features/desk/queue-filters'
import { deskRooms, type DeskRooms } from '~/features/desk/rooms.server'
import { changeSettings, readSettings } from '~/features/desk/settings.server'
import { forumRecord } from '~/features/desk/settings-record.server'
import { compareWeights } from '~/features/desk/weights.server'
import { serverI18n } from '~/i18n/catalogues.server'
import { readEdges, readLexicon } from '~/platform/dictionary.server'
import { startBackend, type Backend } from '../../support/backend'
import { makeForum } from '../../support/forum-fixture'
import { reasonOf } from '../../support/reason-of'

let backend: Backend
let strangers: DeskRooms[]
const rooms = (token?: string) => deskRooms(backend.asUser(token) as never)
const shares = { product: 40, volume: 6, route: 6, languages: 36, certificates: 5, size: 3, profile: 4 }

beforeAll(async () => {
  backend = await startBackend()
  strangers = [rooms((await backend.createUser()).token), rooms((await makeForum(backend)).ayesha.token)]
})
afterAll(() => backend.stop())

describe('a corridor that closes', () => {
  it('flags waiting pairs and live introductions at once, and is told to their firms in the next digest', async () => {
    const fixture = await makeForum(backend)
    const uses = { pk: { corridors: ['china'] }, kz: { corridors: ['china'] } }
    const [waiting, live, other] = [await fixture.addPair(uses), await fixture.addPair(uses), await fixture.addPair()]
    const desk = rooms(fixture.ayesha.token)
    const { introduction } = await desk.queue.approve(live.match, {})
    const { introduction: elsewhere } = await desk.queue.approve(other.match, {})
    await backend.sql(`update public.introductions set state = 'sent', sent_at = now() where id = any ($1)`, [[introduction, elsewhere]])
    await desk.settings.setCorridor(fixture.forum, 'china', { status: 'closed', asOf: '2026-11-20', source: 'Border guard' })

    const [row] = await backend.sql<{ warnings: string[] }>(`select warnings from public.matches where id = $1`, [waiting.match])
    expect(row?.warnings).toEqual(['corridor_closed'])
    expect((await desk.queue.pair(waiting.match)).flags).toEqual(['corridor_closed'])
    expect((await desk.introductions.one(introduction!)).flags).toEqual([{ corridor: 'china', status: 'closed', asOf: '2026-11-20' }])
    expect((await desk.introductions.one(elsewhere!)).flags).toEqual([])
    expect((await desk.settings.corridors(fixture.forum)).find(({ id }) => id === 'china')).toMatchObject({ waiting: 1, live: 1 })

    await backend.sql(`update public.participations set joined_at = now() - interval '60 days' where forum_id = $1`, [fixture.forum])
    await backend.sql(`select private.enqueue_firm_digests(now())`)
    const digests = await backend.sql<{ corridors: unknown[] }>(`select data -> 'corridors' as corridors from private.outbox where notice = 'firm_digest' and company_id = any ($1)`, [[live.pk, live.kz]])
    expect(digests.map(({ corridors }) => corridors)).toEqual(Array(2).fill([{ id: 'china', status: 'closed', as_of: '2026-11-20' }]))

    await desk.settings.setCorridor(fixture.forum, 'china', { status: 'open', asOf: '2026-11-21', source: 'Border guard' })
    const [again] = await backend.sql<{ warnings: string[] }>(`select warnings from public.matches where id = $1`, [waiting.match])
    expect(again?.warnings).toEqual([])
    expect((await desk.introductions.one(introduction!)).flags).toMatchObject([{ status: 'open' }])
  })
})

describe('weights', () => {
  it('are saved as versions, refused when another version was saved meanwhile, and kept whole', async () => {
    const fixture = await makeForum(backend)
    const [ayesha, daniyar] = [rooms(fixture.ayesha.token), rooms(fixture.daniyar.token)]
    expect(await ayesha.settings.saveWeights(fixture.forum, shares, 0)).toBe(1)
    expect(await reasonOf(daniyar.settings.saveWeights(fixture.forum, shares, 0))).toBe('409 weights_changed')
    expect(await daniyar.settings.saveWeights(fixture.forum, { ...shares, product: 70, languages: 6 }, 1)).toBe(2)
    expect(await ayesha.settings.weights(fixture.forum)).toMatchObject([{ version: 2, by: 'Daniyar Omarov', share: { product: 70 } }, { version: 1, by: 'Ayesha Siddiqui', share: shares }])
    const bad: object[] = [{ ...shares, product: 41 }, { ...shares, product: 5, languages: 71 }, { product: 100 }, { ...shares, luck: 0 }, { ...shares, size: -3, profile: 10 }]
    for (const one of bad) expect(await reasonOf(ayesha.settings.saveWeights(fixture.forum, one as never, 2)), JSON.stringify(one)).toBe('422 bad_weights')
    for (const stranger of strangers) {
      expect(await reasonOf(stranger.settings.saveWeights(fixture.forum, shares, 2))).toBe('404 not_found')
      expect(await reasonOf(stranger.settings.samplePairs(fixture.forum, 20))).toBe('404 not_found')
      expect(await stranger.settings.weights(fixture.forum)).toEqual([])
    }
  })

  it('show what they would do to waiting pairs before they are saved', async () => {
    const fixture = await makeForum(backend)
    await fixture.addPair({ score: 90, pk: { languages: ['ur'] }, kz: { languages: ['kk'] } })
    await fixture.addPair({ score: 60 })
    const desk = rooms(fixture.ayesha.token)
    const pairs = await desk.settings.samplePairs(fixture.forum, 20)
    expect(pairs).toHaveLength(2)
    const firms = await desk.settings.firms(fixture.forum, pairs.flatMap(({ pk, kz }) => [pk, kz]))
    expect(firms).toHaveLength(4)
    const links = resolvedLinks(readLexicon())
    const same = compareWeights(pairs, firms, sharesOf(DEFAULT_WEIGHTS), sharesOf(DEFAULT_WEIGHTS), links, readEdges())
    expect(same.every(row => row.before === row.after && row.from === row.to)).toBe(true)
    // The pair without a common language loses by weights that ask for one.
    const [first, last] = compareWeights(pairs, firms, sharesOf(DEFAULT_WEIGHTS), shares, links, readEdges())
    expect(first!.pair.id).toBe(pairs[1]!.id)
    expect(last!.after).toBeLessThan(first!.after)
  })
})

describe('the forum', () => {
  it('has its name, place, days and languages set, whole or not at all', async () => {
    const fixture = await makeForum(backend)
    const desk = { ...rooms(fixture.ayesha.token), i18n: serverI18n('en'), locale: 'en' as const, forum: { id: fixture.forum } }
    const form = (fields: Record<string, string | string[]>) => {
      const data = new FormData()
      for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) data.append(name, one)
      return readSettings(data)
    }
    const about = { about: 'forum', name: 'Business Forum', host_city: 'Astana', starts_on: '2027-03-01', ends_on: '2027-03-02', languages: ['en', 'kk'] }
    expect(await changeSettings(desk, form(about)!)).toBeNull()
    expect((await desk.queue.open()).mine[0]?.forum).toMatchObject({ name: 'Business Forum', hostCity: 'Astana', startsOn: '2027-03-01', endsOn: '2027-03-02', languages: ['en', 'kk'] })
    expect(await changeSettings(desk, form({ ...about, ends_on: '2027-02-01' })!)).toMatch(/last day/)
    expect(form({ ...about, languages: ['fr'] })).toBeNull()
  })

  it('keeps on record who changed which setting, from what to what', async () => {
    const fixture = await makeForum(backend)
    const desk = { ...rooms(fixture.ayesha.token), i18n: serverI18n('en'), locale: 'en' as const }
    await desk.settings.save(fixture.forum, { undo_minutes: 10, dual_key: false, languages: ['en'] })
    await desk.settings.save(fixture.forum, { undo_minutes: 5, dual_key: true, languages: ['en', 'ur'] })
    await desk.settings.setCorridor(fixture.forum, 'china', { status: 'open', asOf: '2026-11-19', source: 'Border guard' })
    await desk.settings.setCorridor(fixture.forum, 'china', { status: 'restricted', asOf: '2026-11-20', source: 'Border guard' })
    await desk.settings.saveWeights(fixture.forum, shares, 0)
    const [weights, corridor, , rules] = forumRecord(desk, await desk.settings.record(fixture.forum))
    expect(weights).toMatchObject({ what: 'Ayesha Siddiqui changed the weights', changes: ['Version 1'] })
    expect(corridor!.changes).toEqual(['via the Karakoram Highway: Restricted (before: Open)'])
    expect(rules).toMatchObject({ what: 'Ayesha Siddiqui changed the settings' })
    expect(rules!.changes).toEqual([
      'Languages of the forum: English, اردو (before: English)', 'Two keys: one organiser of each country must approve: switched on (before: switched off)', 'Undo window, minutes: 5 (before: 10)',
    ])
  })

  it('keeps every saying about baseline, target and deadline, and reckons with one of each', async () => {
    const fixture = await makeForum(backend)
    const { settings } = rooms(fixture.ayesha.token)
    await settings.addFigure(fixture.forum, { kind: 'baseline', usd: 250e6, on: null, saidBy: 'Prime minister of Pakistan', saidOn: '2026-02-04' })
    await settings.addFigure(fixture.forum, { kind: 'baseline', usd: 38.7e6, on: null, saidBy: 'Kazakh statistics', saidOn: '2025-12-01' })
    await settings.addFigure(fixture.forum, { kind: 'deadline', usd: null, on: '2027-02-04', saidBy: 'Joint statement', saidOn: '2026-02-04' })
    const kazakh = (await settings.figures(fixture.forum)).find(({ usd }) => usd === 38.7e6)!
    await settings.useFigure(kazakh.id)
    expect((await settings.figures(fixture.forum)).filter(({ inUse }) => inUse).map(({ usd, on }) => usd ?? on)).toEqual(['2027-02-04', 38.7e6])
    expect(await reasonOf(settings.addFigure(fixture.forum, { kind: 'target', usd: null, on: '2027-02-04', saidBy: 'x', saidOn: '2026-02-04' }))).toBe('422 bad_figure')
    for (const stranger of strangers) {
      expect(await reasonOf(stranger.settings.useFigure(kazakh.id))).toBe('404 not_found')
      expect(await reasonOf(stranger.settings.dropFigure(kazakh.id))).toBe('404 not_found')
    }
    await settings.dropFigure(kazakh.id)
    expect(await settings.figures(fixture.forum)).toHaveLength(2)
  })
})

describe('filters kept by name', () => {
  it('are the organizer’s own, replaced by the same name, and forgotten', async () => {
    const fixture = await makeForum(backend)
    const [ayesha, daniyar] = [rooms(fixture.ayesha.token), rooms(fixture.daniyar.token)]
    await ayesha.queue.saveFilter(fixture.forum, 'Leather', '?sector=leather')
    await ayesha.queue.saveFilter(fixture.forum, 'Leather', '?score=70&sector=leather')
    const { filters: [saved] } = await ayesha.queue.frame(fixture.forum)
    expect(readFilters(new URLSearchParams(saved!.query))).toMatchObject({ score: '70', sector: 'leather' })
    expect(await daniyar.queue.frame(fixture.forum)).toMatchObject({ filters: [] })
    expect(await reasonOf(daniyar.queue.dropFilter(saved!.id))).toBe('404 not_found')
    expect(await reasonOf(strangers[1]!.queue.saveFilter(fixture.forum, 'x', ''))).toBe('404 not_found')
    expect(await reasonOf(ayesha.queue.saveFilter(fixture.forum, ' ', ''))).toBe('422 bad_filter')
    await ayesha.queue.dropFilter(saved!.id)
    expect(await ayesha.queue.frame(fixture.forum)).toMatchObject({ filters: [] })
  })
})
