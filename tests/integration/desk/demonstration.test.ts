import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { locales, type Locale } from '~/core/locale'
import { parseDictionary } from '~/core/taxonomy/dictionary'
import { parseTransforms } from '~/core/taxonomy/transforms'
import type { PairFacts } from '~/features/desk/desk-facts'
import { comparisonRows } from '~/features/desk/comparison.server'
import { watchStore } from '~/features/desk/duplicates/duplicates.store.server'
import { ForumWatch } from '~/features/desk/duplicates/watch.server'
import { barOf } from '~/features/desk/why-bar'
import { ForumEngine } from '~/features/matching/forum-engine.server'
import { matchingStore } from '~/features/matching/matching.store.server'
import { chartsOf } from '~/features/progress/progress-view.server'
import { readMaterial } from '~/features/progress/read-material.server'
import { serverI18n } from '~/i18n/catalogues.server'
import { signalName } from '~/i18n/words/matches'
import { readTermFiles, readTransforms } from '~/platform/dictionary.server'
import type { Db } from '~/platform/supabase.server'
import { startBackend, type Backend } from '../../support/backend'

// The demonstration as `npm start` fills it, with the engine's pairs: what an organizer reads there must hold for every pair.
let backend: Backend
let db: Db
let forum: string
const now = new Date()

beforeAll(async () => {
  backend = await startBackend()
  db = backend.asService() as unknown as Db
  await promisify(execFile)(process.execPath, ['--import', createRequire(import.meta.url).resolve('tsx'), fileURLToPath(new URL('../../../app/commands/seed-demo.ts', import.meta.url))], {
    env: {
      ...process.env, NODE_ENV: 'development', SUPABASE_URL: backend.url, SUPABASE_ANON_KEY: backend.anonKey, SUPABASE_SERVICE_ROLE_KEY: backend.serviceKey,
      SEND_EMAIL_HOOK_SECRET: backend.secrets.sendEmailHookSecret, SESSION_SECRET: backend.secrets.sessionSecret, CRON_SECRET: backend.secrets.cronSecret,
      RESEND_WEBHOOK_SECRET: backend.secrets.resendWebhookSecret, APP_STAND: 'demonstration', APP_ORIGIN: 'http://localhost:3000',
    },
  })
  forum = (await backend.sql<{ id: string }>("select id from public.forums where slug = 'demo-2026'"))[0]!.id
  await ForumEngine.start(forum, matchingStore(db), { dictionary: parseDictionary(readTermFiles()).dictionary, transforms: parseTransforms(readTransforms()).transforms.edges })
}, 300_000)
afterAll(() => backend.stop())

describe('every pair of the demonstration', () => {
  it('has points that sum to its score, and reasons that read well in four languages', { timeout: 200_000 }, async () => {
    const ids = await backend.sql<{ id: string }>('select id from public.matches where forum_id = $1', [forum])
    expect(ids.length).toBeGreaterThan(100)
    const faults: string[] = []
    for (const { id } of ids) {
      const { data } = await db.rpc('desk_pair', { match: id })
      const facts = data as unknown as PairFacts
      const sum = facts.points.reduce((total, row) => total + row.points, 0)
      if (sum !== facts.score) faults.push(`${id}: ${sum} points, score ${facts.score}`)
      for (const locale of locales) faults.push(...faultsOf(facts, locale).map(fault => `${id} ${locale}: ${fault}`))
    }
    expect(faults).toEqual([])
  })
})

/** What is wrong with a pair's reasons in a language: rows whose points are not the score, empty words, codes and placeholders where words should be. */
function faultsOf(facts: PairFacts, locale: Locale): string[] {
  const i18n = serverI18n(locale)
  const rows = comparisonRows({ i18n, locale, now }, facts)
  const bar = barOf(facts.points, signal => signalName(i18n, signal))
  const sum = rows.reduce((total, row) => total + row.points, 0)
  // A firm's own words may say anything; ours may not.
  const ours = rows.flatMap(row => [row.label, ...[...row.left, ...row.right].flatMap(cell => [cell.key, ...(cell.lang ? [] : [cell.value])])]).concat(bar.map(segment => segment.label))
  return [
    ...(sum === facts.score ? [] : [`rows sum to ${sum}, score ${facts.score}`]),
    ...(bar.reduce((total, segment) => total + segment.points, 0) === facts.score ? [] : ['the bar does not end at the score']),
    ...ours.filter(text => !text.trim() || /undefined|NaN|null|Invalid|\{\w+\}|[a-z]_[a-z]/.test(text)).map(text => `reads badly: “${text}”`),
  ]
}

it('no two of its firms are held for one', async () => {
  await ForumWatch.start(forum, watchStore(db))
  const { firms } = (await backend.sql<{ firms: number }>('select count(*)::int as firms from public.participations where forum_id = $1', [forum]))[0]!
  expect(firms).toBeGreaterThan(60)
  expect(await backend.sql('select one, other, reasons from public.duplicate_pairs where forum_id = $1', [forum])).toEqual([])
})

it('the past fills every chart: each state of an introduction, outcomes of each kind of evidence, memoranda', async () => {
  const states = await backend.sql<{ state: string }>('select distinct state from public.introductions order by 1')
  expect(states.map(row => row.state)).toEqual(['answered_by_one', 'connected', 'declined', 'expired', 'postponed', 'sent', 'undeliverable', 'withdrawn'])
  const [lapsing] = await backend.sql<{ n: number }>("select count(*)::int as n from public.introductions where state in ('sent', 'answered_by_one', 'postponed') and expires_at <= now()")
  expect(lapsing!.n).toBe(0)
  const material = await readMaterial(db, forum, () => null)
  const charts = chartsOf({ i18n: serverI18n('en'), locale: 'en', now, forum: { floor: 3, cap: 20 } }, material)
  for (const chart of charts) expect(chart.rows.length, chart.id).toBeGreaterThan(2)
  expect(new Set(material.facts.ledger.map(entry => entry.evidence))).toEqual(new Set(['claimed', 'documented', 'customs_verified']))
  expect(material.facts.weeks.length).toBeGreaterThanOrEqual(3)
  expect(material.memoranda.flatMap(one => one.introductions).length).toBeGreaterThan(3)
})
