import pino from 'pino'

import type { Locale } from '~/core/locale'
import type { Country } from '~/core/companies/country'
import { makeCompose } from '~/features/introductions/outbox/compose.server'
import { outboxStore } from '~/features/introductions/outbox/outbox.store.server'
import { makeWorker, type OutboxWorker, type WorkerParts } from '~/features/introductions/outbox/worker.server'
import type { Db } from '~/platform/supabase.server'
import type { Backend, TestUser } from './backend'

export const ORIGIN = 'https://desk.example.test'

/** Concepts that the tests speak of, named without the dictionary. */
const names: Record<string, Record<Locale, string>> = {
  '4102': { en: 'Raw sheepskins', ru: 'Сырые овечьи шкуры', kk: 'Шикі қой терілері', ur: 'بھیڑ کی کچی کھالیں' },
  '4105': { en: 'Tanned sheepskins', ru: 'Дублёные овечьи шкуры', kk: 'Иленген қой терілері', ur: 'رنگی ہوئی بھیڑ کی کھالیں' },
}

export type TestFirm = { id: string; country: Country; email: string; listings: { brings: string; seeks: string } }
export type FirmFacts = { nativeName?: string; latinName?: string; locale?: Locale; email?: string; text?: string; city?: string; about?: string; direct?: boolean; contactName?: string }

export interface MailWorld {
  backend: Backend
  forum: string
  organizer: TestUser
  /** A validated firm that takes part, with one listing brought and one sought. */
  firm: (country: Country, facts?: FirmFacts) => Promise<TestFirm>
  match: (pk: TestFirm, kz: TestFirm) => Promise<string>
  approve: (match: string, notes?: { note_pk?: string; note_kz?: string }) => Promise<{ introduction: string }>
  /** Two firms, matched and approved. */
  introduction: (pk?: FirmFacts, kz?: FirmFacts, notes?: { note_pk?: string; note_kz?: string }) => Promise<{ introduction: string; match: string; pk: TestFirm; kz: TestFirm }>
  worker: (parts?: Partial<WorkerParts>) => OutboxWorker
  outbox: (where?: string) => Promise<OutboxRow[]>
  /** Moves the database's clock on. */
  pass: (interval: string) => Promise<void>
}

export type OutboxRow = {
  id: string
  dedupe_key: string
  notice: string
  state: string
  attempts: number
  alarm: string | null
  error: string | null
  provider_id: string | null
  to_email: string
  company_id: string | null
  introduction_id: string | null
  not_before: string
  payload: { from: string; to: string; replyTo: string; subject: string; html: string; text: string; headers: Record<string, string> } | null
}

/** A quick, silent worker's parts over a test's backend. */
export function workerParts(backend: Backend): WorkerParts {
  return {
    name: 'test',
    store: outboxStore(backend.asService() as unknown as Db),
    compose: makeCompose({ origin: ORIGIN, from: 'Dastarkhan <desk@desk.example.test>', replyTo: undefined, conceptLabel: locale => code => names[code]?.[locale] ?? null }),
    send: 'mailbox',
    log: pino({ level: 'silent' }),
  }
}

