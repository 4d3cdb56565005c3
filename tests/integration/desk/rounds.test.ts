import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { readFilters } from '~/features/desk/queue-filters'
import { actOnRound } from '~/features/desk/rounds.server'
import { deskRooms, type DeskRooms } from '~/features/desk/rooms.server'
import { serverI18n } from '~/i18n/catalogues.server'
import { startBackend, type Backend } from '../../support/backend'
import { makeForum, type ForumFixture } from '../../support/forum-fixture'
import { reasonOf } from '../../support/reason-of'

let backend: Backend
const rooms = (token?: string) => deskRooms(backend.asUser(token) as never)

beforeAll(async () => {
  backend = await startBackend()
})
afterAll(() => backend.stop())

/** A forum of three pairs of firms of which each Pakistani one also meets each Kazakh one: nine pairs. */
async function market(settings?: Parameters<typeof makeForum>[1]) {
  const fixture = await makeForum(backend, settings)
  const made = [await fixture.addPair({ score: 90 }), await fixture.addPair({ score: 80 }), await fixture.addPair({ score: 70 })]
  for (const [i, one] of made.entries())
    for (const [j, other] of made.entries())
      if (i !== j) await backend.sql(
        `insert into public.matches (forum_id, pk_company, kz_company, score, points, reasons, deal_type, sector, engine_version) select forum_id, $2, $3, 60, points, reasons, deal_type, sector, '1' from public.matches where id = $1`,
        [one.match, one.pk, other.kz],
      )
  const mine = rooms(fixture.ayesha.token)
  const desk = { ...mine, i18n: serverI18n('en'), locale: 'en' as const, forum: { id: fixture.forum, floor: 3, cap: 20, unansweredCap: settings?.unanswered_cap ?? 5 } }
  return { fixture, mine, made, desk, act: (form: Parameters<typeof actOnRound>[1]) => actOnRound(desk, form, () => 0) }
}
const roundOf = (answer: Awaited<ReturnType<typeof actOnRound>>) => (answer.ok ? answer.round! : '')
const counts = async (mine: DeskRooms, fixture: ForumFixture) => {
  const { waiting } = (await mine.queue.frame(fixture.forum)).counts
  return { waiting, approved: await mine.queue.count(fixture.forum, readFilters(new URLSearchParams('tab=approved'))) }
}

