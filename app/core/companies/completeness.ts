import type { Company, Contact, Listing } from './profile'

/** What a profile may still gain, with the per cent each addition is worth. */
export type CompletenessPart = 'name' | 'registration' | 'region' | 'contact' | 'brings' | 'seeks' | 'confirmed' | 'volumes' | 'route' | 'languages' | 'certificates' | 'about' | 'size'

// What the engine and an organizer need most weighs most; together 100.
const weights: Record<CompletenessPart, number> = {
  name: 10, registration: 8, region: 4, contact: 8, brings: 16, seeks: 16, confirmed: 8, volumes: 8, route: 6, languages: 6, certificates: 4, about: 4, size: 2,
}

/** How full a profile is (per cent), and what is missing, the most rewarding first. */
export function completenessOf(company: Company, contact: Contact | null, listings: readonly Listing[]): { percent: number; missing: { part: CompletenessPart; gain: number }[] } {
  const has: Record<CompletenessPart, boolean> = {
    name: Boolean(company.nameNative && company.nameLatin),
    registration: Boolean(company.registrationNumber),
    region: Boolean(company.region),
    contact: Boolean(contact?.name && contact.phone),
    brings: listings.some(listing => listing.direction === 'brings'),
    seeks: listings.some(listing => listing.direction === 'seeks'),
    confirmed: listings.length > 0 && listings.every(listing => listing.confirmedCode || listing.kind !== 'goods'),
    volumes: listings.some(listing => listing.amount !== null),
    route: company.corridors.length > 0,
    languages: company.workingLanguages.length > 0,
    certificates: company.certificates.length > 0,
    about: Boolean(company.about),
    size: Boolean(company.employeesBand),
  }
  const parts = Object.keys(weights) as CompletenessPart[]
  return {
    percent: parts.reduce((sum, part) => sum + (has[part] ? weights[part] : 0), 0),
    missing: parts.filter(part => !has[part]).map(part => ({ part, gain: weights[part] })).sort((a, b) => b.gain - a.gain),
  }
}
