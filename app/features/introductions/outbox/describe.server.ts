import type { I18n } from '@lingui/core'

import { prerequisitesOf } from '~/core/companies/sectors'
import { cleanLine } from '~/core/introductions/clean-text'
import type { FirstStep } from '~/core/introductions/first-step'
import type { Locale } from '~/core/locale'
import type { Reason } from '~/core/matching/types'
import type { FirmLine, ListingLine } from '~/emails/firms'
import { formatDate, formatNumber } from '~/i18n/format.server'
import { corridorName, corridorStatusName, languageName, periodName, portName, prerequisiteName, unitName } from '~/i18n/words/companies'
import { regionName } from '~/i18n/words/regions'
import type { CorridorStatus, Party, PartyListing } from './material'

/** Concept names in one language; the dictionary's label, else its English one, else null. */
export type ConceptLabel = (code: string) => string | null

/** Everything a description needs besides the facts. */
export type Words = { i18n: I18n; locale: Locale; concept: ConceptLabel }

export type ListingReason = Extract<Reason, { type: 'listing' }>

const maybe = (text: string | null, most?: number) => (text?.trim() ? cleanLine(text, most) : null)

/** "40 t a month" */
export function volumeOf({ i18n, locale }: Words, { amount, unit, period }: Pick<PartyListing, 'amount' | 'unit' | 'period'>): string | null {
  if (amount === null || unit === null) return null
  return [formatNumber(locale, amount, 2), unitName(i18n, unit, amount), period && period !== 'once' ? periodName(i18n, period) : ''].filter(Boolean).join(' ')
}

/** A firm's name, place and size, cleaned, for the reader. */
export function firmLine({ i18n }: Words, party: Party): FirmLine {
  const native = maybe(party.name_native, 120)
  const latin = maybe(party.name_latin, 120)
  const region = party.region ? regionName(i18n, party.region) : null
  const city = maybe(party.city, 60)
  const place = city ?? region ?? ''
  return {
    country: party.country,
    name: native ?? latin ?? i18n._('A firm of the forum'),
    nameLocale: party.name_locale,
    latinName: latin,
    place: [city, region === city ? null : region].filter(Boolean).join(', '),
    city: place,
    facts:
      [
        party.founded_year ? i18n._('founded {year}', { year: String(party.founded_year) }) : null,
        party.employees_band ? i18n._('{band} people', { band: party.employees_band.replace('-', '–') }) : null,
      ]
        .filter(Boolean)
        .join(' · ') || null,
  }
}

/** A listing under its concept's name, with the firm's own words beside it where they say something else. */
export function listingLine(words: Words, listing: PartyListing, code: string | null = listing.code): ListingLine {
  const own = cleanLine(listing.text, 160)
  const label = code ? words.concept(code) : null
  const differs = label !== null && label.toLocaleLowerCase() !== own.toLocaleLowerCase()
  return { label: label ?? own, words: differs ? own : null, wordsLocale: listing.language, volume: volumeOf(words, listing) }
}

/** A concept by its name, or by the words of the listing it was found in. */
export function conceptName(words: Words, code: string, listings: ReadonlyMap<string, PartyListing>): string {
  const named = words.concept(code)
  if (named) return named
  const written = [...listings.values()].find(listing => listing.code === code)
  return written ? cleanLine(written.text, 80) : code
}

/** The papers that goods of these concepts need at the border, or null when none. */
export function documentsOf({ i18n }: Words, codes: readonly string[]): string | null {
  const names = [...new Set(codes.flatMap(prerequisitesOf))].map(prerequisite => prerequisiteName(i18n, prerequisite))
  return names.length > 0 ? names.join(', ') : null
}

/** The routes either firm uses, with their state and since when it is known; those both use first, two at most. */
export function corridorLine({ i18n, locale }: Words, parties: readonly Party[], corridors: readonly CorridorStatus[]): string | null {
  const users = (id: string) => parties.filter(party => party.corridors.includes(id)).length
  const used = corridors.filter(({ id }) => users(id) > 0).sort((a, b) => users(b.id) - users(a.id)).slice(0, 2)
  const lines = used.map(({ id, status, as_of }) =>
    i18n._('{corridor}: {status} (as of {date})', { corridor: corridorName(i18n, id), status: corridorStatusName(i18n, status), date: formatDate(locale, as_of) }),
  )
  return lines.length > 0 ? lines.join('; ') : null
}

/** What both speak, else what the other side speaks and that an interpreter is needed. */
export function languagesLine({ i18n }: Words, reader: Party, other: Party): string {
  const names = (codes: readonly string[]) => codes.map(code => languageName(i18n, code)).join(', ')
  const common = reader.working_languages.filter(code => other.working_languages.includes(code))
  if (common.length > 0) return i18n._('Both: {languages}', { languages: names(common) })
  if (other.working_languages.length === 0) return i18n._('Not said; English is the usual start.')
  return i18n._('They: {languages}. No shared language: plan for an interpreter.', { languages: names(other.working_languages) })
}

/** The suggested first step in two or three short sentences. */
export function firstStepLines(words: Words, step: FirstStep, what: string, corridors: readonly CorridorStatus[]): string[] {
  const { i18n } = words
  const amount = volumeOf(words, { amount: step.amount, unit: step.unit, period: 'once' })
  const goods = amount ? `${what}, ${amount}` : what
  const lead = {
    trial_order: () => i18n._('A trial order: {goods}.', { goods }),
    sample_run: () => i18n._('A sample run: {goods}, processed once before anything is signed.', { goods }),
    training_call: () => i18n._('A call of half an hour: who is trained, where, for how long ({what}).', { what }),
    trial_consignment: () => i18n._('One trial consignment: {goods}.', { goods }),
  }[step.kind]()
  const terms = [step.incoterm, step.port ? portName(i18n, step.port) : null].filter(Boolean).join(', ')
  const status = corridors.find(({ id }) => id === step.corridor)?.status
  return [
    lead,
    ...(terms ? [i18n._('Terms to start from: {terms}.', { terms })] : []),
    ...(step.corridor && status ? [i18n._('Route: {corridor} ({status}).', { corridor: corridorName(i18n, step.corridor), status: corridorStatusName(i18n, status) })] : []),
  ]
}
