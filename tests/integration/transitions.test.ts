import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import {
  introductionTransitions, matchTransitions, nextState, profileTransitions, type Actor, type IntroductionAction, type IntroductionState, type MatchAction, type MatchState, type ProfileAction,
  type ProfileState,
} from '~/core/transitions'
import { startBackend, type Backend, type TestUser } from '../support/backend'
import { makeForum, type ForumFixture } from '../support/forum-fixture'

// What may follow what: the same rows in the code and in the database, and every cell walked through the verb that a person or the server calls.
// A cell that the table has leads where it says; one that it has not changes nothing.
let backend: Backend
let forum: ForumFixture
let dual: ForumFixture
let member: TestUser
const profileStates: ProfileState[] = ['draft', 'published', 'validated', 'returned', 'suspended', 'unpublished']
const matchStates: MatchState[] = ['suggested', 'approved_by_one', 'approved', 'rejected', 'snoozed']
const introductionStates: IntroductionState[] = ['held', 'sent', 'answered_by_one', 'connected', 'declined', 'postponed', 'expired', 'cancelled', 'withdrawn', 'undeliverable']

beforeAll(async () => {
  backend = await startBackend()
  forum = await makeForum(backend)
  dual = await makeForum(backend, { dual_key: true })
  member = await backend.createUser()
})
afterAll(() => backend.stop())

const call = (user: TestUser | null, verb: string, parameters: Record<string, unknown> = {}) => (user ? backend.asUser(user.token) : backend.asService()).rpc(verb, parameters)
const stateOf = async (table: 'companies' | 'matches' | 'introductions', id: string) => (await backend.sql<{ state: string }>(`select state from public.${table} where id = $1`, [id]))[0]?.state ?? 'gone'
const join = (company: string) => backend.sql(`insert into public.company_members (company_id, user_id, role) values ($1, $2, 'owner')`, [company, member.id])

test('the database’s rows are those of the code', async () => {
  const rows = await backend.sql<{ entity: string; state: string; action: string; actor: string; next: string }>('select entity, state, action, actor, next from private.transitions')
  const inCode = Object.entries({ profile: profileTransitions, match: matchTransitions, introduction: introductionTransitions })
    .flatMap(([entity, table]) => table.map(([state, action, actor, next]) => ({ entity, state, action, actor, next })))
  const sorted = (list: typeof rows) => list.map(row => Object.values(row).join(' ')).sort()
  expect(sorted(rows)).toEqual(sorted(inCode))
})

describe('a profile', () => {
  const consents = [{ kind: 'matching', given: true, wording: 'so', locale: 'en' }]
  const reviewed = (decision: string): [Actor, (company: string) => PromiseLike<unknown>] =>
    ['organizer', company => call(forum.ayesha, 'review_company', { company, forum: forum.forum, decision, marks: {}, reasons: [], message: null })]
  const verbs: Record<ProfileAction, [Actor, (company: string) => PromiseLike<unknown>]> = {
    publish: ['firm', company => call(member, 'publish_company', { company, forum: forum.forum, direct: false, consents })],
    revise: ['firm', company => call(member, 'save_company', { company, patch: { about: 'Other words' } })],
    rename: ['firm', company => call(member, 'save_company', { company, patch: { name_native: 'Another name' } })],
    unpublish: ['firm', company => call(member, 'unpublish_company', { company })],
    validate: reviewed('validate'),
    return: reviewed('return'),
    suspend: reviewed('suspend'),
    reinstate: reviewed('reinstate'),
  }

  test.each(profileStates.flatMap(state => (Object.keys(verbs) as ProfileAction[]).map(action => ({ state, action }))))('$state, $action', async ({ state, action }) => {
    const { pk } = await forum.addPair({ pk: { state } })
    await join(pk)
    const [actor, verb] = verbs[action]
    await verb(pk)
    // A new name is only another word for "revise" unless somebody has vouched for the old one.
    const step = action === 'rename' && state !== 'validated' ? 'revise' : action
    expect(await stateOf('companies', pk)).toBe(nextState(profileTransitions, state, step, actor) ?? state)
  })
})

