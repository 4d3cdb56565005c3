import { randomUUID } from 'node:crypto'

import type { RoundOutcome } from '~/features/desk/rounds.store.server'
import type { Backend, TestUser } from '../support/backend'

/** The seven whose doors are tried, and the sides they take in the world below. */
export const identities = ['visitor', 'ownerA', 'memberA', 'ownerB', 'organizer', 'otherOrganizer', 'removedOrganizer'] as const
export type Identity = (typeof identities)[number]

/** What the world is made through: a hand on the database, and one that makes users. */
export type Maker = Pick<Backend, 'sql' | 'createUser'>

export interface World<Made extends Maker = Backend> {
  backend: Made
  forum: string
  otherForum: string
  /**
   * Pakistani and Kazakh firm, introduced to each other (no contacts yet); Kazakh firms with which A is connected, about to be introduced, and suggested;
   * a firm of each country in the other forum.
   */
  companies: Record<'A' | 'B' | 'connected' | 'held' | 'suggested' | 'elsewhere' | 'abroad', string>
  introduction: string
  connectedIntroduction: string
  /** In its undo window, its mails waiting. */
  heldIntroduction: string
  match: string
  suggestedMatch: string
  batch: string
  round: string
  /** Spreadsheets, each as far as its name says. */
  imports: Record<(typeof importStates)[number], string>
  /** Filters the organizer kept by name; a figure that trade is measured against. */
  filter: string
  figure: string
  memorandum: string
  /** A second lead of the forum's desk. */
  colleague: string
  /** A mail to firm A, waiting in the outbox; and one of which nobody knows whether it arrived. */
  mail: string
  unknownMail: string
  /** Asks to join firm A. */
  asker: string
  /** The like of some of these in the other forum. */
  foreign: { introduction: string; match: string; mail: string; batch: string; round: string; import: string; filter: string; figure: string; memorandum: string }
  users: Record<Exclude<Identity, 'visitor'>, TestUser>
  tokenOf: (identity: Identity) => string | undefined
}

const importStates = ['uploaded', 'checking', 'checked', 'applied'] as const

/** A text found nowhere else: `canary-<of>-<field>`. Whoever reads it read that field. */
export const canary = (of: string, field: string) => `canary-${of}-${field}`

async function addCompany(backend: Maker, name: keyof World['companies'], country: 'PK' | 'KZ', forum: string): Promise<string> {
  const id = randomUUID()
  await backend.sql(
    `insert into public.companies (id, country, state, name_native, name_latin, name_locale, registration_kind, registration_number, region, website, about, published_at)
     values ($1, $2, 'validated', $3, $4, 'en', $5, $6, $7, $8, $9, now())`,
    [id, country, canary(name, 'name'), canary(name, 'latin'), country === 'PK' ? 'ntn' : 'bin', canary(name, 'registration'), country === 'PK' ? 'punjab' : 'almaty', canary(name, 'website'), canary(name, 'about')],
  )
  await backend.sql(`insert into public.contacts (company_id, name, role_title, email, phone) values ($1, $2, $3, $4, $5)`, [
    id, canary(name, 'person'), canary(name, 'role'), `${canary(name, 'email')}@example.test`, canary(name, 'phone'),
  ])
  await backend.sql(`insert into public.listings (company_id, direction, position, text, amount, unit, concepts) values ($1, 'brings', 1, $2, 123456789, 't', '[{"code":"4102","weight":1}]')`, [id, canary(name, 'listing')])
  await backend.sql(`insert into public.participations (company_id, forum_id) values ($1, $2)`, [id, forum])
  await backend.sql(`insert into public.company_notes (company_id, forum_id, author, body) values ($1, $2, gen_random_uuid(), $3)`, [id, forum, canary(name, 'note')])
  await backend.sql(`insert into public.company_reviews (company_id, forum_id, reviewer, decision, message) values ($1, $2, gen_random_uuid(), 'validate', $3)`, [id, forum, canary(name, 'review')])
  await backend.sql(`insert into public.consents (company_id, user_id, kind, given, wording, locale) values ($1, gen_random_uuid(), 'privacy', true, $2, 'en')`, [id, canary(name, 'consent')])
  return id
}

