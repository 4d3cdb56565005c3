import type { Company, ConceptWeight, Contact, Direction, Listing } from '~/core/companies/profile'
import type { Country } from '~/core/companies/country'
import type { Kind } from '~/core/companies/kinds'
import type { RegistrationKind } from '~/core/companies/registration-number'
import type { Locale } from '~/core/locale'
import type { ProfileState } from '~/core/transitions'
import type { Database } from '~/platform/database.types'
import { answered } from '~/platform/refusal'
import type { Db } from '~/platform/supabase.server'

/** A listing as it is saved: its place is its place in the list. With its id it stays the same listing, without one it is new. */
export type ListingDraft = Omit<Listing, 'id' | 'direction' | 'position'> & { id?: string; resolverVersion: string | null }

/** The fields of a profile that its firm writes itself. */
export type CompanyPatch = Partial<Omit<Company, 'id' | 'country' | 'state' | 'version' | 'isDemo' | 'publishedAt' | 'confirmedAt' | 'updatedAt'>> & { nameKey?: string }

/** A consent with its wording, as it was read. */
export type ConsentRecord = { kind: 'matching' | 'privacy' | 'direct_contact' | 'show_name'; given: boolean; wording: string; locale: Locale }

/** Everything a firm's own screens show of it. */
export type OwnCompany = { company: Company; contact: Contact | null; listings: Listing[]; role: 'owner' | 'member' }

/** The forum that firms can register for now. */
export type OpenForum = { id: string; name: string; isDemo: boolean }

/** A named route as the registration offers it. */
export type Corridor = { id: string; legs: string[]; status: string; asOf: string }

/** Whether the way back to a registration was mailed; at most once an hour. */
export type ResumeLinkResult = 'queued' | 'already' | 'suppressed'

/** What the use cases of companies need of the database. Refusals of the database are thrown as `DatabaseRefusal`. */
export interface CompaniesStore {
  /** The firm the caller's pages are about: the newest that was ever published, else the one being registered. */
  own(): Promise<OwnCompany | null>
  openForum(): Promise<OpenForum | null>
  corridors(): Promise<Corridor[]>
  begin(country: Country, locale: Locale, email: string): Promise<string>
  save(company: string, patch: CompanyPatch, version?: number): Promise<number>
  /** Mails the caller the way back to a registration he leaves for now. */
  sendResumeLink(company: string): Promise<ResumeLinkResult>
  saveContact(company: string, contact: Partial<Pick<Contact, 'name' | 'roleTitle' | 'email' | 'phone' | 'locale'>>): Promise<void>
  saveListings(company: string, direction: Direction, listings: ListingDraft[], version?: number): Promise<number>
  publish(company: string, forum: string, direct: boolean, consents: ConsentRecord[]): Promise<string>
  unpublish(company: string): Promise<string>
  /** Asks the members of the firm that holds this number; false when nobody holds it. */
  askToJoin(kind: string, number: string, country: Country): Promise<boolean>
}

// The two stands spell timestamps differently; here they become one spelling.
const isoTime = (time: string | null) => (time ? new Date(time).toISOString() : null)

type Tables = Database['public']['Tables']
type CompanyRow = Pick<Tables['companies']['Row'], Exclude<keyof Tables['companies']['Row'], 'name_key' | 'created_at' | 'erased_at'>>
type ListingRow = Omit<Tables['listings']['Row'], 'company_id' | 'resolver_version' | 'updated_at'>
type ContactRow = Omit<Tables['contacts']['Row'], 'is_primary' | 'updated_at'>

type OwnRow = { role: OwnCompany['role']; company: CompanyRow; contact: ContactRow | null; listings: ListingRow[] }

export function toCompany(row: CompanyRow): Company {
  return {
    id: row.id, country: row.country as Country, state: row.state as ProfileState, nameNative: row.name_native, nameLatin: row.name_latin, nameLocale: row.name_locale as Locale | null,
    registrationKind: row.registration_kind as RegistrationKind | null, registrationNumber: row.registration_number, region: row.region, city: row.city,
    foundedYear: row.founded_year, employeesBand: row.employees_band, website: row.website, about: row.about, sectors: row.sectors,
    corridors: row.corridors, ports: row.ports, incoterms: row.incoterms, certificates: row.certificates, workingLanguages: row.working_languages,
    locale: row.locale as Locale, showName: row.show_name, completeness: row.completeness, isDemo: row.is_demo, version: row.version,
    publishedAt: isoTime(row.published_at), confirmedAt: isoTime(row.confirmed_at), updatedAt: isoTime(row.updated_at) ?? '',
  }
}

