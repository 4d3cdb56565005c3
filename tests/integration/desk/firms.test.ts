import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import { guessMapping } from '~/core/import/fields'
import { exportDesk } from '~/features/desk/export/export.store.server'
import { firmsOut, introductionsOut, matchesOut, offlineOut, outcomesOut } from '~/features/desk/export/export-tables.server'
import { download } from '~/features/desk/export/spreadsheet.server'
import { keepFile } from '~/features/desk/import/bring-file.server'
import { checkImport } from '~/features/desk/import/check-import.server'
import { readFile } from '~/features/desk/import/read-file.server'
import { ForumWatch, lookOver } from '~/features/desk/duplicates/watch.server'
import { watchStore } from '~/features/desk/duplicates/duplicates.store.server'
import { assist } from '~/features/desk/on-behalf/assist.server'
import { deskRooms, type DeskRooms } from '~/features/desk/rooms.server'
import { homeStore } from '~/features/companies/home.store.server'
import { readFirms } from '~/commands/matching/read-firms'
import { serverI18n } from '~/i18n/catalogues.server'
import { readLexicon } from '~/platform/dictionary.server'
import { startBackend, type Backend } from '../../support/backend'
import { makeForum, type ForumFixture } from '../../support/forum-fixture'
import { reasonOf } from '../../support/reason-of'

vi.setConfig({ testTimeout: 120_000 })

const lexicon = readLexicon()
let backend: Backend
let fixture: ForumFixture
let mine: DeskRooms
const rooms = (token?: string) => deskRooms(backend.asUser(token) as never)
const reader = () => ({ i18n: serverI18n('en'), locale: 'en' as const, now: new Date('2026-11-22') })

beforeAll(async () => {
  backend = await startBackend()
  fixture = await makeForum(backend)
  mine = rooms(fixture.ayesha.token)
})
afterAll(() => backend.stop())