async function introduce(backend: Maker, forum: string, pk: string, kz: string, state: string, name: string) {
  const [match] = await backend.sql<{ id: string }>(
    `insert into public.matches (forum_id, pk_company, kz_company, state, score, points, reasons, engine_version, reject_note) values ($1, $2, $3, 'approved', 70, '[]', '[]', '1', $4) returning id`,
    [forum, pk, kz, canary(name, 'match')],
  )
  const [introduction] = await backend.sql<{ id: string }>(
    `insert into public.introductions (forum_id, match_id, pk_company, kz_company, mode, state, reasons, send_after) values ($1, $2, $3, $4, 'double_opt_in', $5, '[]', now()) returning id`,
    [forum, match!.id, pk, kz, state],
  )
  for (const [company, side] of [[pk, 'pk'], [kz, 'kz']] as const) {
    await backend.sql(`insert into public.introduction_notes (introduction_id, company_id, body) values ($1, $2, $3)`, [introduction!.id, company, canary(name, `note-${side}`)])
    if (state === 'held') continue
    await backend.sql(`insert into public.answers (introduction_id, company_id, answer, note, via) values ($1, $2, 'yes', $3, 'home')`, [introduction!.id, company, canary(name, `answer-${side}`)])
  }
  if (state !== 'held') await backend.sql(`insert into public.outcomes (introduction_id, kind, happened_on, note) values ($1, 'met', '2026-01-01', $2)`, [introduction!.id, canary(name, 'outcome')])
  return { match: match!.id, introduction: introduction!.id }
}

const mailTo = async (backend: Maker, forum: string, company: string, introduction: string, key: string, of = 'A') =>
  (await backend.sql<{ id: string }>(`select private.enqueue_notice('introduction', 'introductions', $1, $2, $3, $4, now(), $5) as id`, [forum, company, introduction, key, `{"secret":"${canary(of, 'outbox')}"}`]))[0]!.id

async function addBatch(backend: Maker, forum: string, match: string): Promise<string> {
  const [batch] = await backend.sql<{ id: string }>(`insert into public.decision_batches (forum_id, decision) values ($1, 'reject') returning id`, [forum])
  await backend.sql(`insert into public.decision_batch_pairs (batch_id, match_id, done, refused) values ($1, $2, false, 'match_decided')`, [batch!.id, match])
  return batch!.id
}

const outcome: RoundOutcome = { firms: 7, floorBefore: 2, floorAfter: 3, gini: 0.2, method: 'exact', shortBy: { no_counterparts: 1 } }

async function addRound(backend: Maker, forum: string, match: string): Promise<string> {
  const [round] = await backend.sql<{ id: string }>(`insert into public.rounds (forum_id, number, batch_id, rules, outcome) values ($1, 1, $2, $3, $4) returning id`, [
    forum, await addBatch(backend, forum, match),
    '{"floor":1,"cap":10,"unansweredCap":5,"most":3,"leastScore":0,"round":1}', JSON.stringify(outcome),
  ])
  return round!.id
}

async function addImport(backend: Maker, forum: string, state: string, name: string): Promise<string> {
  const [made] = await backend.sql<{ id: string }>(
    `insert into public.imports (forum_id, file_name, file_hash, headings, state, total, applied_at) values ($1, 'firms.csv', 'x', '{Name,BIN}', $2, 1, now()) returning id`, [forum, state],
  )
  await backend.sql(`insert into public.import_rows (import_id, row, cells) values ($1, 2, $2)`, [made!.id, JSON.stringify([canary(name, 'cell')])])
  await backend.sql(`insert into public.import_headings (forum_id, heading, field) values ($1, 'bin', 'registration') on conflict do nothing`, [forum])
  return made!.id
}

/** What the organizers of a forum have set: a version of weights, a flag on an introduction, a figure, filters of one's own. */
async function addSettings(backend: Maker, forum: string, introduction: string, user: string): Promise<{ filter: string; figure: string }> {
  await backend.sql(`insert into public.forum_weights (forum_id, version, share) values ($1, 1, '{}')`, [forum])
  await backend.sql(`insert into public.introduction_flags (introduction_id, corridor, status, as_of) values ($1, 'air', 'open', '2026-01-01')`, [introduction])
  const [filter] = await backend.sql<{ id: string }>(`insert into public.saved_filters (forum_id, user_id, name, query) values ($1, $2, 'Mine', '?score=70') returning id`, [forum, user])
  const [figure] = await backend.sql<{ id: string }>(`insert into public.forum_figures (forum_id, kind, value_usd, said_by, said_on) values ($1, 'baseline', 1, 'A test', '2026-01-01') returning id`, [forum])
  return { filter: filter!.id, figure: figure!.id }
}

