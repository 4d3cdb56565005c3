import { afterAll, beforeAll, expect, it } from 'vitest'

import { guessMapping } from '~/core/import/fields'
import { parseDictionary } from '~/core/taxonomy/dictionary'
import { parseTransforms } from '~/core/taxonomy/transforms'
import { keepFile } from '~/features/desk/import/bring-file.server'
import { checkImport, runBatches } from '~/features/desk/import/check-import.server'
import { importDesk } from '~/features/desk/import/import.store.server'
import { readFile } from '~/features/desk/import/read-file.server'
import { ForumEngine } from '~/features/matching/forum-engine.server'
import { matchingStore } from '~/features/matching/matching.store.server'
import { readLexicon, readTermFiles, readTransforms } from '~/platform/dictionary.server'
import { startBackend, type Backend } from '../support/backend'
import { makeForum, type ForumFixture } from '../support/forum-fixture'
import { asCsv, HEAD, importRows } from '../support/import-file'

// More firms than the engine writes in one call, and more than its lists are long.
const FIRMS = 70
const knowledge = { dictionary: parseDictionary(readTermFiles()).dictionary, transforms: parseTransforms(readTransforms()).transforms.edges }
let backend: Backend
let forum: ForumFixture
beforeAll(async () => {
  backend = await startBackend()
  forum = await makeForum(backend)
})
afterAll(() => backend.stop())

const stored = () => backend.sql<{ pair: string; score: number }>(`select pk_company || ' ' || kz_company as pair, score from public.matches where forum_id = $1 order by 1`, [forum.forum])

it('the pairs of firms that came in together, changed and left are those of an engine that begins anew', { timeout: 240_000 }, async () => {
  const store = matchingStore(backend.asService() as never)
  const engine = await ForumEngine.start(forum.forum, store, knowledge)
  const desk = importDesk(backend.asUser(forum.ayesha.token) as never)
  const file = await readFile(asCsv([HEAD, ...importRows(FIRMS)]))
  const id = await keepFile(desk, forum.forum, 'firms.csv', file)
  await desk.check(id, guessMapping(file.headings), null, {})
  await checkImport({ store: desk, lexicon: readLexicon(), year: 2026 }, id)
  await runBatches(() => desk.apply(id), 'applied')
  while (await engine.catchUp());
  const came = await stored()
  expect(came.length).toBeGreaterThan(FIRMS)

  const [changed, left] = (await desk.rows(id, 'applied', 0, 2)).map(row => row.company!)
  await backend.sql(`update public.listings set text = 'sulphur', concepts = '[]' where company_id = $1`, [changed])
  await backend.sql(`update public.companies set version = version + 1, updated_at = now() + interval '1 second' where id = $1`, [changed])
  await backend.sql(`delete from public.participations where company_id = $1`, [left])
  while (await engine.catchUp());
  const after = await stored()
  expect(after).not.toEqual(came)
  expect(after.filter(({ pair }) => pair.includes(left!))).toEqual([])

  await backend.sql('delete from public.matches where forum_id = $1', [forum.forum])
  await ForumEngine.start(forum.forum, store, knowledge)
  expect(await stored()).toEqual(after)
})