describe('two profiles of one firm', () => {
  it('are found when the second is published, and said to be different but once', async () => {
    const { kz } = await fixture.addPair({ kz: { native: 'ТОО «Шымкент Тері»', latin: 'Shymkent Teri LLP' }, pk: { latin: 'Buyer of Skins' } })
    const watch = await ForumWatch.start(fixture.forum, watchStore(backend.asService() as never))
    expect((await mine.duplicates.list(fixture.forum)).total).toBe(0)
    const { kz: second } = await fixture.addPair({ kz: { native: 'Shymkent Teri', latin: 'SHYMKENT TERI' }, pk: { latin: 'Another Buyer' } })
    await backend.sql(`update public.companies set registration_number = null, registration_kind = null, state = 'draft' where id = $1`, [second])
    await backend.sql(`update public.companies set registration_number = 'x', state = 'published', updated_at = now() where id = $1`, [second])
    await watch.catchUp()
    const { pairs } = await mine.duplicates.list(fixture.forum)
    expect(pairs.map(pair => [pair.one.id, pair.other.id].sort())).toEqual([[kz, second].sort()])
    expect(pairs[0]?.reasons).toContain('name')
    await mine.duplicates.keepApart(fixture.forum, kz, second)
    await ForumWatch.start(fixture.forum, watchStore(backend.asService() as never))
    expect((await mine.duplicates.list(fixture.forum)).total).toBe(0)
  })

  it('are looked for anew at three in the morning of both countries, all of them', async () => {
    let now = new Date('2026-11-22T21:59:59Z')
    const look = lookOver(watchStore(backend.asService() as never), () => now)
    const { kz } = await fixture.addPair({ kz: { latin: 'Kentau Wool LLP' }, pk: { latin: 'Carpets of Quetta' } })
    const { kz: second } = await fixture.addPair({ kz: { latin: 'KENTAU WOOL' }, pk: { latin: 'Felt of Skardu' } })
    await backend.sql(`update public.companies set registration_number = 'y' where id = $1`, [second])
    const found = async () => (await mine.duplicates.list(fixture.forum)).pairs.map(pair => [pair.one.id, pair.other.id].sort())
    await look()
    // The firm written last is looked at once more, for clocks of two firms may agree.
    await look()
    expect(await found()).toEqual([[kz, second].sort()])
    // Lost, and nothing of the firms has changed since: by day nobody looks again.
    await backend.sql('delete from public.duplicate_pairs where forum_id = $1 and one in ($2, $3)', [fixture.forum, kz, second])
    await look()
    expect(await found()).toEqual([])
    now = new Date('2026-11-22T22:00:00Z')
    await look()
    expect(await found()).toEqual([[kz, second].sort()])
    await mine.duplicates.keepApart(fixture.forum, kz, second)
  })

  it('become one with all that either had: pairs, introductions, people, notes, listings, record', async () => {
    const [kept, gone] = [await fixture.addPair({ kz: { latin: 'Altyn One' } }), await fixture.addPair({ kz: { latin: 'Altyn Two' } })]
    const { introduction } = await mine.queue.approve(gone.match, {})
    await mine.companies.note(gone.kz, fixture.forum, 'A note on the second')
    const person = await backend.createUser()
    await backend.sql(`insert into public.company_members (company_id, user_id, role) values ($1, $2, 'owner')`, [gone.kz, person.id])
    await backend.sql(`insert into public.listings (company_id, direction, position, text) values ($1, 'brings', 2, 'Horse hides')`, [gone.kz])
    // Both know one more firm: the second was rejected with it, the first only suggested.
    const { pk } = await fixture.addPair()
    for (const [firm, state] of [[kept.kz, 'suggested'], [gone.kz, 'rejected']])
      await backend.sql(`insert into public.matches (forum_id, pk_company, kz_company, state, score, points, reasons, engine_version) values ($1, $2, $3, $4, 50, '[]', '[]', '1')`, [fixture.forum, pk, firm, state])
    await mine.duplicates.merge(fixture.forum, gone.kz, kept.kz)
    const facts = await mine.companies.firm(fixture.forum, kept.kz)
    expect(facts.introductions.map(one => one.id)).toContain(introduction)
    expect(facts.pairs.map(pair => pair.id).sort()).toHaveLength(3)
    expect(facts.pairs.filter(pair => pair.state === 'rejected')).toHaveLength(1)
    expect(facts.notes.map(note => note.body)).toEqual(['A note on the second'])
    expect(facts.firm.listings.map(listing => listing.text)).toEqual(['Salted sheepskins', 'Horse hides'])
    expect(facts.history.map(entry => entry.action)).toContain('merge')
    expect(await backend.sql(`select user_id from public.company_members where company_id = $1`, [kept.kz])).toEqual([{ user_id: person.id }])
    expect(await reasonOf(mine.companies.firm(fixture.forum, gone.kz))).toBe('404 not_found')
    expect((await mine.companies.list(fixture.forum, {})).rows.map(row => row.id)).not.toContain(gone.kz)
    // It is known by both names from now on.
    const traces = (await mine.imports.traces(fixture.forum)).find(firm => firm.id === kept.kz)
    expect(traces?.names).toEqual(expect.arrayContaining(['Altyn One', 'Altyn Two']))
    const [{ registration_number: number } = {}] = await backend.sql<{ registration_number: string }>(`select registration_number from public.companies where id = $1`, [gone.kz])
    for (const search of ['Altyn One', 'Altyn Two', number!]) expect((await mine.companies.list(fixture.forum, { search })).rows.map(row => row.id), search).toContain(kept.kz)
    // And who leaves, leaves with both.
    await backend.sql(`delete from public.companies where id = $1`, [kept.kz])
    expect(await backend.sql(`select id from public.companies where id = $1`, [gone.kz])).toEqual([])
  })

  it('are not merged while both are introduced to one firm, nor across the border', async () => {
    const [one, other] = [await fixture.addPair(), await fixture.addPair()]
    const [second] = await backend.sql<{ id: string }>(
      `insert into public.matches (forum_id, pk_company, kz_company, score, points, reasons, engine_version) values ($1, $2, $3, 50, '[]', '[]', '1') returning id`, [fixture.forum, one.pk, other.kz])
    await mine.queue.approve(one.match, {})
    await mine.queue.approve(second!.id, {})
    expect(await reasonOf(mine.duplicates.merge(fixture.forum, other.kz, one.kz))).toBe('409 both_introduced')
    expect(await reasonOf(mine.duplicates.merge(fixture.forum, one.pk, one.kz))).toBe('422 two_countries')
    expect(await reasonOf(mine.duplicates.merge(fixture.forum, one.kz, one.kz))).toBe('404 not_found')
  })
})

const formOf = (fields: Record<string, string>) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}