async function addMemorandum(backend: Maker, forum: string, introduction: string): Promise<string> {
  const [memorandum] = await backend.sql<{ id: string }>(
    `insert into public.memoranda (forum_id, title, area, pk_party, kz_party, signed_on, source) values ($1, 'A memorandum', 'customs', 'A', 'B', '2026-01-01', 'A test') returning id`, [forum],
  )
  await backend.sql(`insert into public.memorandum_milestones (memorandum_id, position, what) values ($1, 1, 'A step')`, [memorandum!.id])
  await backend.sql(`insert into public.memorandum_introductions (memorandum_id, introduction_id) values ($1, $2)`, [memorandum!.id, introduction])
  await backend.sql(`insert into private.organizer_invitations (forum_id, email, name, country, role, invited_at) values ($1, 'invited@example.test', 'Invited', 'KZ', 'organizer', now())`, [forum])
  return memorandum!.id
}

/** Two forums, seven firms, four introductions, a canary in every private field, and somebody of each identity. */
export async function makeWorld<Made extends Maker>(backend: Made): Promise<World<Made>> {
  const [forum, otherForum] = [randomUUID(), randomUUID()]
  for (const [id, slug] of [[forum, 'first'], [otherForum, 'second']])
    await backend.sql(`insert into public.forums (id, slug, name, host_city, starts_on, ends_on, desk_email) values ($1, $2, 'Forum', 'Astana', '2026-12-01', '2026-12-02', 'desk@forum.example')`, [id, slug])
  await backend.sql(`insert into public.forums (slug, name, host_city, starts_on, ends_on, desk_email, status) values ('third', 'Forum', 'Astana', '2027-12-01', '2027-12-02', 'desk@forum.example', 'draft')`)
  await backend.sql(`insert into public.forum_figures (forum_id, kind, value_usd, said_by, said_on) select id, 'baseline', 1, 'Nobody yet', '2026-01-01' from public.forums where slug = 'third'`)
  const companies = {
    A: await addCompany(backend, 'A', 'PK', forum),
    B: await addCompany(backend, 'B', 'KZ', forum),
    connected: await addCompany(backend, 'connected', 'KZ', forum),
    held: await addCompany(backend, 'held', 'KZ', forum),
    suggested: await addCompany(backend, 'suggested', 'KZ', forum),
    elsewhere: await addCompany(backend, 'elsewhere', 'KZ', otherForum),
    abroad: await addCompany(backend, 'abroad', 'PK', otherForum),
  }
  const users = {
    ownerA: await backend.createUser(), memberA: await backend.createUser(), ownerB: await backend.createUser(), organizer: await backend.createUser(),
    otherOrganizer: await backend.createUser(), removedOrganizer: await backend.createUser(),
  }
  await backend.sql(`insert into public.company_members (company_id, user_id, role) values ($1, $2, 'owner'), ($1, $3, 'member'), ($4, $5, 'owner'), ($6, gen_random_uuid(), 'owner')`, [
    companies.A, users.ownerA.id, users.memberA.id, companies.B, users.ownerB.id, companies.elsewhere,
  ])
  const colleague = randomUUID()
  await backend.sql(
    `insert into public.organizers (forum_id, user_id, country, name, role) values ($1, $2, 'PK', 'Ayesha', 'lead'), ($3, $4, 'KZ', 'Daniyar', 'lead'), ($1, $5, 'PK', 'Gone', 'lead'),
      ($1, $6, 'KZ', 'Colleague', 'lead'), ($3, $6, 'KZ', 'Colleague', 'lead')`,
    [forum, users.organizer.id, otherForum, users.otherOrganizer.id, users.removedOrganizer.id, colleague],
  )
  await backend.sql(`delete from public.organizers where user_id = $1`, [users.removedOrganizer.id])
  const waiting = await introduce(backend, forum, companies.A, companies.B, 'answered_by_one', 'waiting')
  const done = await introduce(backend, forum, companies.A, companies.connected, 'connected', 'done')
  const held = await introduce(backend, forum, companies.A, companies.held, 'held', 'held')
  const foreign = await introduce(backend, otherForum, companies.abroad, companies.elsewhere, 'answered_by_one', 'foreign')
  const [suggested] = await backend.sql<{ id: string }>(
    `insert into public.matches (forum_id, pk_company, kz_company, score, points, reasons, engine_version) values ($1, $2, $3, 70, '[]', '[]', '1') returning id`,
    [forum, companies.A, companies.suggested],
  )
  for (const [of, match, user] of [[forum, waiting.match, users.organizer], [otherForum, foreign.match, users.otherOrganizer]] as const) {
    await backend.sql(`select private.audit($1, 'organizer', 'test', 'match', $2)`, [of, match])
    await backend.sql(`insert into public.engine_runs (forum_id, engine_version, total) values ($1, '1', 1)`, [of])
    await backend.sql(`insert into public.queue_presence (forum_id, match_id, user_id) values ($1, $2, $3)`, [of, match, user.id])
  }
  const asker = await backend.createUser()
  await backend.sql(`insert into public.join_requests (company_id, user_id, email) values ($1, $2, $3)`, [companies.A, asker.id, `${canary('A', 'asker')}@example.test`])
  const mail = await mailTo(backend, forum, companies.A, waiting.introduction, 'world/1')
  await mailTo(backend, forum, companies.A, held.introduction, 'world/2')
  const unknownMail = await mailTo(backend, forum, companies.A, done.introduction, 'world/3')
  await backend.sql(`update private.outbox set state = 'unknown', alarm = 'unknown_outcome' where id = $1`, [unknownMail])
  await backend.sql(`insert into private.mail_tokens (token_hash, purpose, action, introduction_id, company_id, email, expires_at) values ('canary-A-token', 'answer', 'yes', $1, $2, 'a@example.test', now() + interval '1 day')`, [waiting.introduction, companies.A])
  for (const [of, one, other] of [[forum, companies.held, companies.connected], [otherForum, companies.elsewhere, companies.abroad]] as const)
    await backend.sql(`insert into public.duplicate_pairs (forum_id, one, other, sureness, reasons) values ($1, least($2::uuid, $3::uuid), greatest($2::uuid, $3::uuid), 0.9, '{name}')`, [of, one, other])
  const imports = {} as World['imports']
  for (const state of importStates) imports[state] = await addImport(backend, forum, state, 'sheet')
  await backend.sql(`insert into public.company_merges (from_company, into_company, forum_id) values ($1, $2, $3), ($4, $5, $6)`, [
    companies.held, companies.suggested, forum, companies.elsewhere, companies.abroad, otherForum,
  ])
  return {
    backend, forum, otherForum, companies, users, mail, unknownMail, asker: asker.id, match: waiting.match, suggestedMatch: suggested!.id,
    introduction: waiting.introduction, connectedIntroduction: done.introduction, heldIntroduction: held.introduction, batch: await addBatch(backend, forum, suggested!.id), round: await addRound(backend, forum, suggested!.id), imports,
    ...(await addSettings(backend, forum, waiting.introduction, users.organizer.id)),
    memorandum: await addMemorandum(backend, forum, waiting.introduction), colleague,
    foreign: {
      ...foreign, mail: await mailTo(backend, otherForum, companies.elsewhere, foreign.introduction, 'world/4', 'elsewhere'), batch: await addBatch(backend, otherForum, foreign.match),
      round: await addRound(backend, otherForum, foreign.match), import: await addImport(backend, otherForum, 'applied', 'foreignsheet'),
      ...(await addSettings(backend, otherForum, foreign.introduction, users.otherOrganizer.id)),
      memorandum: await addMemorandum(backend, otherForum, foreign.introduction),
    },
    tokenOf: identity => (identity === 'visitor' ? undefined : users[identity].token),
  }
}

/** A hash of every row of every table of ours: equal before and after whatever must change nothing. */
export async function hashOfTables(backend: Maker): Promise<string> {
  const tables = await backend.sql<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'private') and tablename not in ('engine_leases', 'desk_sessions') order by 1`,
  )
  const each = tables.map(({ name }) => `select '${name}:' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as hash from ${name} t`)
  return (await backend.sql<{ hash: string }>(each.join(' union all '))).map(({ hash }) => hash).join('\n')
}
