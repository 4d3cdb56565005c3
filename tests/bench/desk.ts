import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'

import { createClient } from '@supabase/supabase-js'
import ws from 'ws'

import { companiesDesk } from '~/features/desk/companies.store.server'
import { deskStore } from '~/features/desk/desk.store.server'
import type { QueueFilters } from '~/features/desk/queue-filters'
import { flags } from '~/features/desk/desk-facts'
import { readProgress } from '~/features/progress/progress.store.server'
import type { Db } from '~/platform/supabase.server'
import { startLocal } from '../../supabase/local/child'
import { type Secrets, signToken } from '../../supabase/local/secrets'
import { benchImport, benchRound } from './desk-batches'
import { gaugeOf } from './gauge'
import { nameOf } from './large-forum'
import { LARGE_DIRECTORY, largeForum, largeOrganizer, seedLarge } from './seed-large'

/**
 * `npm run bench:desk [-- --data DIR --rows 10000]`: what the desk asks of the database at 10,000 firms and 100,000 pairs, a round for all of them and an import
 * of as many again, through the API of the embedded stand, with an organizer's rights. Ends with 1 when the processor's time (gauge.ts) is over what is owed. The
 * embedded database is the slowest of those the product runs on.
 */
const { values } = parseArgs({ options: { data: { type: 'string', default: LARGE_DIRECTORY }, tries: { type: 'string', default: '7' }, rows: { type: 'string', default: '10000' } } })
const directory = resolve(values.data)
if (!existsSync(join(directory, 'large.json'))) await seedLarge(directory, 10_000, 100_000)

function organizerClient(url: string, secrets: Secrets): Db {
  const now = Math.floor(Date.now() / 1000)
  const token = signToken(
    { sub: largeOrganizer.id, aud: 'authenticated', role: 'authenticated', email: largeOrganizer.email, iat: now, exp: now + 3600, session_id: crypto.randomUUID() }, secrets.jwtSecret,
  )
  return createClient(url, secrets.anonKey, {
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false }, global: { headers: { Authorization: `Bearer ${token}` } }, realtime: { transport: ws as never },
  }) as unknown as Db
}

const local = await startLocal({ directory, port: 0, siteUrl: 'http://localhost:3460' })

const gauge = gaugeOf(local.process.pid!, Number(values.tries))
const { measure } = gauge
const db = organizerClient(local.url, local.secrets)
const [desk, companies] = [deskStore(db), companiesDesk(db)]
const all: QueueFilters = { tab: 'waiting', sort: 'best' }
const queue = (more: Partial<QueueFilters>) => desk.queue(largeForum, { ...all, ...more })
const first = await queue({})
console.log(`${first.total} pairs wait\n`)

await measure('queue, first page with its frame', 300, () => Promise.all([desk.open(), desk.frame(largeForum), queue({})]))
await measure('queue, second page', 300, () => queue({ after: first.rows.at(-1)!.id }))
for (const sort of ['weakest', 'newest'] as const) await measure(`queue, ${sort} first`, 300, () => queue({ sort }))
const filters = { score: '70', sector: 'leather', deal: 'distribution', corridor: 'uzbekistan', region: 'shymkent', language: 'ru' }
for (const [name, value] of Object.entries(filters)) await measure(`filter ${name}=${value}`, 300, () => queue({ [name]: value }))
for (const flag of flags) await measure(`filter flag=${flag}`, 300, () => queue({ flag }))
await measure('four filters at once', 300, () => queue(filters))
const spelled = { native: nameOf('KZ', 41).native, latin: nameOf('KZ', 41).latin, urdu: nameOf('PK', 83).native, mistyped: 'Kostanay Teri' }
for (const [script, search] of Object.entries(spelled)) {
  await measure(`search pairs, ${script}: ${search}`, 150, () => queue({ search }))
  await measure(`search firms, ${script}: ${search}`, 150, () => companies.list(largeForum, { search }))
}
await measure('search of one stem', 150, () => queue({ search: 'Балқаш' }))
await measure('next pair', 100, attempt => desk.pair(first.rows[attempt % first.rows.length]!.id))
await measure('firms, first page', 300, () => companies.list(largeForum, {}))
await measure('progress, whole', 3_000, () => readProgress(db, largeForum))
await benchRound(gauge, db, largeForum)
await benchImport(gauge, db, largeForum, Number(values.rows))
await local.stop()
const over = gauge.over()
console.log(over ? `\n${over} over what is owed` : '\nall within what is owed')
process.exitCode = over ? 1 : 0
