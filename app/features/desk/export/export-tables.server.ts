import type { I18n } from '@lingui/core'

import { importFields, type ImportField } from '~/core/import/fields'
import type { Listing } from '~/core/companies/profile'
import type { Locale } from '~/core/locale'
import { isDealType } from '~/core/taxonomy/deal-types'
import { isLanguage } from '~/core/taxonomy/language'
import { formatDate } from '~/i18n/format.server'
import { countryName, profileStateName } from '~/i18n/words/companies'
import { dealTypeName, evidenceName, introductionStateName, matchStateName, outcomeKindName, rejectReasonName } from '~/i18n/words/matches'
import { regionName } from '~/i18n/words/regions'
import type { FirmFilters } from '../company-filters'
import type { Cell } from '../csv'
import { fieldName } from '../import/import-words'
import type { QueueFilters } from '../queue-filters'
import { flagName, sectorWords } from '../words'
import type { ExportDesk, ExportedFirm } from './export.store.server'
import type { Table } from './spreadsheet.server'

type Reader = { i18n: I18n; locale: Locale }

async function* mapped<Row>(pages: AsyncIterable<Row[]>, line: (row: Row) => Cell[]): AsyncIterable<Cell[][]> {
  for await (const page of pages) yield page.map(line)
}

/** A listing as the import reads it: its kind before, its code and volume behind. */
export function writtenListing({ text, kind, statedCode, amount, unit, period }: Listing): string {
  const volume = amount !== null && unit ? ` (${amount} ${unit}/${period ?? 'month'})` : ''
  return `${kind === 'goods' ? '' : `${kind}: `}${text.replaceAll('|', '/')}${statedCode && statedCode !== text ? ` [${statedCode}]` : ''}${volume}`
}
const side = (firm: ExportedFirm, direction: Listing['direction']) => firm.listings.filter(listing => listing.direction === direction)

/** The firms, every column as the import reads it, then what was shown to and done for each. */
export function firmsOut({ i18n, locale }: Reader, store: ExportDesk, forum: string, filters: FirmFilters): Table {
  const fields = importFields.filter(field => field !== 'bringsKinds' && field !== 'seeksKinds')
  const list = (values: readonly string[]) => values.join('; ')
  const values = (firm: ExportedFirm): Partial<Record<ImportField, Cell>> => ({
    name: firm.nameNative, nameLatin: firm.nameLatin, country: firm.country, registration: firm.registrationNumber, registrationKind: firm.registrationKind?.toUpperCase() ?? '',
    region: firm.region ? regionName(i18n, firm.region) : '', city: firm.city, brings: side(firm, 'brings').map(writtenListing).join(' | '), seeks: side(firm, 'seeks').map(writtenListing).join(' | '),
    contact: firm.contact?.name ?? '', role: firm.contact?.roleTitle ?? '', email: firm.contact?.email ?? '', phone: firm.contact?.phone ?? '', language: firm.locale, languages: list(firm.workingLanguages),
    corridors: list(firm.corridors), ports: list(firm.ports), incoterms: list(firm.incoterms), certificates: list(firm.certificates), employees: firm.employeesBand,
    founded: firm.foundedYear, website: firm.website, about: firm.about,
  })
  const day = (time: string | null) => (time ? formatDate(locale, time) : '')
  return {
    head: [...fields.map(field => fieldName(i18n, field)), i18n._('State'), i18n._('Sectors'), i18n._('Complete, %'), i18n._('Published'), i18n._('Confirmed'), i18n._('Suggested'), i18n._('Introduced'), i18n._('Connected'), i18n._('Unanswered')],
    rows: mapped(store.firms(forum, filters), firm => {
      const said = values(firm)
      return [
        ...fields.map(field => said[field] ?? ''), profileStateName(i18n, firm.state), firm.sectors.map(sector => sectorWords(i18n, sector)).join('; '), firm.completeness, day(firm.publishedAt), day(firm.confirmedAt),
        firm.suggested, firm.introduced, firm.connected, firm.unanswered,
      ]
    }),
  }
}

