import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { teamDesk } from '~/features/desk/team.store.server'
import { memorandaStore } from '~/features/progress/memoranda.store.server'
import type { Db } from '~/platform/supabase.server'
import { startBackend, type Backend } from '../../support/backend'
import { makeForum, type ForumFixture } from '../../support/forum-fixture'

let backend: Backend
let world: ForumFixture
const as = (token: string) => backend.asUser(token) as unknown as Db

beforeAll(async () => {
  backend = await startBackend()
  world = await makeForum(backend)
  await backend.sql("update public.organizers set role = 'lead' where user_id = $1", [world.ayesha.id])
})
afterAll(() => backend.stop())

describe('the desk’s team', () => {
  const invitation = { email: 'new@example.test', name: 'Saule', country: 'KZ', role: 'organizer', locale: 'ru' } as const

  it('is joined by whoever proves the invited address, once, and by nobody else', async () => {
    const lead = teamDesk(as(world.ayesha.token))
    await lead.invite(world.forum, invitation)
    const [mail] = await backend.sql<{ notice: string; locale: string }>("select notice, locale from private.outbox where to_email = 'new@example.test'")
    expect(mail).toEqual({ notice: 'team_invitation', locale: 'ru' })
    const stranger = teamDesk(as((await backend.createUser()).token))
    expect(await stranger.mine()).toEqual([])
    await expect(stranger.accept(world.forum)).rejects.toMatchObject({ status: 404 })
    const invited = teamDesk(as((await backend.createUser('new@example.test')).token))
    expect(await invited.mine()).toMatchObject([{ forum: world.forum, role: 'organizer', country: 'KZ', by: 'Ayesha Siddiqui' }])
    await invited.accept(world.forum)
    await expect(invited.accept(world.forum)).rejects.toMatchObject({ status: 404 })
    expect((await invited.team(world.forum)).members.map(member => member.name)).toContain('Saule')
    await expect(invited.invite(world.forum, { ...invitation, email: 'other@example.test' })).rejects.toMatchObject({ reason: 'lead_only' })
  })

  it('keeps a lead, and loses whoever is removed at once', async () => {
    const lead = teamDesk(as(world.ayesha.token))
    await expect(lead.setRole(world.forum, world.ayesha.id, 'organizer')).rejects.toMatchObject({ reason: 'last_lead' })
    await expect(lead.remove(world.forum, world.ayesha.id)).rejects.toMatchObject({ reason: 'last_lead' })
    await lead.remove(world.forum, world.daniyar.id)
    await expect(teamDesk(as(world.daniyar.token)).team(world.forum)).rejects.toMatchObject({ status: 404 })
  })
})

it('a memorandum is edited by whoever read its latest version, linked, and stays as it is once closed', async () => {
  const { match, pk, kz } = await world.addPair()
  const [introduction] = await backend.sql<{ id: string }>(
    `insert into public.introductions (forum_id, match_id, pk_company, kz_company, mode, state, reasons, send_after, sent_at) values ($1, $2, $3, $4, 'double_opt_in', 'connected', '[]', now(), now()) returning id`,
    [world.forum, match, pk, kz],
  )
  const store = memorandaStore(as(world.ayesha.token))
  const fields = {
    title: 'Hides', area: 'leather' as const, pkParty: 'Tanners', kzParty: 'Collectors', signedOn: '2026-02-04', expiresOn: '2027-02-04', source: 'State visit', note: null,
    milestones: [{ what: 'First meeting', dueOn: '2026-05-01', doneOn: '2026-05-02' }], introductions: [introduction!.id],
  }
  const id = await store.save(world.forum, fields)
  expect(await store.list(world.forum)).toMatchObject([{ id, version: 1, milestones: fields.milestones, introductions: [{ id: introduction!.id, state: 'connected' }] }])
  await store.save(world.forum, { ...fields, title: 'Hides and skins', introductions: [] }, { id, version: 1 })
  await expect(store.save(world.forum, fields, { id, version: 1 })).rejects.toMatchObject({ reason: 'edited_meanwhile' })
  await expect(store.save(world.forum, { ...fields, signedOn: '2027-03-01' }, { id, version: 2 })).rejects.toMatchObject({ reason: 'bad_dates' })
  await store.close(id, 'fulfilled')
  await expect(store.save(world.forum, fields, { id, version: 3 })).rejects.toMatchObject({ reason: 'memorandum_closed' })
  expect(await store.list(world.forum)).toMatchObject([{ title: 'Hides and skins', closedAs: 'fulfilled', introductions: [] }])
})
