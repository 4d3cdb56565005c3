import type { ProfileState } from '~/core/transitions'
import type { Locale } from '~/core/locale'
import type { Country } from './country'
import type { Kind } from './kinds'
import type { RegistrationKind } from './registration-number'

export type Direction = 'brings' | 'seeks'

/** What a listing's words were understood as; weights sum to at most 1. */
export type ConceptWeight = { code: string; weight: number }

/** One thing a company brings or seeks, in its own words. */
export type Listing = {
  id: string
  direction: Direction
  position: number
  text: string
  language: Locale | null
  kind: Kind
  amount: number | null
  unit: string | null
  period: 'once' | 'month' | 'year' | null
  statedCode: string | null
  confirmedCode: string | null
  concepts: ConceptWeight[]
  expiresOn: string | null
}

/** A company as its own members and its organizers see it. Dates are ISO strings; `completeness` is per cent. */
export type Company = {
  id: string
  country: Country
  state: ProfileState
  nameNative: string | null
  nameLatin: string | null
  nameLocale: Locale | null
  registrationKind: RegistrationKind | null
  registrationNumber: string | null
  region: string | null
  city: string | null
  foundedYear: number | null
  employeesBand: string | null
  website: string | null
  about: string | null
  sectors: string[]
  corridors: string[]
  ports: string[]
  incoterms: string[]
  certificates: string[]
  workingLanguages: string[]
  locale: Locale
  showName: boolean
  completeness: number
  isDemo: boolean
  version: number
  publishedAt: string | null
  confirmedAt: string | null
  updatedAt: string
}

/** A person of a company. Private until both sides of an introduction have agreed. */
export type Contact = { id: string; companyId: string; name: string; roleTitle: string | null; email: string; phone: string | null; locale: Locale }
