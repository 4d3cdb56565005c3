import { randomUUID } from 'node:crypto'

import type { Backend } from '../support/backend'
import type { MailWorld } from '../support/mail-world'

/** Firms, listings and matches for so many introductions, written in a few statements; answers the matches, waiting for approval. */
export async function seedMatches(backend: Backend, { forum }: Pick<MailWorld, 'forum'>, pairs: number): Promise<string[]> {
  const firm = (country: 'PK' | 'KZ', n: number) => ({ id: randomUUID(), country, n, locale: ['en', 'ru', 'kk', 'ur'][n % 4], listing: randomUUID() })
  const rows = Array.from({ length: pairs }, (_, n) => ({ match: randomUUID(), pk: firm('PK', n), kz: firm('KZ', n) }))
  const firms = JSON.stringify(rows.flatMap(({ pk, kz }) => [pk, kz]))
  const columns = 'as f (id uuid, country text, n int, locale text, listing uuid)'
  await backend.sql(
    `insert into public.companies (id, country, state, name_native, name_latin, name_locale, registration_kind, registration_number, region, city, corridors, working_languages, locale)
     select id, country, 'validated', country || ' firm ' || n, country || ' firm ' || n, 'en', case country when 'PK' then 'ntn' else 'bin' end, 'chaos-' || id,
       case country when 'PK' then 'punjab' else 'shymkent' end, 'Town', '{turkmenistan}', '{en}', locale from jsonb_to_recordset($1::jsonb) ${columns}`,
    [firms],
  )
  await backend.sql(`insert into public.contacts (company_id, name, email, locale) select id, 'Somebody', id || '@example.test', locale from jsonb_to_recordset($1::jsonb) ${columns}`, [firms])
  await backend.sql(`insert into public.participations (company_id, forum_id) select id, $2::uuid from jsonb_to_recordset($1::jsonb) ${columns}`, [firms, forum])
  await backend.sql(
    `insert into public.listings (id, company_id, direction, position, text, language, amount, unit, period, concepts)
     select listing, id, case country when 'PK' then 'seeks' else 'brings' end, 1, 'Salted sheepskins', 'en', 40, 't', 'month', '[{"code":"4102","weight":1}]' from jsonb_to_recordset($1::jsonb) ${columns}`,
    [firms],
  )
  const matches = rows.map(({ match, pk, kz }) => ({
    id: match, pk: pk.id, kz: kz.id,
    reasons: [
      { type: 'listing', bringer: 'KZ', brought: kz.listing, met: pk.listing, metDirection: 'seeks', via: { by: 'concept', code: '4102' }, deal: 'supply', points: 50 },
      { type: 'languages', shared: ['en'] },
    ],
  }))
  await backend.sql(
    `insert into public.matches (id, forum_id, pk_company, kz_company, score, points, reasons, deal_type, engine_version)
     select id, $2::uuid, pk, kz, 70, '[]', reasons, 'supply', '1' from jsonb_to_recordset($1::jsonb) as m (id uuid, pk uuid, kz uuid, reasons jsonb)`,
    [JSON.stringify(matches), forum],
  )
  return rows.map(({ match }) => match)
}
