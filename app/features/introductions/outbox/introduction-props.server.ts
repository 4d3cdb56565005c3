import { cleanAddress, cleanLine, cleanText } from '~/core/introductions/clean-text'
import { firstStep } from '~/core/introductions/first-step'
import type { Exchange, IntroductionProps, OpenContact } from '~/emails/introduction'
import { dealTypeName } from '~/i18n/words/matches'
import { reasonSentence } from '~/i18n/words/reasons'
import { conceptName, corridorLine, documentsOf, firmLine, firstStepLines, languagesLine, listingLine, type ListingReason, type Words } from './describe.server'
import type { MailMaterial, Party, PartyListing } from './material'

/** Both sides of an introduction, as its reader sees them. */
export type Sides = { reader: Party; other: Party; listings: ReadonlyMap<string, PartyListing>; met: ListingReason[] }

const DAY_MS = 24 * 60 * 60 * 1000
const MOST_REASONS = 4

/** Who is who; throws when the introduction or one of its firms is gone, which the outbox then shows. */
export function sidesOf({ parties, introduction, company }: MailMaterial): Sides {
  const reader = parties.find(party => party.company_id === company?.id)
  const other = parties.find(party => party.company_id !== company?.id)
  if (!reader || !other || !introduction) throw new Error('The introduction or one of its firms is gone')
  const listings = new Map(parties.flatMap(party => party.listings.map(listing => [listing.id, listing] as const)))
  const met = introduction.reasons.filter((reason): reason is ListingReason => reason.type === 'listing').sort((a, b) => b.points - a.points)
  return { reader, other, listings, met }
}

const broughtCode = ({ via }: ListingReason) => (via.by === 'concept' ? via.code : via.from)
const metCode = ({ via }: ListingReason) => (via.by === 'concept' ? via.code : via.to)

/** What one side brings that met the other, each listing once. */
function exchangeOf(words: Words, { listings, met }: Sides, bringer: Party): Exchange | null {
  const reasons = met.filter(reason => reason.bringer === bringer.country)
  const lines = (pick: (reason: ListingReason) => readonly [id: string, code: string]) => {
    const once = new Map(reasons.map(reason => pick(reason)))
    return [...once].flatMap(([id, code]) => {
      const listing = listings.get(id)
      return listing ? [listingLine(words, listing, code)] : []
    })
  }
  const brought = lines(reason => [reason.brought, broughtCode(reason)])
  const sought = lines(reason => [reason.met, metCode(reason)])
  if (brought.length === 0 || sought.length === 0) return null
  return { brought, sought, soughtIsMade: reasons.every(reason => reason.metDirection === 'brings') }
}

/** What else a firm brings or seeks, by name. */
function alsoOf(words: Words, { met }: Sides, party: Party, direction: 'brings' | 'seeks'): string | null {
  const told = new Set(met.flatMap(reason => [reason.brought, reason.met]))
  const rest = party.listings.filter(listing => listing.direction === direction && !told.has(listing.id)).slice(0, 4)
  return rest.length > 0 ? rest.map(listing => listingLine(words, listing).label).join('; ') : null
}

export function openContact({ contact }: MailMaterial): OpenContact | null {
  const email = contact ? cleanAddress(contact.email) : null
  if (!contact || !email) return null
  return { name: cleanLine(contact.name, 120), role: contact.role_title ? cleanLine(contact.role_title, 120) : null, email, phone: contact.phone ? cleanLine(contact.phone, 40) : null }
}

/** The concept that a pair is chiefly about, by name. */
export function chieflyOf(words: Words, { met, listings }: Sides, deal: IntroductionDeal): string {
  const strongest = met[0]
  if (strongest) return conceptName(words, broughtCode(strongest), listings)
  return deal ? dealTypeName(words.i18n, deal) : words.i18n._('a partnership')
}
type IntroductionDeal = NonNullable<MailMaterial['introduction']>['deal_type']

function stepOf(words: Words, sides: Sides, material: MailMaterial): string[] {
  const strongest = sides.met[0]
  const [bringer, seeker] = strongest?.bringer === sides.reader.country ? [sides.reader, sides.other] : [sides.other, sides.reader]
  const wanted = sides.listings.get(strongest?.met ?? '')
  const offered = sides.listings.get(strongest?.brought ?? '')
  const lot = [wanted, offered].find(listing => listing && listing.amount !== null) ?? { amount: null, unit: null, period: null }
  const deal = material.introduction?.deal_type ?? 'supply'
  const usable = material.corridors.filter(corridor => corridor.status !== 'closed').map(corridor => corridor.id)
  return firstStepLines(words, firstStep(deal, bringer, seeker, lot, usable), chieflyOf(words, sides, deal), material.corridors)
}

/** What an introduction is written from, for mail and answer page alike. */
export function introductionProps(words: Words, material: MailMaterial, links: IntroductionProps['links'], how: { passedOn?: boolean; reminder?: boolean }): IntroductionProps {
  const sides = sidesOf(material)
  const { reader, other, listings, met } = sides
  const labels = { concept: (code: string) => conceptName(words, code, listings), listing: (id: string) => listings.get(id)?.text, reader: reader.country }
  const introduction = material.introduction!
  // The other side's gift first: that is what makes one read on.
  const ranked = [...introduction.reasons].sort((a, b) => Number(b.type === 'listing' && b.bringer !== reader.country) - Number(a.type === 'listing' && a.bringer !== reader.country))
  const sentences = [...new Set(ranked.map(reason => reasonSentence(words.i18n, reason, labels)))]
  const waits = new Date(material.now).getTime() + (material.forum?.expire_days ?? 14) * DAY_MS
  return {
    reader: firmLine(words, reader),
    other: firmLine(words, other),
    about: other.about?.trim() ? cleanText(other.about, 280) : null,
    why: sentences.slice(0, MOST_REASONS),
    chiefly: chieflyOf(words, sides, introduction.deal_type),
    theyBring: exchangeOf(words, sides, other),
    youBring: exchangeOf(words, sides, reader),
    alsoBrings: alsoOf(words, sides, other, 'brings'),
    alsoSeeks: alsoOf(words, sides, other, 'seeks'),
    practical: {
      documents: documentsOf(words, met.map(broughtCode)),
      corridor: corridorLine(words, [reader, other], material.corridors),
      languages: languagesLine(words, reader, other),
    },
    firstStep: stepOf(words, sides, material),
    note: material.note ? cleanText(material.note, 1_000) : null,
    contact: openContact(material),
    answerBy: introduction.expires_at ?? new Date(waits).toISOString(),
    links,
    passedOn: how.passedOn ?? false,
    reminder: how.reminder ?? false,
  }
}
