import type { Company, Contact, Direction, Listing } from '~/core/companies/profile'
import { completenessOf } from '~/core/companies/completeness'
import { sectorsOf } from '~/core/companies/sectors'
import { latinSpelling } from '~/core/companies/latin-spelling'
import { searchKey } from '~/core/companies/name-keys'
import { languageOf } from '~/core/taxonomy/language'
import type { Lexicon } from '~/core/taxonomy/lexicon'
import { DatabaseRefusal } from '~/platform/refusal'
import type { CompaniesStore, CompanyPatch, ConsentRecord, OpenForum, OwnCompany } from './companies.store.server'
import { understand } from './understanding.server'

/** Why a step was not saved. `stale`: saved elsewhere meanwhile, and differently. */
export type SaveRefusal = 'stale' | 'registration_taken' | 'too_many_listings' | 'suspended'
type Store = Pick<CompaniesStore, 'own' | 'save' | 'saveContact' | 'saveListings' | 'publish'>

/** The names by which the database refuses, as the union of this feature; anything else is breakage. */
async function refused(call: Promise<unknown>): Promise<SaveRefusal | null> {
  try {
    await call
    return null
  } catch (error) {
    if (!(error instanceof DatabaseRefusal)) throw error
    if (error.reason === 'stale_page') return 'stale'
    if (error.reason === 'profile_state') return 'suspended'
    if (error.reason === 'registration_taken' || error.reason === 'too_many_listings') return error.reason
    throw error
  }
}

/** Equal as the form sees it: an empty list and a missing one are both nothing. */
const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

const codesOf = (listings: readonly Listing[]) => listings.flatMap(listing => listing.confirmedCode ?? listing.concepts[0]?.code ?? [])

/** What follows from the answers: how full the profile is, and its sectors. Written when it changed. */
async function keepDerived(store: Store): Promise<void> {
  const own = await store.own()
  if (!own) return
  const { company, contact, listings } = own
  const { percent } = completenessOf(company, contact, listings)
  const sectors = sectorsOf(codesOf(listings))
  if (percent !== company.completeness || !same(sectors, company.sectors)) await store.save(company.id, { completeness: percent, sectors })
}

/** The company's own facts as its form gives them. */
export type CompanyFacts = Pick<Company, 'nameNative' | 'nameLatin' | 'registrationKind' | 'registrationNumber' | 'region' | 'city' | 'foundedYear' | 'employeesBand' | 'website' | 'about'>

/** Saves facts of the company. A form sent twice finds its answers saved and is content. */
async function savePatch(store: Store, own: OwnCompany, patch: CompanyPatch, version?: number): Promise<SaveRefusal | null> {
  const { percent } = completenessOf({ ...own.company, ...patch }, own.contact, own.listings)
  const trouble = await refused(store.save(own.company.id, { ...patch, completeness: percent }, version))
  if (trouble !== 'stale') return trouble
  const now = await store.own()
  const already = now && Object.entries(patch).every(([name, value]) => name === 'nameKey' || same(now.company[name as keyof Company], value))
  return already ? null : 'stale'
}

/** The company step. A number that another firm holds is left out and told: all else is kept. */
export async function saveCompanyFacts(store: Store, own: OwnCompany, facts: CompanyFacts, version?: number): Promise<SaveRefusal | null> {
  const latin = facts.nameLatin ?? latinSpelling(facts.nameNative ?? '')
  const patch: CompanyPatch = { ...facts, nameLatin: latin, nameLocale: languageOf(facts.nameNative ?? ''), nameKey: searchKey(facts.nameNative ?? '', latin) }
  const trouble = await savePatch(store, own, patch, version)
  if (trouble === 'registration_taken') {
    const { registrationNumber: _taken, ...rest } = patch
    await savePatch(store, own, rest)
  }
  return trouble
}

/** The step of corridor, terms, documents and languages. */
export const saveRoute = (
  store: Store, own: OwnCompany, route: Pick<Company, 'corridors' | 'ports' | 'incoterms' | 'certificates' | 'workingLanguages'>, version?: number,
): Promise<SaveRefusal | null> => savePatch(store, own, route, version)

/** The person. A contact has no version of its own: the last word counts. */
export async function savePerson(store: Store, own: OwnCompany, person: Pick<Contact, 'name' | 'roleTitle' | 'phone' | 'locale'>): Promise<void> {
  await store.saveContact(own.company.id, person)
  await keepDerived(store)
}

