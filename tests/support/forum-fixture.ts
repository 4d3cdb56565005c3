import { randomUUID } from 'node:crypto'

import type { Backend, TestUser } from './backend'

export interface PairSpec {
  score?: number
  sector?: string
  deal?: string
  pk?: FirmSpec
  kz?: FirmSpec
}
export interface FirmSpec {
  state?: string
  native?: string
  latin?: string
  key?: string
  languages?: string[]
  corridors?: string[]
}

/** A forum with its two organizers, to which pairs are added. */
export interface ForumFixture {
  forum: string
  ayesha: TestUser
  daniyar: TestUser
  /** A pair waiting for a decision, both firms validated and reachable unless told otherwise; answers its match. */
  addPair: (spec?: PairSpec) => Promise<{ match: string; pk: string; kz: string }>
}

const points = (score: number) => [
  { signal: 'product', points: score - 20 }, { signal: 'dealType', points: 0 }, { signal: 'volume', points: 8 }, { signal: 'route', points: 6 },
  { signal: 'languages', points: 4 }, { signal: 'certificates', points: 1 }, { signal: 'size', points: 1 }, { signal: 'profile', points: 0 },
]

/** Makes a forum in an empty backend. @param settings columns of `forums` that differ from the usual */
export async function makeForum(backend: Backend, settings: { dual_key?: boolean; undo_minutes?: number; unanswered_cap?: number } = {}): Promise<ForumFixture> {
  const forum = randomUUID()
  await backend.sql(
    `insert into public.forums (id, slug, name, host_city, starts_on, ends_on, desk_email, dual_key, undo_minutes, unanswered_cap)
     values ($1, $2, 'Forum 2026', 'Islamabad', '2026-12-01', '2026-12-02', 'desk@forum.example', $3, $4, $5)`,
    [forum, `forum-${forum.slice(0, 8)}`, settings.dual_key ?? false, settings.undo_minutes ?? 10, settings.unanswered_cap ?? 5],
  )
  const [ayesha, daniyar] = [await backend.createUser(), await backend.createUser()]
  await backend.sql(`insert into public.organizers (forum_id, user_id, country, name) values ($1, $2, 'PK', 'Ayesha Siddiqui'), ($1, $3, 'KZ', 'Daniyar Omarov')`, [forum, ayesha.id, daniyar.id])

  const addFirm = async (country: 'PK' | 'KZ', spec: FirmSpec = {}) => {
    const id = randomUUID()
    const latin = spec.latin ?? (country === 'PK' ? 'Chenab Leather Works' : 'Ontustik Teri')
    await backend.sql(
      `insert into public.companies (id, country, state, name_native, name_latin, name_locale, name_key, registration_kind, registration_number, region, completeness, working_languages, corridors, confirmed_at)
       values ($1, $2, $3, $4, $5, 'en', $6, $7, $8, $9, 90, $10, $11, now())`,
      [id, country, spec.state ?? 'validated', spec.native ?? latin, latin, spec.key ?? latin.toLowerCase(), country === 'PK' ? 'ntn' : 'bin', id.slice(0, 12), country === 'PK' ? 'punjab' : 'shymkent',
        spec.languages ?? ['en'], spec.corridors ?? ['turkmenistan']],
    )
    await backend.sql(`insert into public.contacts (company_id, name, email) values ($1, 'Bilal Ahmed', $2)`, [id, `contact-${id}@example.test`])
    await backend.sql(`insert into public.participations (company_id, forum_id) values ($1, $2)`, [id, forum])
    const direction = country === 'PK' ? 'seeks' : 'brings'
    const [listing] = await backend.sql<{ id: string }>(
      `insert into public.listings (company_id, direction, position, text, language, concepts) values ($1, $2, 1, 'Salted sheepskins', 'en', '[{"code":"4102","weight":1}]') returning id`,
      [id, direction],
    )
    return { id, listing: listing!.id }
  }

  return {
    forum,
    ayesha,
    daniyar,
    async addPair(spec = {}) {
      const [pk, kz] = [await addFirm('PK', spec.pk), await addFirm('KZ', spec.kz)]
      const score = spec.score ?? 70
      const reasons = [
        { type: 'listing', bringer: 'KZ', brought: kz.listing, met: pk.listing, metDirection: 'seeks', via: { by: 'concept', code: '4102' }, deal: 'supply', points: score - 20 },
        { type: 'languages', shared: ['en'] },
      ]
      const [row] = await backend.sql<{ id: string }>(
        `insert into public.matches (forum_id, pk_company, kz_company, score, points, reasons, deal_type, sector, engine_version) values ($1, $2, $3, $4, $5, $6, $7, $8, '1') returning id`,
        [forum, pk.id, kz.id, score, JSON.stringify(points(score)), JSON.stringify(reasons), spec.deal ?? 'supply', spec.sector ?? 'leather'],
      )
      return { match: row!.id, pk: pk.id, kz: kz.id }
    },
  }
}
