import { rmSync } from 'node:fs'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { type LocalChild, startLocal } from '../../../supabase/local/child'
import { openPostgres } from '../../../supabase/local/database'
import { connectBackend } from '../../support/backend'
import { type Cluster, findPostgres, NoPostgres, startCluster } from '../../support/postgrest/cluster'
import { scratchDirectory } from '../../support/scratch'

/** Whether there is a PostgreSQL to try it on; `npm test` has told the reader if not. */
function isHere(): boolean {
  try {
    findPostgres()
    return true
  } catch (error) {
    if (error instanceof NoPostgres) return false
    throw error
  }
}
const here = isHere()

let cluster: Cluster
let local: LocalChild
const directory = scratchDirectory('own')
beforeAll(async () => {
  if (!here) return
  cluster = await startCluster()
  local = await startLocal({ directory, port: 0, siteUrl: 'http://localhost:3000', databaseUrl: cluster.url })
})
afterAll(async () => {
  await local?.stop()
  await cluster?.stop()
  rmSync(directory, { recursive: true, force: true })
})

test.skipIf(!here)('a PostgreSQL of one’s own takes the place of PGlite: migrations, data, jsonb as it was given', async () => {
  expect(local.applied).toEqual([])
  const service = connectBackend({ stand: 'embedded', url: local.url, secrets: local.secrets }).asService()
  const { data } = await service.auth.admin.createUser({ email: 'a@example.test', user_metadata: { locale: 'kk' } })
  expect(data.user?.user_metadata).toEqual({ locale: 'kk' })
  const forum = { slug: 'own', name: 'Own', host_city: 'Lahore', starts_on: '2027-01-01', ends_on: '2027-01-02', desk_email: 'd@example.test', languages: ['ur', 'kk'] }
  const made = await service.from('forums').insert(forum).select('starts_on, languages, cap, created_at').single()
  expect(made.error).toBeNull()
  expect(made.data).toEqual({ starts_on: '2027-01-01', languages: ['ur', 'kk'], cap: 20, created_at: expect.stringMatching(/^\d{4}-/) as string })
})

test.skipIf(!here)('lists become JSON or PostgreSQL’s own as the column wants it, empty ones too', async () => {
  const service = connectBackend({ stand: 'embedded', url: local.url, secrets: local.secrets }).asService()
  const company = crypto.randomUUID()
  const made = await service.from('companies').insert({ id: company, country: 'PK', sectors: ['leather'], ports: [] }).select('sectors, ports').single()
  expect(made).toMatchObject({ error: null, data: { sectors: ['leather'], ports: [] } })
  const understood = [[{ code: '4102', weight: 1 }], ['4102'], []]
  const listings = understood.map((concepts, i) => ({ company_id: company, direction: 'brings', position: i + 1, text: 'wool', concepts }))
  const written = await service.from('listings').insert(listings).select('concepts').order('position')
  expect(written).toMatchObject({ error: null, data: understood.map(concepts => ({ concepts })) })
})

test.skipIf(!here)('when its connections are cut, the process ends, for the supervisor to start it anew', async () => {
  const ended = new Promise<number | null>(resolve => local.process.once('exit', resolve))
  const other = openPostgres(cluster.url)
  await other.query('select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and backend_type = $1', ['client backend'])
  expect(await ended).toBe(1)
  await other.close()
})
