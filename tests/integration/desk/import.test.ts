import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import { importDesk, type ImportDesk } from '~/features/desk/import/import.store.server'
import { checkImport, runBatches } from '~/features/desk/import/check-import.server'
import { readFile } from '~/features/desk/import/read-file.server'
import { keepFile } from '~/features/desk/import/bring-file.server'
import { guessMapping, type Mapping } from '~/core/import/fields'
import { readLexicon } from '~/platform/dictionary.server'
import { startBackend, type Backend } from '../../support/backend'
import { makeForum, type ForumFixture } from '../../support/forum-fixture'
import { asCsv, HEAD, importRows } from '../../support/import-file'
import { reasonOf } from '../../support/reason-of'

// Two thousand rows take their time on a busy machine.
vi.setConfig({ testTimeout: 180_000 })

let backend: Backend
let forum: ForumFixture
let mine: ImportDesk
const lexicon = readLexicon()
const desk = (token?: string) => importDesk(backend.asUser(token) as never)
const firmsIn = async () => Number((await backend.sql<{ n: string }>(`select count(*) as n from public.participations where forum_id = $1`, [forum.forum]))[0]!.n)

beforeAll(async () => {
  backend = await startBackend()
  forum = await makeForum(backend)
  mine = desk(forum.ayesha.token)
})
afterAll(() => backend.stop())

/** Uploads a table and runs the dry run; answers the import's id. */
async function check(rows: readonly (readonly string[])[], mapping?: Mapping): Promise<string> {
  const file = await readFile(asCsv([HEAD, ...rows]))
  const id = await keepFile(mine, forum.forum, 'firms.csv', file)
  await mine.check(id, mapping ?? guessMapping(file.headings), null, {})
  await checkImport({ store: mine, lexicon, year: 2026 }, id)
  return id
}
const apply = (id: string) => runBatches(() => mine.apply(id), 'applied')
const undo = (id: string) => runBatches(() => mine.undo(id), 'undone')