/** A forum with an organizer on a test stand, and what makes firms and introductions in it. */
export async function makeMailWorld(backend: Backend, forumFacts: Record<string, string | number | boolean> = {}): Promise<MailWorld> {
  await backend.sql(`update private.stand set name = 'test'`, [])
  await backend.sql(`update private.send_rate set per_second = 1000, blocked_until = null`, [])
  const facts = { slug: `forum-${crypto.randomUUID().slice(0, 8)}`, name: 'Business Forum 2026', host_city: 'Astana', starts_on: '2026-02-03', ends_on: '2026-02-04', desk_email: 'desk@forum.example.test', undo_minutes: 0, unanswered_cap: 100, ...forumFacts }
  const columns = Object.keys(facts)
  const [row] = await backend.sql<{ id: string }>(
    `insert into public.forums (${columns.join(', ')}) values (${columns.map((_, i) => `$${i + 1}`).join(', ')}) returning id`,
    Object.values(facts),
  )
  const forum = row!.id
  const organizer = await backend.createUser()
  await backend.sql(`insert into public.organizers (forum_id, user_id, country, name) values ($1, $2, 'PK', 'Ayesha')`, [forum, organizer.id])

  let number = 0
  const firm: MailWorld['firm'] = async (country, given = {}) => {
    number += 1
    const pk = country === 'PK'
    const locale = given.locale ?? (pk ? 'ur' : 'ru')
    const email = given.email ?? `firm-${crypto.randomUUID().slice(0, 8)}@example.test`
    const [made] = await backend.sql<{ id: string }>(
      `insert into public.companies (country, state, name_native, name_latin, name_locale, registration_kind, registration_number, region, city, founded_year, employees_band,
         about, corridors, ports, incoterms, certificates, working_languages, locale)
       values ($1, 'validated', $2, $3, $4, $5, $6, $7, $8, 1998, '50-249', $9, '{turkmenistan}', '{karachi}', '{DAP}', '{veterinary}', $10, $4) returning id`,
      [country, given.nativeName ?? (pk ? 'چناب لیدر ورکس' : 'Оңтүстік Тері ЖШС'), given.latinName ?? (pk ? 'Chenab Leather Works' : 'Ontustik Teri LLP'), locale, pk ? 'ntn' : 'bin',
        `${forum}-${number}`, pk ? 'punjab' : 'shymkent', given.city ?? (pk ? 'Sialkot' : 'Shymkent'), given.about ?? null, pk ? '{en,ur}' : '{en,ru,kk}'],
    )
    const id = made!.id
    await backend.sql(`insert into public.contacts (company_id, name, role_title, email, phone, locale) values ($1, $2, 'Director', $3, '+92 300 1234567', $4)`, [id, given.contactName ?? (pk ? 'Bilal Ahmed' : 'Aigul Seitkyzy'), email, locale])
    await backend.sql(`insert into public.participations (company_id, forum_id, direct_contact) values ($1, $2, $3)`, [id, forum, given.direct ?? false])
    const listing = async (direction: string, text: string, code: string, amount: number) =>
      (await backend.sql<{ id: string }>(
        `insert into public.listings (company_id, direction, position, text, language, kind, amount, unit, period, concepts) values ($1, $2, 0, $3, $4, 'goods', $5, 't', 'month', $6) returning id`,
        [id, direction, given.text ?? text, locale, amount, JSON.stringify([{ code, weight: 1 }])],
      ))[0]!.id
    const brings = pk ? await listing('brings', 'چمڑا رنگنے کی ٹیکنالوجی', '4105', 10) : await listing('brings', 'соленые бараньи шкуры', '4102', 60)
    const seeks = pk ? await listing('seeks', 'کچی کھالیں', '4102', 40) : await listing('seeks', 'партнер по выделке', '4105', 12)
    return { id, country, email, listings: { brings, seeks } }
  }

  const match: MailWorld['match'] = async (pk, kz) => {
    const reasons = [
      { type: 'listing', bringer: 'KZ', brought: kz.listings.brings, met: pk.listings.seeks, metDirection: 'seeks', via: { by: 'concept', code: '4102' }, deal: 'supply', points: 30 },
      { type: 'listing', bringer: 'PK', brought: pk.listings.brings, met: kz.listings.seeks, metDirection: 'seeks', via: { by: 'hop', from: '4102', to: '4105', why: 'Tanned.' }, deal: 'processing-joint-venture', points: 12 },
      { type: 'languages', shared: ['en'] },
      { type: 'route', corridors: ['turkmenistan'], ports: ['karachi'], incoterms: ['DAP'] },
    ]
    const [made] = await backend.sql<{ id: string }>(
      `insert into public.matches (forum_id, pk_company, kz_company, score, points, reasons, deal_type, engine_version) values ($1, $2, $3, 86, '[]', $4, 'processing-joint-venture', '1') returning id`,
      [forum, pk.id, kz.id, JSON.stringify(reasons)],
    )
    return made!.id
  }

  const approve: MailWorld['approve'] = async (id, notes = {}) => {
    const { data, error } = await backend.asUser(organizer.token).rpc('approve_match', { match: id, ...notes })
    if (error) throw error
    return data as { introduction: string }
  }

  return {
    backend,
    forum,
    organizer,
    firm,
    match,
    approve,
    introduction: async (pkFacts, kzFacts, notes) => {
      const [pk, kz] = [await firm('PK', pkFacts), await firm('KZ', kzFacts)]
      const id = await match(pk, kz)
      return { ...(await approve(id, notes)), match: id, pk, kz }
    },
    worker: parts => makeWorker({ ...workerParts(backend), ...parts }),
    outbox: (where = 'true') => backend.sql<OutboxRow>(`select * from private.outbox where ${where} order by created_at, id`, []),
    pass: async interval => void (await backend.sql(`update private.stand set clock_offset = clock_offset + $1::interval`, [interval])),
  }
}