/** What the form of a listing says. */
export type ListingFacts = Pick<Listing, 'text' | 'kind' | 'amount' | 'unit' | 'period' | 'statedCode' | 'expiresOn'>
const sideOf = (own: OwnCompany, direction: Direction) => own.listings.filter(listing => listing.direction === direction)
const kept = (listing: Listing) => ({ ...listing, resolverVersion: null })
const says = (listing: Listing, facts: ListingFacts) => (Object.keys(facts) as (keyof ListingFacts)[]).every(name => same(listing[name], facts[name]))

/** Adds a listing, or changes the one with this id, and reads what its words mean. Sent twice, it is there once. */
export async function saveListing(
  store: Store, lexicon: Lexicon, own: OwnCompany, direction: Direction, facts: ListingFacts, id: string | null, version?: number,
): Promise<SaveRefusal | null> {
  const side = sideOf(own, direction)
  const before = side.find(listing => listing.id === id)
  // A line that another device took away is not made anew by whoever still has it open.
  if (id && !before) return 'stale'
  // A confirmed meaning holds as long as the words do.
  const meaning = before && before.text === facts.text && before.statedCode === facts.statedCode
    ? { ...kept(before) }
    : { ...understand(lexicon, facts), confirmedCode: null }
  const draft = { ...meaning, ...facts, ...(before && { id: before.id }) }
  const next = before ? side.map(listing => (listing === before ? draft : kept(listing))) : [...side.map(kept), draft]
  const trouble = await refused(store.saveListings(own.company.id, direction, next, version))
  if (trouble === 'stale') {
    const now = await store.own()
    return now && sideOf(now, direction).some(listing => says(listing, facts)) ? null : 'stale'
  }
  if (!trouble) await keepDerived(store)
  return trouble
}

/** "Still correct": a listing holds until another day, and nothing else of it changes. */
export async function renewListing(store: Store, own: OwnCompany, id: string, until: string): Promise<SaveRefusal | null> {
  const renewed = own.listings.find(listing => listing.id === id)
  if (!renewed) return null
  const side = sideOf(own, renewed.direction).map(listing => kept(listing === renewed ? { ...listing, expiresOn: until } : listing))
  return refused(store.saveListings(own.company.id, renewed.direction, side))
}

/** Takes a listing away; one that is gone already is gone. */
export async function removeListing(store: Store, own: OwnCompany, direction: Direction, id: string): Promise<SaveRefusal | null> {
  const side = sideOf(own, direction)
  if (!side.some(listing => listing.id === id)) return null
  const trouble = await refused(store.saveListings(own.company.id, direction, side.filter(listing => listing.id !== id).map(kept)))
  if (!trouble) await keepDerived(store)
  return trouble
}

/** What each listing means, as its firm says: a code by listing id, or 'none' where none of those offered was meant. */
export async function confirmMeanings(store: Store, own: OwnCompany, meanings: ReadonlyMap<string, string>, version?: number): Promise<SaveRefusal | null> {
  let expected = version
  for (const direction of ['brings', 'seeks'] as const) {
    const side = sideOf(own, direction)
    if (side.length === 0) continue
    const next = side.map(listing => {
      const meant = meanings.get(listing.id)
      if (!meant) return kept(listing)
      return meant === 'none' ? { ...kept(listing), confirmedCode: null, concepts: [] } : { ...kept(listing), confirmedCode: meant }
    })
    const trouble = await refused(store.saveListings(own.company.id, direction, next, expected))
    if (trouble) return trouble
    expected = undefined // the first side has moved the version on
  }
  await keepDerived(store)
  return null
}

export type PublishRefusal = 'registration_taken' | 'profile_incomplete' | 'no_forum' | 'suspended'

/** Publishes, with the consents as they were worded. A second press finds it done. */
export async function publishCompany(store: Store, own: OwnCompany, forum: OpenForum | null, consents: ConsentRecord[]): Promise<PublishRefusal | null> {
  if (!forum) return 'no_forum'
  const given = (kind: ConsentRecord['kind']) => consents.some(consent => consent.kind === kind && consent.given)
  try {
    if (own.company.showName !== given('show_name')) await store.save(own.company.id, { showName: given('show_name') })
    await store.publish(own.company.id, forum.id, given('direct_contact'), consents)
    return null
  } catch (error) {
    if (!(error instanceof DatabaseRefusal)) throw error
    if (error.reason === 'profile_state') return 'suspended'
    if (error.reason === 'registration_taken' || error.reason === 'profile_incomplete') return error.reason
    throw error
  }
}

/** "Still correct": nothing changes but the day it was confirmed. */
export const confirmProfile = (store: Pick<CompaniesStore, 'save'>, own: OwnCompany): Promise<SaveRefusal | null> => refused(store.save(own.company.id, {}))