describe('a firm that an organizer writes for', () => {
  const assistant = () => ({ ...reader(), forum: { id: fixture.forum }, onBehalf: mine.onBehalf, lexicon: () => lexicon })
  const typed = { name: 'Hunza Dry Fruit', country: 'PK', registration: '7777777', region: 'Gilgit-Baltistan', brings: 'dried apricots [0813] (20 t/month)\ntraining: drying of fruit', seeks: 'wheat', email: 'hunza@example.test', phone: '+92 300 1112233', language: 'ur', about: 'Fruit' }

  it('is entered with what its words mean, changed with what was emptied, on record, and the firm sees by whom', async () => {
    const entered = await assist(assistant(), formOf(typed))
    if (!('company' in entered)) throw new Error(JSON.stringify(entered))
    const { company } = entered
    const { firm } = await mine.companies.firm(fixture.forum, company)
    expect(firm).toMatchObject({ state: 'published', locale: 'ur', about: 'Fruit', contact: { email: 'hunza@example.test', phone: '+92 300 1112233' } })
    expect(firm.listings).toMatchObject([{ text: 'dried apricots', statedCode: '0813', amount: 20 }, { kind: 'training' }, { text: 'wheat' }])
    expect(firm.listings[2]?.concepts[0]?.code).toBe('1001')
    const edited = await assist(assistant(), formOf({ ...typed, about: '', phone: '', seeks: '', version: String(firm.version) }), { id: company, country: 'PK' })
    expect(edited).toEqual({ company })
    const after = (await mine.companies.firm(fixture.forum, company)).firm
    expect(after).toMatchObject({ about: null, contact: { phone: null, email: 'hunza@example.test' } })
    expect(after.listings.map(listing => listing.id)).toEqual(firm.listings.slice(0, 2).map(listing => listing.id))
    const owner = await backend.createUser()
    await backend.sql(`insert into public.company_members (company_id, user_id, role) values ($1, $2, 'owner')`, [company, owner.id])
    expect((await homeStore(backend.asUser(owner.token) as never).home(company)).onBehalf).toMatchObject([{ action: 'edit_on_behalf', by: null }, { action: 'enter' }].map(({ action }) => ({ action })))
  })

  it('is refused with what to put right: a wrong cell, a number taken, a page gone stale', async () => {
    expect(await assist(assistant(), formOf({ ...typed, registration: '12', email: 'x' }))).toMatchObject({ status: 422, refused: { errors: { registration: expect.any(String) as string, email: expect.any(String) as string } } })
    expect(await assist(assistant(), formOf(typed))).toMatchObject({ status: 409, taken: expect.any(String) as string })
    const { rows } = await mine.companies.list(fixture.forum, { search: 'Hunza' })
    expect(await assist(assistant(), formOf({ ...typed, version: '1' }), { id: rows[0]!.id, country: 'PK' })).toMatchObject({ status: 409, refused: { stale: true } })
  })
})

describe('what leaves the desk', () => {
  const text = async (table: Parameters<typeof download>[0]) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(await download(table, 'csv', 'x').arrayBuffer())

  it('comes back through the import and changes nothing', async () => {
    const store = exportDesk(backend.asUser(fixture.ayesha.token) as never)
    const { rows } = await mine.companies.list(fixture.forum, { search: 'Hunza' })
    await backend.sql(`delete from public.company_members where company_id = $1`, [rows[0]!.id])
    for (const format of ['csv', 'xlsx'] as const) {
      const file = await readFile(new Uint8Array(await download(firmsOut(reader(), store, fixture.forum, { search: 'Hunza' }), format, 'x').arrayBuffer()))
      const id = await keepFile(mine.imports, fixture.forum, `firms.${format}`, file)
      await mine.imports.check(id, guessMapping(file.headings), null, {})
      await checkImport({ store: mine.imports, lexicon, year: 2026 }, id)
      expect((await mine.imports.one(id)).counts, format).toEqual({ unchanged: 1, invited: 0 })
    }
  })

  it('opens right in Excel and runs nothing there', async () => {
    const store = exportDesk(backend.asUser(fixture.ayesha.token) as never)
    const { pk } = await fixture.addPair()
    await backend.sql(`update public.companies set name_native = '=HYPERLINK("http://evil.example")', name_latin = 'Zzz Evil' where id = $1`, [pk])
    const csv = await text(firmsOut(reader(), store, fixture.forum, {}))
    expect(csv.charCodeAt(0)).toBe(0xfeff)
    expect(csv).toContain(`'=HYPERLINK`)
    expect(csv).not.toMatch(/(^|,|\n)"?=HYPERLINK/)
  })

  it('holds the pairs of the queue’s filters, the introductions and the outcomes', async () => {
    const store = exportDesk(backend.asUser(fixture.ayesha.token) as never)
    const waiting = await mine.queue.queue(fixture.forum, { tab: 'waiting', sort: 'best' })
    const lines = (csv: string) => csv.trim().split('\r\n').length - 1
    expect(lines(await text(matchesOut(reader(), store, fixture.forum, { tab: 'waiting', sort: 'best' })))).toBe(waiting.total)
    expect(lines(await text(matchesOut(reader(), store, fixture.forum, { tab: 'waiting', sort: 'best', score: '90' })))).toBe(0)
    const introductions = await text(introductionsOut(reader(), store, fixture.forum))
    expect(lines(introductions)).toBe((await mine.introductions.list(fixture.forum, null)).total)
    const [one] = (await mine.introductions.list(fixture.forum, null)).rows
    await backend.sql(`insert into public.outcomes (introduction_id, kind, value_usd, happened_on, evidence) values ($1, 'contract', 120000, '2026-11-01', 'claimed')`, [one!.id])
    expect(await text(outcomesOut(reader(), store, fixture.forum))).toContain(',120000,')
  })

  it('is read by the matching without a server', async () => {
    const csv = await text(offlineOut(exportDesk(backend.asUser(fixture.ayesha.token) as never), fixture.forum))
    const firms = readFirms(csv)
    expect(firms.length).toBeGreaterThan(5)
    const hunza = firms.find(firm => firm.name === 'Hunza Dry Fruit')
    expect(hunza?.listings.map(({ text: words, statedCode }) => [words, statedCode])).toEqual([['dried apricots', '0813'], ['drying of fruit', undefined]])
  })
})
