import { createHash } from 'node:crypto'

import { completenessOf } from '~/core/companies/completeness'
import type { Country } from '~/core/companies/country'
import { searchKey } from '~/core/companies/name-keys'
import type { Listing } from '~/core/companies/profile'
import { sectorsOf } from '~/core/companies/sectors'
import { parseDictionary } from '~/core/taxonomy/dictionary'
import { buildLexicon } from '~/core/taxonomy/lexicon'
import { resolve } from '~/core/taxonomy/resolve'
import { toCompany, toContact } from '~/features/companies/companies.store.server'
import type { PublishedFirm } from '~/features/matching/engine-firms'
import { readTermFiles } from '~/platform/dictionary.server'
import { env } from '~/platform/env.server'
import { answered } from '~/platform/refusal'
import { adminClient } from '~/platform/supabase.server'
import type { DemoFirm } from './demo/firm'
import { kazakhFirms } from './demo/firms-kz'
import { pakistaniFirms } from './demo/firms-pk'
import { demoRegistration, readDemoListing } from './demo/make-firm'
import { seedPast } from './demo/seed-past'

/**
 * Fills the demonstration forum: invented firms, two organizers, four people who can sign in. Every row's id follows from its name, so that
 * running again after a kill completes what is missing and doubles nothing. Prints, last, who can sign in.
 */
const db = adminClient(env(), 'seeding the demonstration')
const lexicon = buildLexicon(parseDictionary(readTermFiles()).dictionary)
const MAIL = 'demo.dastarkhan.example'

const idOf = (name: string) => {
  const hex = createHash('sha256').update(`dastarkhan demo ${name}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
const slugOf = (latin: string) => latin.toLowerCase().replace(/ (llp|ltd)$/, '').replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')
const emailOf = (firm: DemoFirm) => `${slugOf(firm.name[1])}@${MAIL}`

async function userOf(email: string, locale: string): Promise<string> {
  const { data, error } = await db.auth.admin.createUser({ email, email_confirm: true, user_metadata: { locale } })
  if (data.user) return data.user.id
  const found = await db.auth.admin.listUsers({ perPage: 1000 })
  const user = found.data.users.find(one => one.email === email)
  if (!user) throw new Error(`No user could be made for ${email}: ${error?.message ?? ''}`)
  return user.id
}

const forum = idOf('forum')
const now = new Date().toISOString()

async function seedForum() {
  answered(
    await db.from('forums').upsert({
      id: forum, slug: 'demo-2026', name: 'Pakistan–Kazakhstan Business Forum 2026', host_city: 'Islamabad', starts_on: '2026-12-08', ends_on: '2026-12-09',
      desk_email: `desk@${MAIL}`, is_demo: true,
    }),
  )
  const team = [
    { name: 'Ayesha Siddiqui', email: `ayesha@${MAIL}`, country: 'PK', role: 'lead', locale: 'en' },
    { name: 'Данияр Сейтқали', email: `daniyar@${MAIL}`, country: 'KZ', role: 'organizer', locale: 'ru' },
  ]
  const organizers: { id: string; name: string }[] = []
  for (const { email, locale, ...member } of team) {
    const id = await userOf(email, locale)
    answered(await db.from('organizers').upsert({ forum_id: forum, user_id: id, ...member }))
    organizers.push({ id, name: member.name })
  }
  return organizers
}

function listingsOf(firm: DemoFirm, company: string): Listing[] {
  const side = (direction: 'brings' | 'seeks') =>
    firm[direction].map((line, i): Listing => {
      const read = readDemoListing(line)
      const resolution = resolve(lexicon, read.text, { statedCode: read.statedCode ?? undefined })
      return {
        id: idOf(`${company} ${direction} ${i}`), direction, position: i + 1, text: read.text, language: resolution.language, kind: read.kind as Listing['kind'],
        amount: read.amount, unit: read.unit, period: read.period as Listing['period'], statedCode: read.statedCode, confirmedCode: null,
        concepts: resolution.concepts.map(({ code, score }) => ({ code, weight: Math.round(score * 1000) / 1000 })), expiresOn: null,
      }
    })
  return [...side('brings'), ...side('seeks')]
}

/** One firm with all that belongs to it. `place` keeps registration numbers apart. Every ninth still waits for an organizer's eye. */
async function seedFirm(country: Country, firm: DemoFirm, place: number): Promise<PublishedFirm> {
  const company = idOf(`company ${firm.name[1]}`)
  const listings = listingsOf(firm, company)
  const registration = demoRegistration(country, place)
  const row = {
    id: company, country, state: place % 9 === 8 ? 'published' : 'validated', name_native: firm.name[0], name_latin: firm.name[1], name_locale: firm.name[2],
    name_key: searchKey(firm.name[0], firm.name[1]), registration_kind: registration.kind, registration_number: registration.number, region: firm.place[0], city: firm.place[1],
    founded_year: firm.since, employees_band: firm.size, website: `https://${slugOf(firm.name[1])}.example/`, about: firm.about ?? null,
    sectors: sectorsOf(listings.map(listing => listing.concepts[0]?.code).filter(code => code !== undefined)), corridors: firm.route, ports: firm.ports,
    incoterms: firm.terms, certificates: firm.papers, working_languages: firm.speaks, locale: firm.locale, show_name: place % 3 === 0, is_demo: true,
    published_at: now, confirmed_at: now,
  }
  const contact = {
    id: idOf(`contact ${firm.name[1]}`), company_id: company, name: firm.person[0], role_title: firm.person[1], email: emailOf(firm),
    phone: country === 'PK' ? `+92 300 555 ${String(1000 + place)}` : `+7 701 555 ${String(1000 + place)}`, locale: firm.locale,
  }
  const [stored] = answered(await db.from('companies').upsert({ ...row, completeness: 0 }).select())
  answered(await db.from('contacts').upsert(contact))
  answered(
    await db.from('listings').upsert(
      listings.map(({ statedCode, confirmedCode, expiresOn, ...listing }) => ({
        ...listing, company_id: company, stated_code: statedCode, confirmed_code: confirmedCode, expires_on: expiresOn,
      })),
    ),
  )
  const { percent } = completenessOf(toCompany(stored!), toContact(contact), listings)
  answered(await db.from('companies').update({ completeness: percent }).eq('id', company))
  answered(await db.from('participations').upsert({ company_id: company, forum_id: forum, direct_contact: place % 4 === 0 }))
  return { company: { ...toCompany(stored!), completeness: percent }, listings }
}