describe('a spreadsheet of two thousand firms, thirty-seven of them wrong', () => {
  // Which cell is spoilt, how, and what it is then called wrong for.
  const spoilt = [['Company name', '', 'missing'], ['Country', 'Narnia', 'unknown'], ['BIN / NTN', '12', 'number_length'], ['BIN / NTN', '9,90141E+11', 'number_scientific'], ['E-mail', 'not an address', 'email'], ['Phone', '12', 'phone']] as const
  const rows = importRows(2000)
  const expected: { row: number; column: string; problem: string }[] = []
  for (let n = 0; n < 37; n++) {
    const at = 11 + n * 53
    const [column, value, problem] = spoilt[n % spoilt.length]!
    rows[at]![HEAD.indexOf(column)] = value
    expected.push({ row: at + 2, column, problem })
  }
  let id: string
  let before: number

  it('names each wrong one by row and column, and counts the rest as new', async () => {
    before = await firmsIn()
    id = await check(rows)
    const facts = await mine.one(id)
    expect(facts.counts).toEqual({ new: 1963, wrong: 37, invited: 0 })
    const wrong = await mine.rows(id, 'wrong', 0, 100)
    const headingOf = (field: keyof Mapping) => facts.headings[facts.mapping[field]!]
    expect(wrong.map(row => ({ row: row.row, column: headingOf(row.wrong[0]!.field), problem: row.wrong[0]!.problem }))).toEqual(expected)
    expect(await firmsIn()).toBe(before)
  })

  it('takes 1,963 in, waiting for validation, each on record', async () => {
    await apply(id)
    expect(await firmsIn()).toBe(before + 1963)
    const [one] = await backend.sql<{ state: string; listings: string; concepts: string; audited: string }>(
      `select c.state, (select count(*) from public.listings l where l.company_id = c.id) as listings, (select l.concepts::text from public.listings l where l.company_id = c.id and l.position = 1 and l.direction = 'brings') as concepts,
        (select count(*) from public.audit_log a where a.subject_id = c.id::text and a.action = 'import') as audited from public.companies c where c.name_latin = $1`, [rows[0]![0]])
    expect(one).toMatchObject({ state: 'published' })
    expect(Number(one!.listings)).toBe(3)
    expect(Number(one!.audited)).toBe(1)
    expect(one!.concepts).toContain('4102')
  })

  it('finds the same file changing nothing', async () => {
    const again = await check(rows)
    expect((await mine.one(again)).counts).toEqual({ unchanged: 1963, wrong: 37, invited: 0 })
    expect((await mine.one(again)).sameFile).toMatchObject({ id })
    const hash = await backend.sql(`select md5(string_agg(c::text, '|' order by c.id)) as hash from public.companies c`)
    await apply(again)
    expect(await backend.sql(`select md5(string_agg(c::text, '|' order by c.id)) as hash from public.companies c`)).toEqual(hash)
  })

  it('is undone to the firm, but for what was changed since, which it names', async () => {
    const [edited, decided, claimed] = await mine.rows(id, 'applied', 0, 3)
    await backend.sql(`update public.companies set version = version + 1 where id = $1`, [edited!.company])
    await backend.sql(`insert into public.company_members (company_id, user_id) values ($1, gen_random_uuid())`, [claimed!.company])
    const { kz } = await forum.addPair()
    await backend.sql(
      `insert into public.matches (forum_id, pk_company, kz_company, state, score, points, reasons, engine_version)
       select $1, case when country = 'PK' then id else $3 end, case when country = 'KZ' then id else $4 end, 'approved', 70, '[]', '[]', '1' from public.companies where id = $2`,
      [forum.forum, decided!.company, (await forum.addPair()).pk, kz])
    const others = await firmsIn() - 1963
    await undo(id)
    expect(await firmsIn()).toBe(others + 3)
    for (const [row, why] of [[edited, 'edited'], [decided, 'decided'], [claimed, 'claimed']] as const) expect(await mine.rows(id, why)).toMatchObject([{ row: row!.row, company: row!.company }])
    expect((await mine.one(id)).counts).toMatchObject({ undone: 1960, edited: 1, decided: 1, claimed: 1 })
  })
})