describe('a round', () => {
  it('is shown before it decides anything, gives each firm its floor, and is undone as one', async () => {
    const { fixture, mine, act } = await market()
    const round = roundOf(await act({ intent: 'propose', least: 0, most: 5 }))
    expect(await mine.rounds.one(round)).toMatchObject({ number: 1, appliedAt: null, counts: { pairs: 9, done: 0, left: 9 }, outcome: { firms: 6, floorBefore: 0, floorAfter: 6, gini: 0 }, short: [] })
    expect(await counts(mine, fixture)).toEqual({ waiting: 9, approved: 0 })

    await act({ intent: 'apply', round })
    const applied = await mine.rounds.one(round)
    expect(applied).toMatchObject({ appliedBy: 'Ayesha Siddiqui', counts: { pairs: 9, done: 9, left: 0 }, undone: false })
    expect(applied.sendAfter).not.toBeNull()
    const [mails] = await backend.sql<{ n: number }>(`select count(*)::int as n from private.outbox where forum_id = $1 and state = 'queued'`, [fixture.forum])
    expect(mails?.n).toBe(18)

    expect(await act({ intent: 'undo', round })).toMatchObject({ ok: true, said: 'undone' })
    expect(await counts(mine, fixture)).toEqual({ waiting: 9, approved: 0 })
    expect(await act({ intent: 'apply', round })).toMatchObject({ ok: false, status: 409 })
  })

  it('is applied some pairs at a time, and goes on where it stopped', async () => {
    const { fixture, mine, act } = await market()
    const round = roundOf(await act({ intent: 'propose', least: 0, most: 5 }))
    expect(await mine.rounds.apply(round, 4)).toEqual({ done: 4, left: 5 })
    expect((await mine.rounds.one(round)).counts).toEqual({ pairs: 9, done: 4, left: 5 })
    expect(await rooms(fixture.daniyar.token).rounds.apply(round, 100)).toEqual({ done: 9, left: 0 })
    expect(await counts(mine, fixture)).toEqual({ waiting: 0, approved: 9 })
  })

  it('keeps within what a firm can answer, and says who is short and why', async () => {
    const { mine, act } = await market({ unanswered_cap: 2 })
    const { counts, short, outcome } = await mine.rounds.one(roundOf(await act({ intent: 'propose', least: 0, most: 2 })))
    expect(counts.pairs).toBe(6)
    expect(short).toHaveLength(6)
    expect(outcome.shortBy).toEqual({ counterparts_taken: 6 })
    expect(short[0]).toMatchObject({ has: 2, why: 'counterparts_taken', count: 1 })
  })

  it('passes over what cannot be approved any more, and says why', async () => {
    const { fixture, mine, made, act } = await market()
    const round = roundOf(await act({ intent: 'propose', least: 75, most: 5 }))
    await rooms(fixture.daniyar.token).queue.reject(made[0]!.match, 'known')
    await backend.sql(`update public.companies set state = 'published' where id = $1`, [made[1]!.pk])
    await act({ intent: 'apply', round })
    expect(await mine.rounds.one(round)).toMatchObject({ counts: { pairs: 2, done: 0, left: 0 }, refused: { match_decided: 1, not_validated: 1 } })
    expect((await mine.rounds.list(fixture.forum))[0]).toMatchObject({ number: 1, pairs: 2, done: 0 })
  })

  it('undone, leaves what somebody decided of its pairs since', async () => {
    const { mine, made, act } = await market()
    const round = roundOf(await act({ intent: 'propose', least: 90, most: 5 }))
    await act({ intent: 'apply', round })
    await mine.queue.undo(made[0]!.match)
    await mine.queue.reject(made[0]!.match, 'size')
    await act({ intent: 'undo', round })
    expect((await mine.queue.pair(made[0]!.match)).state).toBe('rejected')
  })

  it('nobody took up makes room for the next, or is dropped', async () => {
    const { fixture, mine, act } = await market()
    const first = roundOf(await act({ intent: 'propose', least: 0, most: 1 }))
    const second = roundOf(await act({ intent: 'propose', least: 0, most: 2 }))
    expect(await reasonOf(mine.rounds.one(first))).toBe('404 not_found')
    await act({ intent: 'drop', round: second })
    expect(await mine.rounds.list(fixture.forum)).toEqual([])
  })

  it('of a forum is nobody else’s business', async () => {
    const { fixture, act, mine } = await market()
    const round = roundOf(await act({ intent: 'propose', least: 0, most: 1 }))
    const outcome = (await mine.rounds.one(round)).outcome
    for (const stranger of [rooms((await backend.createUser()).token), rooms((await makeForum(backend)).ayesha.token)]) {
      expect(await reasonOf(stranger.rounds.material(fixture.forum))).toBe('404 not_found')
      expect(await reasonOf(stranger.rounds.exposure(fixture.forum))).toBe('404 not_found')
      expect(await reasonOf(stranger.rounds.list(fixture.forum))).toBe('404 not_found')
      expect(await reasonOf(stranger.rounds.one(round))).toBe('404 not_found')
      expect(await reasonOf(stranger.rounds.apply(round, 10))).toBe('404 not_found')
      expect(await reasonOf(stranger.rounds.drop(round))).toBe('404 not_found')
      expect(await reasonOf(stranger.rounds.propose(fixture.forum, [], (await mine.rounds.one(round)).rules, { ...outcome, short: [] }))).toBe('404 not_found')
    }
  })
})

describe('exposure', () => {
  it('tells of each firm what it was shown and given', async () => {
    const { fixture, mine, made } = await market()
    await mine.queue.approve(made[0]!.match, {})
    const firms = await mine.rounds.exposure(fixture.forum)
    expect(firms).toHaveLength(6)
    expect(firms.find(firm => firm.id === made[0]!.pk)).toMatchObject({ suggested: 2, approved: 1, introduced: 1, unanswered: 1, connected: 0, reachable: true, listings: 1, understood: 1 })
    expect(firms.find(firm => firm.id === made[1]!.pk)).toMatchObject({ suggested: 3, approved: 0, introduced: 0, validatedCounterparts: 3 })
  })
})
