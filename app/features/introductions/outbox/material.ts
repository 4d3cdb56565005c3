import type { Country } from '~/core/companies/country'
import type { Direction } from '~/core/companies/profile'
import type { Kind } from '~/core/companies/kinds'
import type { Locale } from '~/core/locale'
import type { Reason } from '~/core/matching/types'
import type { DealType } from '~/core/taxonomy/deal-types'
import type { IntroductionState } from '~/core/transitions'

/** A listing as the counterpart may see it. */
export type PartyListing = {
  id: string
  direction: Direction
  kind: Kind
  text: string
  language: Locale | null
  amount: number | null
  unit: string | null
  period: 'once' | 'month' | 'year' | null
  code: string | null
}

/** A firm as its counterpart may see it: who and why, without contacts. */
export type Party = {
  company_id: string
  country: Country
  name_native: string | null
  name_latin: string | null
  name_locale: Locale | null
  region: string | null
  city: string | null
  founded_year: number | null
  employees_band: string | null
  about: string | null
  sectors: string[]
  corridors: string[]
  ports: string[]
  incoterms: string[]
  certificates: string[]
  working_languages: string[]
  is_demo: boolean
  listings: PartyListing[]
}

export type CorridorStatus = { id: string; status: 'open' | 'restricted' | 'closed'; as_of: string }

/** What a mail is written from, as `mail_material` reads it at one moment. Times are ISO, of the database's clock. */
export type MailMaterial = {
  now: string
  forum: { id: string; slug: string; name: string; host_city: string; starts_on: string; ends_on: string; desk_email: string; expire_days: number; is_demo: boolean } | null
  company: { id: string; country: Country; name_native: string | null; name_latin: string | null; name_locale: Locale | null } | null
  introduction: {
    id: string
    mode: 'double_opt_in' | 'direct'
    state: IntroductionState
    reasons: Reason[]
    deal_type: DealType | null
    sent_at: string | null
    expires_at: string | null
    connected_at: string | null
  } | null
  /** Pakistan's first; empty without an introduction. */
  parties: Party[]
  /** The organizer's word to the reader. */
  note: string | null
  /** The counterpart's, where it is open. */
  contact: { name: string; role_title: string | null; email: string; phone: string | null } | null
  answer: 'yes' | 'not_now' | 'no' | null
  corridors: CorridorStatus[]
}
