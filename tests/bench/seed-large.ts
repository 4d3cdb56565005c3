import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'

import { parseDictionary } from '~/core/taxonomy/dictionary'
import { readTermFiles } from '~/platform/dictionary.server'
import { openDirectory } from '../../supabase/local/data-directory'
import type { LocalDatabase } from '../../supabase/local/database'
import { lockDirectory } from '../../supabase/local/lock'
import { migrate, readMigrations } from '../../supabase/local/migrations'
import { idOf, makeLargeForum, type LargeForum, type Row } from './large-forum'

export const LARGE_DIRECTORY = '.data/large'
export const largeForum = idOf('forum')
const ORGANIZER_EMAIL = 'ayesha@demo.dastarkhan.example'
export const largeOrganizer = { id: idOf('organizer'), email: ORGANIZER_EMAIL }
const BATCH = 2_000

/** How each column of a batch is read back from JSON. */
const columns: Record<keyof LargeForum, string> = {
  companies: `id uuid, country text, state text, name_native text, name_latin text, name_locale text, name_key text, registration_kind text, registration_number text, region text,
    city text, employees_band text, sectors text[], corridors text[], ports text[], incoterms text[], certificates text[], working_languages text[], locale text, completeness int, is_demo boolean`,
  contacts: 'id uuid, company_id uuid, name text, email text, locale text',
  participations: 'company_id uuid, forum_id uuid',
  listings: 'id uuid, company_id uuid, direction text, position int, text text, kind text, stated_code text, concepts jsonb',
  matches: `id uuid, forum_id uuid, pk_company uuid, kz_company uuid, state text, score int, points jsonb, reasons jsonb, deal_type text, sector text, engine_version text,
    reject_reason text, decided_by_name text`,
}

async function write(database: LocalDatabase, table: keyof LargeForum, rows: Row[]): Promise<void> {
  const names = columns[table].split(',').map(column => column.trim().split(' ')[0]).join(', ')
  for (let at = 0; at < rows.length; at += BATCH)
    await database.query(`insert into public.${table} (${names}) select ${names} from jsonb_to_recordset($1::jsonb) as r (${columns[table]})`, [JSON.stringify(rows.slice(at, at + BATCH))])
}

/**
 * Makes a data directory with a closed forum of `firms` firms and `pairs` pairs (closed: no engine scores it anew, no digest is written for it).
 * The directory must be empty or not there; it is locked while it is written.
 */
export async function seedLarge(directory: string, firms: number, pairs: number): Promise<void> {
  const began = Date.now()
  const say = (words: string) => console.log(`${((Date.now() - began) / 1000).toFixed(1).padStart(6)} s  ${words}`)
  mkdirSync(directory, { recursive: true })
  const unlock = await lockDirectory(directory)
  const database = await openDirectory(directory)
  await migrate(database, await readMigrations())
  const made = makeLargeForum(parseDictionary(readTermFiles()).dictionary, largeForum, firms, pairs)
  say('generated')
  await database.query(
    `insert into auth.users (id, aud, role, email, email_confirmed_at, raw_app_meta_data, raw_user_meta_data, created_at, updated_at)
     values ($1, 'authenticated', 'authenticated', $2, now(), '{"provider":"email","providers":["email"]}', '{"locale":"en"}', now(), now())`,
    [largeOrganizer.id, largeOrganizer.email],
  )
  await database.query(
    `insert into public.forums (id, slug, name, host_city, starts_on, ends_on, status, desk_email, is_demo)
     values ($1, 'large', 'A forum of ${firms} firms', 'Astana', '2026-12-08', '2026-12-09', 'closed', 'desk@large.dastarkhan.example', true)`,
    [largeForum],
  )
  await database.query(`insert into public.organizers (forum_id, user_id, country, name, role) values ($1, $2, 'PK', 'Ayesha Siddiqui', 'lead')`, [largeForum, largeOrganizer.id])
  for (const table of ['companies', 'contacts', 'participations', 'listings', 'matches'] as const) {
    await write(database, table, made[table])
    say(`${made[table].length} ${table}`)
  }
  await database.query("update public.companies set published_at = now() - interval '20 days', confirmed_at = now() - interval '20 days' where is_demo")
  await database.query("update public.matches set snoozed_until = now() + interval '9 days' where state = 'snoozed'")
  await database.query("update public.matches set decided_at = now(), decided_by = $1 where state = 'rejected'", [largeOrganizer.id])
  await database.exec('vacuum analyze')
  await database.close()
  unlock()
  writeFileSync(join(directory, 'large.json'), JSON.stringify({ firms, pairs: made.matches.length }))
  say('done')
}

if (import.meta.filename === process.argv[1]) {
  const { values } = parseArgs({
    options: { data: { type: 'string', default: LARGE_DIRECTORY }, firms: { type: 'string', default: '10000' }, pairs: { type: 'string', default: '100000' }, fresh: { type: 'boolean' } },
  })
  const directory = resolve(values.data)
  if (values.fresh) rmSync(directory, { recursive: true, force: true })
  if (existsSync(join(directory, 'database'))) {
    console.error(`${directory} holds a database already: name another directory with --data, or write it anew with --fresh.`)
    process.exit(1)
  }
  await seedLarge(directory, Number(values.firms), Number(values.pairs))
  console.log(`\nTo look at it: DATA_DIRECTORY=${values.data} npm start, then sign in as ${ORGANIZER_EMAIL}.`)
}
