import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { homeStore } from '~/features/companies/home.store.server'
import { canariesIn, mayRead } from '../../access/may-read'
import { makeWorld, type World } from '../../access/world'
import { startBackend } from '../../support/backend'

let world: World
beforeAll(async () => {
  world = await makeWorld(await startBackend())
  await world.backend.sql(`update private.outbox set payload = '{"subject":"canary-A-subject","text":"canary-A-text"}' where company_id = $1`, [world.companies.A])
})
afterAll(() => world.backend.stop())

const tablesOf = async (schemas: string[]) =>
  (await world.backend.sql<{ name: string }>(`select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = any ($1) order by 1`, [schemas])).map(({ name }) => name)

/** Where the export has each table's rows about a person and his firm; or why it has none. A new table must be entered here. */
const exported: Record<string, string | { not: string }> = {
  'public.answers': 'answers',
  'public.audit_log': 'acts',
  'public.companies': 'company',
  'public.company_members': 'memberships',
  'public.company_notes': 'notes_written',
  'public.company_reviews': 'reviews',
  'public.consents': 'consents',
  'public.contacts': 'contacts',
  'public.corridors': { not: 'nothing of a person' },
  'public.decision_batch_pairs': { not: 'nothing of a person' },
  'public.decision_batches': { not: 'who made it stands in the acts' },
  'public.engine_runs': { not: 'nothing of a person' },
  'public.forums': { not: 'nothing of a person' },
  'public.company_merges': { not: 'that two profiles were one firm: nothing of a person' },
  'public.duplicate_pairs': { not: 'that two profiles may be one firm: the desk’s working notes' },
  'public.forum_figures': { not: 'nothing of a person' },
  'public.forum_weights': { not: 'who saved them stands in the acts' },
  'public.introduction_flags': { not: 'nothing of a person' },
  'public.memoranda': { not: 'the desk’s ledger of signed papers, which are public' },
  'public.memorandum_introductions': { not: 'nothing of a person' },
  'public.memorandum_milestones': { not: 'nothing of a person' },
  'public.saved_filters': 'saved_filters',
  'private.organizer_invitations': 'invitations',
  'private.team_invitations': 'invitations',
  'public.import_headings': { not: 'nothing of a person' },
  'public.import_rows': 'imported',
  'public.imports': { not: 'who brought it stands in the acts' },
  'public.introduction_notes': 'notes_to_us',
  'public.introductions': 'introductions',
  'public.join_requests': 'joinRequests',
  'public.listings': 'listings',
  'public.matches': { not: 'pairs that nobody has approved are the desk’s working notes; approved ones are introductions' },
  'public.organizers': 'organizer_of',
  'public.outcomes': 'outcomes',
  'public.participations': 'participations',
  'public.queue_presence': 'presence',
  'public.rounds': { not: 'who proposed it stands in the acts' },
  'private.departures': { not: 'that a firm left a forum, for the engine' },
  'private.desk_sessions': 'desk_sessions',
  'private.engine_leases': { not: 'nothing of a person' },
  'private.mail_events': { not: 'their outcome is the state of the mail' },
  'private.mail_tokens': 'mail_links',
  'private.mailbox': { not: 'when a mail came in, on stands without a provider' },
  'private.outbox': 'mails',
  'private.send_rate': { not: 'nothing of a person' },
  'private.stand': { not: 'nothing of a person' },
  'private.suppressions': 'silenced',
  'private.transitions': { not: 'nothing of a person' },
}

describe('the export', () => {
  it('knows of every table', async () => expect((await tablesOf(['public', 'private'])).filter(table => !(table in exported))).toEqual([]))

  it('has all that is held on a person and his firm, and nothing of anybody else', async () => {
    const kept = await homeStore(world.backend.asUser(world.users.ownerA.token) as never).everything(world.users.ownerA.id, world.companies.A)
    for (const key of Object.values(exported)) if (typeof key === 'string') expect(kept, key).toHaveProperty(key)
    const found = canariesIn(JSON.stringify(kept))
    const own = mayRead.ownerA.filter(canary => canary.startsWith('canary-A-') && canary !== 'canary-A-asker')
    expect([...own, 'canary-A-review', 'canary-A-subject', 'canary-waiting-note-pk', 'canary-waiting-answer-pk'].filter(canary => !found.includes(canary))).toEqual([])
    // Of the other side: who it is, for that is what an introduction tells. No contacts, no answers, no notes of the desk.
    expect(found.filter(canary => !canary.startsWith('canary-A-') && !mayRead.ownerA.includes(canary)).sort()).toEqual(
      ['canary-B-latin', 'canary-B-name', 'canary-connected-latin', 'canary-connected-name'],
    )
  })

  it('of an organizer has his rights, his sessions and his acts', async () => {
    const desk = world.backend.asUser(world.users.organizer.token)
    await desk.rpc('desk_session_stands')
    const { data } = await desk.rpc('my_data')
    expect(data).toMatchObject({ organizer_of: [{ name: 'Ayesha' }], desk_sessions: [{}], account: { email: world.users.organizer.email } })
  })
})

describe('an organizer’s session', () => {
  const pass = (interval: string) => world.backend.sql(`update private.stand set clock_offset = clock_offset + $1::interval`, [interval])
  const stands = async (token: string) => (await world.backend.asUser(token).rpc('desk_session_stands')).data as unknown

  it('ends after eight idle hours, and after seven days however busy', async () => {
    const { token } = world.users.otherOrganizer
    expect(await stands(token)).toBe(true)
    for (let i = 0; i < 22; i++) {
      await pass('7 hours 20 minutes')
      expect(await stands(token)).toBe(true)
    }
    await pass('7 hours')
    expect(await stands(token)).toBe(false)

    const { token: second } = await world.backend.signIn('daniyar@example.test')
    expect(await stands(second)).toBe(true)
    await pass('8 hours 1 minute')
    expect(await stands(second)).toBe(false)
    expect(await stands((await world.backend.signIn('daniyar@example.test')).token)).toBe(true)
  })
})

describe('leaving', () => {
  it('takes everything along but the other side’s facts', async () => {
    for (const who of ['memberA', 'ownerA'] as const) expect((await world.backend.asUser(world.users[who].token).rpc('leave')).error, who).toBeNull()
    const left: string[] = []
    for (const table of await tablesOf(['public', 'private', 'auth'])) {
      const [row] = await world.backend.sql<{ text: string | null }>(`select string_agg(t::text, ' ') as text from ${table} t`)
      const bytes = row?.text ?? ''
      for (const canary of canariesIn(bytes).filter(found => found.startsWith('canary-A-') || (found.endsWith('-pk') && !found.includes('foreign')))) left.push(`${table}: ${canary}`)
      for (const who of ['memberA', 'ownerA'] as const) {
        if (bytes.includes(world.users[who].email)) left.push(`${table}: the address of ${who}`)
        // The audit outlives what it tells of, by ids that lead nowhere any more.
        if (bytes.includes(world.users[who].id) && table !== 'public.audit_log') left.push(`${table}: the id of ${who}`)
      }
    }
    expect(left).toEqual([])
    expect(await world.backend.sql(`select state from public.introductions where id = $1`, [world.connectedIntroduction])).toEqual([{ state: 'connected' }])
  })
})

it('readiness tells the newest migration and how far mail is behind', async () => {
  const { data } = await world.backend.asService().rpc('readiness')
  expect(data).toMatchObject({ migration: expect.stringMatching(/^\d{14}$/) as string, worker_lag: expect.any(Number) as number, queue_age: expect.any(Number) as number })
})