export function toListing(row: ListingRow): Listing {
  return {
    id: row.id, direction: row.direction as Direction, position: row.position, text: row.text, language: row.language as Locale | null, kind: row.kind as Kind,
    amount: row.amount === null ? null : Number(row.amount), unit: row.unit, period: row.period as Listing['period'], statedCode: row.stated_code,
    confirmedCode: row.confirmed_code, concepts: row.concepts as ConceptWeight[], expiresOn: row.expires_on,
  }
}

export function toContact(row: ContactRow): Contact {
  return { id: row.id, companyId: row.company_id, name: row.name, roleTitle: row.role_title, email: String(row.email), phone: row.phone, locale: row.locale as Locale }
}

const columnOf: Record<keyof CompanyPatch, string> = {
  nameNative: 'name_native', nameLatin: 'name_latin', nameLocale: 'name_locale', nameKey: 'name_key', registrationKind: 'registration_kind',
  registrationNumber: 'registration_number', region: 'region', city: 'city', foundedYear: 'founded_year', employeesBand: 'employees_band', website: 'website',
  about: 'about', sectors: 'sectors', corridors: 'corridors', ports: 'ports', incoterms: 'incoterms', certificates: 'certificates',
  workingLanguages: 'working_languages', locale: 'locale', showName: 'show_name', completeness: 'completeness',
}

const toRow = (patch: CompanyPatch) => Object.fromEntries(Object.entries(patch).map(([name, value]) => [columnOf[name as keyof CompanyPatch], value]))

/** The store over the caller's own client: it may read and write what the caller may. */
export function companiesStore(db: Db): CompaniesStore {
  return {
    async own() {
      const mine = answered(await db.rpc('my_companies')) as unknown as OwnRow[]
      const row = mine.find(({ company }) => company.state !== 'draft') ?? mine[0]
      return row ? { role: row.role, company: toCompany(row.company), contact: row.contact && toContact(row.contact), listings: row.listings.map(toListing) } : null
    },
    async openForum() {
      const [forum] = answered(await db.from('forums').select('id, name, is_demo').eq('status', 'open').order('starts_on').limit(1))
      return forum ? { id: forum.id, name: forum.name, isDemo: forum.is_demo } : null
    },
    async corridors() {
      const rows = answered(await db.from('corridors').select('id, legs, status, as_of').order('position'))
      return rows.map(({ id, legs, status, as_of }) => ({ id, legs, status, asOf: as_of }))
    },
    begin: async (country, locale, email) => answered(await db.rpc('begin_company', { country, locale, email })),
    save: async (company, patch, version) => answered(await db.rpc('save_company', { company, patch: toRow(patch), expected_version: version })),
    sendResumeLink: async company => answered(await db.rpc('send_resume_link', { company })) as ResumeLinkResult,
    async saveContact(company, contact) {
      const { name, roleTitle: role_title, email, phone, locale } = contact
      answered(await db.rpc('save_contact', { company, patch: { name, role_title, email, phone, locale } }))
    },
    async saveListings(company, direction, listings, version) {
      const items = listings.map(listing => ({
        id: listing.id, text: listing.text, language: listing.language, kind: listing.kind, amount: listing.amount, unit: listing.unit, period: listing.period,
        stated_code: listing.statedCode, confirmed_code: listing.confirmedCode, concepts: listing.concepts, resolver_version: listing.resolverVersion,
        expires_on: listing.expiresOn,
      }))
      return answered(await db.rpc('save_listings', { company, side: direction, items, expected_version: version }))
    },
    publish: async (company, forum, direct, consents) => answered(await db.rpc('publish_company', { company, forum, direct, consents })),
    unpublish: async company => answered(await db.rpc('unpublish_company', { company })),
    askToJoin: async (kind, number, country) => answered(await db.rpc('ask_to_join', { kind, number, of_country: country })),
  }
}