/** The firms in the form that `npm run match` reads: published and validated ones that bring or seek anything. */
export function offlineOut(store: ExportDesk, forum: string): Table {
  const monthly: Record<string, number> = { month: 1, year: 12, once: 1 }
  // Brackets would be read as a code, a bar as the next listing.
  const listing = ({ text, confirmedCode, statedCode }: Listing) => {
    const code = confirmedCode ?? statedCode
    return `${text.replaceAll('|', '/').replaceAll('[', '(').replaceAll(']', ')')}${code ? ` [${code}]` : ''}`
  }
  const kinds = (listings: readonly Listing[]) => [...new Set(listings.map(one => one.kind))].join(';')
  const capacity = (listings: readonly Listing[]) => {
    const most = listings.find(one => one.amount !== null && one.unit)
    return most?.amount ? `${Number((most.amount / (monthly[most.period ?? 'month'] ?? 1)).toFixed(2))} ${most.unit}` : ''
  }
  async function* rows(): AsyncIterable<Cell[][]> {
    for await (const page of store.firms(forum, {}))
      yield page.filter(firm => (firm.state === 'published' || firm.state === 'validated') && firm.listings.length > 0).map(firm => {
        const [brings, seeks] = [side(firm, 'brings'), side(firm, 'seeks')]
        return [
          firm.id, firm.nameLatin ?? firm.nameNative, firm.country, brings.map(listing).join(' | '), seeks.map(listing).join(' | '), kinds(brings), kinds(seeks), firm.workingLanguages.filter(isLanguage).join(';'),
          firm.corridors.join(';'), capacity(brings),
        ]
      })
  }
  return { head: ['id', 'name', 'country', 'brings', 'seeks', 'brings_kinds', 'seeks_kinds', 'languages', 'corridors', 'capacity'], rows: rows() }
}

const pairHead = (i18n: I18n) => [i18n._('Firm in Pakistan'), i18n._('In Latin letters'), i18n._('Firm in Kazakhstan'), i18n._('In Latin letters')]
type Pair = { pk: { native: string | null; latin: string | null }; kz: { native: string | null; latin: string | null } }
const pairCells = ({ pk, kz }: Pair): Cell[] => [pk.native, pk.latin, kz.native, kz.latin]
const answerWords = (i18n: I18n, answer: 'yes' | 'not_now' | 'no') => ({ yes: i18n._('yes'), not_now: i18n._('not now'), no: i18n._('no') })[answer]
const dealWords = (i18n: I18n, deal: string | null) => (deal && isDealType(deal) ? dealTypeName(i18n, deal) : '')

/** The pairs that the queue's filters mean. */
export function matchesOut({ i18n, locale }: Reader, store: ExportDesk, forum: string, filters: QueueFilters): Table {
  const day = (time: string | null) => (time ? formatDate(locale, time) : '')
  return {
    head: [...pairHead(i18n), i18n._('Score'), i18n._('State'), i18n._('Sector'), i18n._('Kind of deal'), i18n._('Warnings'), i18n._('Suggested on'), i18n._('Snoozed until'), i18n._('Decided by'), i18n._('Decided on'), i18n._('Reason'), i18n._('Note')],
    rows: mapped(store.matches(forum, filters), match => [
      ...pairCells(match), match.score, matchStateName(i18n, match.state), match.sector ? sectorWords(i18n, match.sector) : '', dealWords(i18n, match.deal), match.flags.map(flag => flagName(i18n, flag)).join('; '),
      day(match.createdAt), day(match.snoozedUntil), match.decidedBy, day(match.decidedAt), match.rejectReason ? rejectReasonName(i18n, match.rejectReason) : '', match.rejectNote,
    ]),
  }
}

/** The introductions with both sides' answers. */
export function introductionsOut({ i18n, locale }: Reader, store: ExportDesk, forum: string): Table {
  const day = (time: string | null) => (time ? formatDate(locale, time) : '')
  return {
    head: [
      ...pairHead(i18n), i18n._('State'), i18n._('Score'), i18n._('Kind of deal'), i18n._('Approved on'), i18n._('Sent on'), i18n._('Connected on'), i18n._('Closed on'),
      i18n._('Answer from Pakistan'), i18n._('On'), i18n._('Answer from Kazakhstan'), i18n._('On'),
    ],
    rows: mapped(store.introductions(forum), one => [
      ...pairCells(one), introductionStateName(i18n, one.state), one.score, dealWords(i18n, one.deal), day(one.createdAt), day(one.sentAt), day(one.connectedAt), day(one.closedAt),
      ...(['PK', 'KZ'] as const).flatMap(country => [one.answers[country] ? answerWords(i18n, one.answers[country].answer) : '', day(one.answers[country]?.at ?? null)]),
    ]),
  }
}

/** The outcomes, claimed and proven told apart. */
export function outcomesOut({ i18n, locale }: Reader, store: ExportDesk, forum: string): Table {
  return {
    head: [...pairHead(i18n), i18n._('Outcome'), i18n._('Value, US$'), i18n._('On'), i18n._('Evidence'), i18n._('Reported by'), i18n._('Kind of deal'), i18n._('Document'), i18n._('Note')],
    rows: mapped(store.outcomes(forum), one => [
      ...pairCells(one), outcomeKindName(i18n, one.kind), one.value === null ? null : Number(one.value), formatDate(locale, one.on), evidenceName(i18n, one.evidence), one.by ? countryName(i18n, one.by) : i18n._('The desk'),
      dealWords(i18n, one.deal), one.document, one.note,
    ]),
  }
}