describe('a match', () => {
  const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString()
  const verbs: Partial<Record<MatchAction, [Actor, (match: string) => PromiseLike<unknown>]>> = {
    approve: ['organizer', match => call(forum.ayesha, 'approve_match', { match })],
    reject: ['organizer', match => call(forum.ayesha, 'reject_match', { match, reason: 'size' })],
    snooze: ['organizer', match => call(forum.ayesha, 'snooze_match', { match, until: tomorrow() })],
    undo: ['organizer', match => call(forum.ayesha, 'undo_decision', { match })],
    wake: ['server', () => call(null, 'wake_snoozed')],
    rescore: ['server', async match => {
      const [pair] = await backend.sql<{ pk: string; kz: string }>('select pk_company as pk, kz_company as kz from public.matches where id = $1', [match])
      await call(null, 'store_pairs', { forum: forum.forum, pairs: [{ ...pair, score: 11, points: [], reasons: [], deal_type: 'supply', sector: 'leather' }], scored_by: '2', companies: null })
    }],
  }
  /** A match in a state, as if it had come there; what is approved has its introduction waiting. */
  async function matchIn(state: MatchState): Promise<string> {
    const { match } = await forum.addPair()
    if (state === 'approved') await call(forum.daniyar, 'approve_match', { match })
    else await backend.sql(`update public.matches set state = $2, first_approver = $3, decided_by = $3, snoozed_until = case $2 when 'snoozed' then private.now() - interval '1 minute' end where id = $1`, [match, state, forum.daniyar.id])
    return match
  }

  test.each(matchStates.flatMap(state => (Object.keys(verbs) as MatchAction[]).map(action => ({ state, action }))))('$state, $action', async ({ state, action }) => {
    const match = await matchIn(state)
    const [actor, verb] = verbs[action]!
    await verb(match)
    const allowed = nextState(matchTransitions, state, action, actor)
    expect(await stateOf('matches', match)).toBe(allowed ?? state)
    if (action === 'rescore') expect((await backend.sql<{ score: number }>('select score from public.matches where id = $1', [match]))[0]?.score === 11).toBe(allowed !== null)
  })

  test.each(matchStates)('%s, where both countries must approve', async state => {
    const { match } = await dual.addPair()
    await backend.sql(`update public.matches set state = $2, first_approver = $3, decided_by = $3 where id = $1`, [match, state, dual.daniyar.id])
    await call(dual.ayesha, 'approve_match', { match })
    const step = state === 'approved_by_one' ? 'approve' : 'approve_first'
    expect(await stateOf('matches', match)).toBe(nextState(matchTransitions, state, step, 'organizer') ?? state)
  })
})

describe('an introduction', () => {
  type Facts = { introduction: string; match: string; pk: string; kz: string }
  const say = (said: string) => ({ introduction, pk }: Facts) => call(member, 'answer_introduction', { introduction, company: pk, said, why: said === 'no' ? 'no_capacity' : null })
  const mailEvent = (type: string) => async ({ introduction, pk }: Facts) => {
    const [mail] = await backend.sql<{ id: string }>('select id from private.outbox where introduction_id = $1 and company_id = $2 order by created_at limit 1', [introduction, pk])
    await call(null, 'mail_event', { event: randomUUID(), mail: mail!.id, provider: randomUUID(), of_type: type, happened_at: new Date().toISOString() })
  }
  const verbs: Record<IntroductionAction, [Actor, (facts: Facts) => PromiseLike<unknown>]> = {
    send: ['server', mailEvent('email.delivered')],
    fail: ['server', mailEvent('email.bounced')],
    expire: ['server', () => call(null, 'run_due_introductions')],
    cancel: ['organizer', ({ match }) => call(forum.ayesha, 'undo_decision', { match })],
    withdraw: ['organizer', ({ introduction }) => call(forum.ayesha, 'withdraw_introduction', { introduction })],
    accept_first: ['firm', say('yes')],
    accept_second: ['firm', say('yes')],
    decline: ['firm', say('no')],
    postpone: ['firm', say('not_now')],
  }
  /** What each side has said when an introduction stands there and the Pakistani firm is to act. */
  const said = (state: IntroductionState, action: IntroductionAction): { mine?: string; theirs?: string } => ({
    ...({ connected: { mine: 'yes', theirs: 'yes' }, declined: { mine: 'no' }, postponed: { mine: 'not_now' }, answered_by_one: action === 'accept_first' ? { mine: 'yes' } : { theirs: 'yes' } } as Record<string, object>)[state],
    ...(state === 'postponed' && action === 'accept_second' ? { theirs: 'yes' } : {}),
  })

  async function introductionIn(state: IntroductionState, action: IntroductionAction): Promise<Facts> {
    const { match, pk, kz } = await forum.addPair()
    await join(pk)
    const { data } = await call(forum.ayesha, 'approve_match', { match })
    const { introduction } = data as { introduction: string }
    await backend.sql(`update public.introductions set state = $2, expires_at = private.now() - interval '1 minute' where id = $1`, [introduction, state])
    // What has left cannot be taken back: its mails are on their way.
    if (state !== 'held') await backend.sql(`update private.outbox set state = 'sending' where introduction_id = $1`, [introduction])
    const { mine, theirs } = said(state, action)
    for (const [company, answer] of [[pk, mine], [kz, theirs]] as const)
      if (answer) await backend.sql(`insert into public.answers (introduction_id, company_id, answer, reason, via) values ($1, $2, $3, case $3 when 'no' then 'no_capacity' end, 'home')`, [introduction, company, answer])
    return { introduction, match, pk, kz }
  }

  test.each(introductionStates.flatMap(state => (Object.keys(verbs) as IntroductionAction[]).map(action => ({ state, action }))))('$state, $action', async ({ state, action }) => {
    const facts = await introductionIn(state, action)
    const [actor, verb] = verbs[action]
    await verb(facts)
    // "Yes" is one verb: the first or the second by what the other side has said.
    const step = action === 'accept_first' || action === 'accept_second' ? (said(state, action).theirs ? 'accept_second' : 'accept_first') : action
    const expected = said(state, action).mine === 'yes' && step === 'accept_first' ? state : nextState(introductionTransitions, state, step, actor) ?? state
    expect(await stateOf('introductions', facts.introduction)).toBe(expected)
  })
})
