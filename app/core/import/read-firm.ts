import { incoterms as incotermCodes, type Country } from '~/core/companies/country'
import { searchKey } from '~/core/companies/name-keys'
import { readRegistrationNumber, type RegistrationKind, type RegistrationProblem } from '~/core/companies/registration-number'
import { latinSpelling } from '~/core/companies/latin-spelling'
import { latinDigits } from '~/core/digits'
import type { Locale } from '~/core/locale'
import { languageOf } from '~/core/taxonomy/language'
import { importFields, type ImportField, type Mapping } from './fields'
import { readRegion, regionOfTown } from './places'
import { readListings, type ListingProblem, type WrittenListing } from './read-listings'
import { readCertificate, readCorridor, readCountry, readEmployees, readKind, readLocale, readPort, readWorkingLanguage } from './words'

/** What is wrong with a cell; how to mend it is the interface's to say. */
export type CellProblem = 'missing' | 'unknown' | 'too_long' | 'email' | 'phone' | 'website' | 'year' | 'twice' | 'no_listing' | 'no_firm' | 'needs_latin' | ListingProblem | `number_${RegistrationProblem | 'scientific'}`
export interface Wrong {
  field: ImportField
  problem: CellProblem
  /** The cell as it stands, cut short. */
  value: string
}

/** A firm as a row says it. What the row leaves empty is not there: it changes nothing of a firm that is known already. */
export interface WrittenFirm {
  country: Country
  nameNative: string
  nameLatin: string
  nameLocale: Locale
  nameKey: string
  registrationKind: RegistrationKind
  registrationNumber: string
  region: string
  city?: string
  foundedYear?: number
  employeesBand?: string
  website?: string
  about?: string
  corridors?: string[]
  ports?: string[]
  incoterms?: string[]
  certificates?: string[]
  workingLanguages?: string[]
  /** Of its mail: as the row says, else guessed from the name and the country. */
  locale: Locale
  localeIsGuessed: boolean
  contact?: { name: string; roleTitle?: string; email: string; phone?: string }
  brings?: WrittenListing[]
  seeks?: WrittenListing[]
}

/** What is said once for the whole file, where a row is silent. */
export interface FileSays {
  country?: Country
  /** No firm was founded later. */
  year: number
}

