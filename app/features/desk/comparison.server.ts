import type { I18n } from '@lingui/core'

import type { Listing } from '~/core/companies/profile'
import type { Locale } from '~/core/locale'
import type { PointRow, Reason } from '~/core/matching/types'
import { formatNumber } from '~/i18n/format.server'
import { certificateName, corridorName, kindName, languageName, periodName, portName, unitName } from '~/i18n/words/companies'
import { dealTypeName, signalName } from '~/i18n/words/matches'
import { regionName } from '~/i18n/words/regions'
import type { DeskFirm, PairFacts } from './desk-facts'
import type { Cell, ComparisonRow } from './pair-view'
import { signed } from './why-bar'
import { daysAgo } from './words'

type Reader = { i18n: I18n; locale: Locale; now: Date }
type ListingReason = Extract<Reason, { type: 'listing' }>

/** 'HS 4102', 'ISIC 5210'; kept apart from what stands beside it: in Urdu a figure that follows would be drawn before it, away from its unit. */
export const codeWords = (code: string): string => `\u2066${code.includes(':') ? code.replace(':', ' ').toUpperCase() : `HS ${code}`}\u2069`

/** '40 t a month' */
function volumeWords({ i18n, locale }: Reader, listing: Listing): string {
  if (listing.amount === null || !listing.unit) return ''
  const words = `${formatNumber(locale, listing.amount, 1)} ${unitName(i18n, listing.unit, listing.amount)}`
  return listing.period ? `${words} ${periodName(i18n, listing.period)}` : words
}

const directionWords = (i18n: I18n, direction: Listing['direction']) => (direction === 'brings' ? i18n._('Brings') : i18n._('Seeks'))

function listingCell(reader: Reader, listing: Listing, code: string): Cell {
  const more = [codeWords(code), listing.kind === 'goods' ? '' : kindName(reader.i18n, listing.kind), volumeWords(reader, listing)].filter(Boolean).join(' · ')
  return { key: directionWords(reader.i18n, listing.direction), value: listing.text, lang: listing.language ?? undefined, more }
}

function listingRow(reader: Reader, { pk, kz }: PairFacts, reason: ListingReason, i: number): ComparisonRow | null {
  const { via } = reason
  const [bringer, other] = reason.bringer === 'PK' ? [pk, kz] : [kz, pk]
  const brought = bringer.listings.find(listing => listing.id === reason.brought)
  const met = other.listings.find(listing => listing.id === reason.met)
  if (!brought || !met) return null
  const from = listingCell(reader, brought, via.by === 'concept' ? via.code : via.from)
  const to = listingCell(reader, met, via.by === 'concept' ? via.code : via.to)
  return {
    id: `listing-${i}`, label: dealTypeName(reader.i18n, reason.deal), points: reason.points, shown: signed(reason.points),
    left: [reason.bringer === 'PK' ? from : to], right: [reason.bringer === 'PK' ? to : from],
  }
}

const list = (words: string[], none: string) => (words.length ? words.join(', ') : none)

function volumeCell(reader: Reader, firm: DeskFirm, reasons: readonly Reason[]): Cell[] {
  const told = new Set(reasons.flatMap(reason => (reason.type === 'volume' ? [reason.listing, reason.met] : [])))
  const stated = firm.listings.filter(listing => listing.amount !== null)
  const shown = stated.filter(listing => told.has(listing.id))
  const cells = (shown.length ? shown : stated.slice(0, 1)).map(listing => ({ key: directionWords(reader.i18n, listing.direction), value: volumeWords(reader, listing), more: listing.text, lang: undefined }))
  return cells.length ? cells : [{ key: reader.i18n._('Volume'), value: reader.i18n._('Not stated') }]
}

/** What each side of a row of points says of one firm. */
function signalCells(reader: Reader, row: PointRow, firm: DeskFirm, reasons: readonly Reason[]): Cell[] {
  const { i18n, now } = reader
  const none = i18n._('Not stated')
  const kinds = (direction: Listing['direction']) => [...new Set(firm.listings.filter(listing => listing.direction === direction).map(listing => kindName(i18n, listing.kind)))]
  switch (row.signal) {
    case 'volume':
      return volumeCell(reader, firm, reasons)
    case 'route':
      return [{ key: i18n._('Ships'), value: list(firm.corridors.map(corridor => corridorName(i18n, corridor)), none), more: [...firm.ports.map(port => portName(i18n, port)), ...firm.incoterms].join(', ') }]
    case 'languages':
      return [{ key: i18n._('Speaks'), value: list(firm.workingLanguages.map(language => languageName(i18n, language)), none) }]
    case 'certificates':
      return [{ key: i18n._('Holds'), value: list(firm.certificates.map(certificate => certificateName(i18n, certificate)), i18n._('None named')) }]
    case 'size':
      return [{ key: i18n._('People'), value: firm.employeesBand?.replace('-', '–') ?? none, more: firm.region ? regionName(i18n, firm.region) : undefined }]
    case 'profile':
      return [{ key: i18n._('Updated'), value: daysAgo(i18n, new Date(firm.confirmedAt ?? firm.updatedAt), now), more: i18n._('{percent} % complete', { percent: firm.completeness }) }]
    default:
      return [{ key: i18n._('Brings'), value: list(kinds('brings'), none), more: kinds('seeks').length ? `${i18n._('Seeks')}: ${kinds('seeks').join(', ')}` : undefined }]
  }
}

/** The rows of the comparison: what meets what, then each other signal. Their points sum to the score. */
export function comparisonRows(reader: Reader, facts: PairFacts): ComparisonRow[] {
  const listings = facts.reasons.filter((reason): reason is ListingReason => reason.type === 'listing')
  const met = listings.map((reason, i) => listingRow(reader, facts, reason, i)).filter(row => row !== null)
  // A listing edited since leaves its points without a row of their own: the product row then stands whole.
  const whole = met.length === listings.length && met.length > 0
  const others = facts.points
    .filter(row => (row.signal === 'product' ? !whole : row.signal !== 'dealType' || row.points !== 0))
    .map(row => ({
      id: row.signal, label: signalName(reader.i18n, row.signal), points: row.points, shown: signed(row.points),
      left: signalCells(reader, row, facts.pk, facts.reasons), right: signalCells(reader, row, facts.kz, facts.reasons),
    }))
  return [...(whole ? met : []), ...others]
}