async function seedOwner(firm: DemoFirm, company: string) {
  answered(await db.from('company_members').upsert({ company_id: company, user_id: await userOf(emailOf(firm), firm.locale), role: 'owner' }))
}

const organizers = await seedForum()
const seated: PublishedFirm[] = []
/** Firms that people sign in as: what happens to them begins with whoever tries the demonstration. */
const tried = new Set<string>()
for (const [country, firms] of [['PK', pakistaniFirms], ['KZ', kazakhFirms]] as const)
  for (const [place, firm] of firms.entries()) {
    const seeded = await seedFirm(country, firm, place)
    seated.push(seeded)
    if (place < 2) {
      await seedOwner(firm, seeded.company.id)
      tried.add(seeded.company.id)
    }
  }
const validated = new Set(seated.filter(({ company }) => company.state === 'validated' && !tried.has(company.id)).map(({ company }) => company.id))
const decided = await seedPast({ db, forum, now: new Date(), lexicon, firms: seated, mayHavePast: company => validated.has(company), organizers, idOf })

const signIns = [
  { who: 'Organiser, Pakistan', email: `ayesha@${MAIL}` },
  { who: 'Organiser, Kazakhstan', email: `daniyar@${MAIL}` },
  ...[pakistaniFirms[0]!, pakistaniFirms[1]!, kazakhFirms[0]!, kazakhFirms[1]!].map(firm => ({ who: firm.name[1], email: emailOf(firm) })),
]
console.log(`${pakistaniFirms.length + kazakhFirms.length} firms, ${decided} pairs decided before`)
console.log(JSON.stringify({ signIns }))