/** What people write into a cell that has nothing to say. */
const NOTHING = /^(n\/?[ai]|none|nil|null|no|not available|t\.?b\.?[cdа]\.?|нет|нет данных|не указано|б\/н|жоқ|نہیں|[-–—_.?*/\s]+)\.?$/iu
const EMAIL = /^[^\s@<>()",;]+@[^\s@<>()",;]+\.[^\s@<>()",;.]{2,}$/u
const PHONE_WORDS = /(?<!\p{L})(whats ?app|wa|viber|telegram|tel|phone|ph|mob(ile)?|cell|office|off|fax|ext|тел(ефон)?|моб|сот|раб|факс|доб|вн|ұялы|فون|موبائل)(?!\p{L})[.:№#]*/giu
const SCIENTIFIC = /^\d[.,]\d+e\+?\d+$/i

/** Reads one row. Every wrong cell is named, not only the first; with one wrong cell the firm is null. */
export function readFirm(cells: readonly string[], mapping: Mapping, says: FileSays): { firm: WrittenFirm | null; wrong: Wrong[] } {
  const wrong: Wrong[] = []
  const cell = (field: ImportField) => (mapping[field] === undefined ? '' : (cells[mapping[field]] ?? '').trim().replace(NOTHING, ''))
  const refuse = (field: ImportField, problem: CellProblem): undefined => void wrong.push({ field, problem, value: cell(field).slice(0, 80) })
  const bounded = (field: ImportField, most: number) => {
    const text = cell(field).replace(/\s+/g, ' ')
    return text.length > most ? refuse(field, 'too_long') : text || undefined
  }
  const coded = (field: ImportField, read: (written: string) => string | null): string[] | undefined => {
    const parts = cell(field).split(/[;,|\n،؛]+/u).map(part => part.trim()).filter(Boolean)
    const codes = parts.map(read)
    if (codes.includes(null)) return refuse(field, 'unknown')
    return parts.length ? [...new Set(codes as string[])] : undefined
  }

  // A heading between two lists, or a line of sums: not a firm, and one sentence says so.
  if (!cell('registration') && importFields.filter(cell).length < 2) return { firm: null, wrong: [{ field: 'name', problem: 'no_firm', value: cells.find(Boolean)?.slice(0, 80) ?? '' }] }
  const country = cell('country') ? (readCountry(cell('country')) ?? refuse('country', 'unknown')) : (says.country ?? refuse('country', 'missing'))
  const name = bounded('name', 200)?.replace(/^M\/s\.?\s+/i, '') ?? (mapping.name === undefined || !cell('name') ? bounded('nameLatin', 200) : undefined)
  if (!name && !cell('name')) refuse('name', 'missing')
  const latin = bounded('nameLatin', 200) ?? (name ? latinSpelling(name) : undefined) ?? undefined
  if (name && !latin) refuse(mapping.nameLatin === undefined ? 'name' : 'nameLatin', 'needs_latin')
  const registration = country ? readRegistration(cell('registration'), cell('registrationKind'), country) : undefined
  if (registration && 'problem' in registration) refuse('registration', registration.problem)
  const region = country ? placeOf(country, cell('region'), cell('city')) : undefined
  if (country && !region) refuse('region', cell('region') ? 'unknown' : 'missing')

  const kinds = (field: 'bringsKinds' | 'seeksKinds') => (coded(field, readKind) ?? []) as WrittenListing['kind'][]
  const side = (field: 'brings' | 'seeks') => {
    const { listings, problem } = readListings(cell(field), kinds(`${field}Kinds`))
    if (problem) refuse(field, problem)
    return listings.length ? listings : undefined
  }
  const [brings, seeks] = [side('brings'), side('seeks')]
  if (!brings && !seeks) refuse('brings', 'no_listing')

  // Of several addresses the first is the firm's.
  const emails = cell('email').toLowerCase().replace(/mailto:/g, '').split(/[\s,;]+/).filter(Boolean)
  const [email] = emails
  if (emails.some(one => !EMAIL.test(one) || one.length > 254)) refuse('email', 'email')
  const phone = latinDigits(cell('phone')).replace(PHONE_WORDS, ' ').replace(/\s+/g, ' ').trim()
  const figures = phone.replace(/\D/g, '').length
  if (phone && (!/^\+?[\d\s().,;/-]{1,40}$/.test(phone) || figures < 6 || figures > 30)) refuse('phone', 'phone')
  const locale = cell('language') ? (readLocale(cell('language')) ?? refuse('language', 'unknown')) : undefined
  const person = bounded('contact', 200)
  const roleTitle = bounded('role', 200)
  // `est. 1987`, `1998 г.`, a whole date: the year in it.
  const founded = cell('founded') && (/(?<!\d)\d{4}(?!\d)/.exec(latinDigits(cell('founded')))?.[0] ?? '0')
  if (founded && (Number(founded) < 1800 || Number(founded) > says.year)) refuse('founded', 'year')
  const employeesBand = cell('employees') ? (readEmployees(cell('employees')) ?? refuse('employees', 'unknown')) : undefined
  const website = cell('website') ? (readWebsite(cell('website')) ?? refuse('website', 'website')) : undefined
  const optional = {
    city: bounded('city', 100), about: bounded('about', 2000), foundedYear: founded ? Number(founded) : undefined, employeesBand, website, corridors: coded('corridors', readCorridor),
    ports: coded('ports', readPort), incoterms: coded('incoterms', text => incotermCodes.find(code => code === text.toUpperCase()) ?? null), certificates: coded('certificates', readCertificate),
    workingLanguages: coded('languages', readWorkingLanguage), brings, seeks,
    contact: email ? { name: person ?? email.split('@')[0]!, email, ...(roleTitle && { roleTitle }), ...(phone && { phone }) } : undefined,
  }
  if (wrong.length || !country || !name || !latin || !registration || !('number' in registration) || !region) return { firm: null, wrong }
  const nameLocale = languageOf(name)
  return {
    firm: {
      country, nameNative: name, nameLatin: latin, nameLocale, nameKey: searchKey(name, latin), registrationKind: registration.kind, registrationNumber: registration.number, region,
      locale: locale ?? (nameLocale === 'en' && country === 'KZ' ? 'ru' : nameLocale), localeIsGuessed: !locale,
      ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
    },
    wrong,
  }
}

function readRegistration(written: string, kindWritten: string, country: Country): { kind: RegistrationKind; number: string } | { problem: CellProblem } {
  const text = latinDigits(written).replace(/^(bin|ntn|secp|бин|бсн)[\s:№#]*/iu, '').replace(/^'/, '').replace(/\.0$/, '')
  if (SCIENTIFIC.test(text)) return { problem: 'number_scientific' }
  const kind: RegistrationKind = country === 'KZ' ? 'bin' : /secp/i.test(kindWritten) || /^secp/i.test(written) ? 'secp' : 'ntn'
  // A spreadsheet that takes a number for a number drops its leading noughts.
  const whole = kind === 'bin' && /^\d{9,11}$/.test(text) ? text.padStart(12, '0') : text
  const reading = readRegistrationNumber(kind, whole)
  return reading.ok ? { kind, number: reading.number } : { problem: reading.problem === 'empty' ? 'missing' : `number_${whole === text ? reading.problem : 'length'}` }
}

/** A cell may name its town or country beside the region, and a town may tell where the region's cell does not, unless that names a region of the other country. */
function placeOf(country: Country, region: string, city: string): string | undefined {
  if (readRegion(country === 'PK' ? 'KZ' : 'PK', region)) return undefined
  const named = [region, ...region.split(/[,;/]/)].filter(Boolean).map(part => readRegion(country, part)).find(Boolean)
  return named ?? (city ? [city, ...city.split(/[,;/]/)].map(part => regionOfTown(country, part)).find(Boolean) : undefined) ?? undefined
}

/** A web address as people write it: `www.example.pk` becomes `https://www.example.pk/`. Null where it is none. */
function readWebsite(typed: string): string | null {
  const address = /^https?:\/\//i.test(typed) ? typed : `https://${typed}`
  const host = /^https?:\/\/([^/?#\s@]+\.[^/?#\s@.]{2,})([/?#]\S*)?$/i.exec(address)
  return host && address.length <= 300 ? (host[2] ? address : `${address}/`) : null
}