describe('a second spreadsheet', () => {
  it('changes what it says anew, leaves what it does not say, and its undo brings everything back', async () => {
    const rows = importRows(2010).slice(2000)
    const first = await check(rows)
    await apply(first)
    const stood = () => backend.sql(
      `select c.id, c.name_native, c.city, c.website, k.phone, array_agg(l.id || l.text order by l.direction, l.position) as listings from public.companies c
       join public.contacts k on k.company_id = c.id join public.listings l on l.company_id = c.id join public.import_rows r on r.company_id = c.id and r.import_id = $1 group by c.id, k.phone order by c.id`, [first])
    const before = await stood()
    const changed = rows.map((row, i) => (i < 3 ? row.with(3, i % 2 ? 'Тараз' : 'Multan').with(4, `${row[4]!.split(' | ')[0]!} | horse hides`) : i === 3 ? row.with(8, '') : row))
    const second = await check(changed)
    expect((await mine.one(second)).counts).toEqual({ updated: 3, unchanged: 7, invited: 0 })
    await apply(second)
    const after = await stood()
    expect(after.filter((row, i) => JSON.stringify(row) !== JSON.stringify(before[i]))).toHaveLength(3)
    // The first listing kept its words, so it is the same listing still.
    const kept = (list: unknown) => (list as string[])[0]
    for (const [i, row] of after.entries()) expect(kept((row as { listings: string[] }).listings)).toBe(kept((before[i] as { listings: string[] }).listings))
    await undo(second)
    expect(await stood()).toEqual(before)
  })

  it('leaves a firm alone that has people of its own, one of another forum, and a number that stands twice', async () => {
    const rows = importRows(2021).slice(2016)
    const first = await check(rows)
    await apply(first)
    const [own, elsewhere] = await mine.rows(first, 'applied', 0, 2)
    await backend.sql(`insert into public.company_members (company_id, user_id) values ($1, gen_random_uuid())`, [own!.company])
    const other = await makeForum(backend)
    await backend.sql(`update public.participations set forum_id = $2 where company_id = $1`, [elsewhere!.company, other.forum])
    const second = await check([rows[0]!.with(3, 'Multan'), rows[1]!, rows[2]!, rows[2]!.with(0, 'Another Name')])
    const left = await mine.rows(second, 'duplicate')
    expect(left.map(({ row, twin }) => ({ row, reason: twin?.reason }))).toEqual([{ row: 2, reason: 'own_people' }, { row: 3, reason: 'other_forum' }, { row: 5, reason: 'in_file' }])
    expect(JSON.stringify(left[1]?.twin)).not.toContain('name')
  })

  it('leaves a row whose firm registered between the dry run and now', async () => {
    const rows = importRows(2030).slice(2029)
    const [first, second] = [await check(rows), await check(rows)]
    await apply(first)
    await apply(second)
    expect((await mine.one(second)).counts).toMatchObject({ new: 1, taken: 1 })
  })

  it('cannot be undone after a day', async () => {
    const id = await check(importRows(2041).slice(2040))
    await apply(id)
    await backend.sql(`update public.imports set applied_at = applied_at - interval '25 hours' where id = $1`, [id])
    expect(await reasonOf(mine.undo(id))).toBe('409 too_late_to_undo')
  })

  it('remembers what the columns meant', async () => {
    const file = await readFile(asCsv([['Фирма', 'Num', 'X'], ['ТОО Береке', '990140000007', 'wheat']]))
    const id = await keepFile(mine, forum.forum, 'x.csv', file)
    await mine.check(id, { name: 0, registration: 1 }, 'KZ', { фирма: 'name', num: 'registration', x: '' })
    expect((await mine.one(id)).remembered).toMatchObject({ фирма: 'name', num: 'registration', x: '' })
  })

  it('asks the contacts to claim their profiles, each once', async () => {
    const id = await check(importRows(2054).slice(2050))
    await apply(id)
    await runBatches(() => mine.invite(id), 'invited')
    await runBatches(() => mine.invite(id), 'invited')
    const mails = await backend.sql<{ locale: string; due: string }>(`select o.locale, o.not_before as due from private.outbox o join public.import_rows r on r.company_id = o.company_id where r.import_id = $1 and o.notice = 'claim_profile' order by o.not_before`, [id])
    expect(mails).toHaveLength(4)
    expect(new Set(mails.map(mail => mail.locale))).toEqual(new Set(['en', 'ru']))
    expect(new Set(mails.map(mail => mail.due)).size).toBe(4)
  })
})

describe('an import', () => {
  it('is nobody else’s business', async () => {
    const id = await check(importRows(2061).slice(2060))
    for (const stranger of [desk((await backend.createUser()).token), desk((await makeForum(backend)).ayesha.token)]) {
      const calls = [
        stranger.one(id), stranger.rows(id, 'cells'), stranger.list(forum.forum),
        stranger.begin(forum.forum, { name: 'x', hash: 'x', headings: ['a', 'b'] }), stranger.addRows(id, []),
        stranger.check(id, {}, null, {}), stranger.judge(id, []), stranger.finishCheck(id), stranger.apply(id), stranger.undo(id),
        stranger.invite(id), stranger.traces(forum.forum),
      ]
      expect(await Promise.all(calls.map(reasonOf))).toEqual(calls.map(() => '404 not_found'))
    }
  })

  it('holds no more than ten thousand rows, and goes no way but its own', async () => {
    const id = await mine.begin(forum.forum, { name: 'x.csv', hash: 'x', headings: ['a', 'b'] })
    expect(await reasonOf(mine.addRows(id, Array.from({ length: 10_001 }, (_, i) => ({ row: i + 2, cells: [] }))))).toBe('422 too_many_rows')
    expect(await reasonOf(mine.apply(id))).toBe('409 import_state')
    expect(await reasonOf(mine.undo(id))).toBe('409 import_state')
  })
})
