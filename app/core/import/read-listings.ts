import { readAmount } from '~/core/companies/amount'
import { volumePeriods, volumeUnits } from '~/core/companies/country'
import { isKind, type Kind } from '~/core/companies/kinds'
import { latinDigits } from '~/core/digits'
import { readCode } from '~/core/taxonomy/codes'

/** A listing as a cell says it, its words not yet understood. */
export interface WrittenListing {
  text: string
  kind: Kind
  amount: number | null
  unit: string | null
  period: 'once' | 'month' | 'year' | null
  statedCode: string | null
}

export type ListingProblem = 'code' | 'too_long' | 'too_many'
/** A firm may bring and seek so many things (the database says so too). */
const MOST = 20
const LONGEST = 500

const UNITS: Readonly<Record<string, (typeof volumeUnits)[number]>> = {
  ...Object.fromEntries(volumeUnits.map(unit => [unit, unit])), т: 't', тонн: 't', тонна: 't', tonnes: 't', tons: 't', ton: 't', ٹن: 't', кг: 'kg', л: 'l', 'м2': 'm2', 'м²': 'm2', 'm²': 'm2', 'м3': 'm3', 'м³': 'm3', 'm³': 'm3',
  м: 'm', шт: 'piece', pcs: 'piece', pieces: 'piece', дана: 'piece', containers: 'container', teu: 'container', конт: 'container', голов: 'head', бас: 'head', $: 'usd',
}
const PERIODS: Readonly<Record<string, (typeof volumePeriods)[number]>> = { ...Object.fromEntries(volumePeriods.map(period => [period, period])), мес: 'month', месяц: 'month', ай: 'month', год: 'year', жыл: 'year', pm: 'month', pa: 'year' }

// Behind the words, in any order: `[4102]` a code, `(40 t/month)` a volume. Before them: `training:` a kind.
const CODE = /\[\s*([^\][]*\d[^\][]*)\]\s*$/u
const VOLUME = /\(\s*([\d\s.,٫٬۰-۹٠-٩]+)\s*([\p{L}$²³\d]+)\.?(?:\s*(?:\/|per|a|в|في)\s*(\p{L}+)\.?)?\s*\)\s*$/u
const KIND = /^([a-z]+)\s*:\s*/

/** One listing with its code, volume and kind, each where it stands. */
function readListing(written: string, otherwise: Kind): { listing: WrittenListing; problem?: ListingProblem } {
  let text = written.trim()
  const listing: WrittenListing = { text: '', kind: otherwise, amount: null, unit: null, period: null, statedCode: null }
  let problem: ListingProblem | undefined
  for (let turn = 0; turn < 2; turn++) {
    const code = CODE.exec(text)
    if (code) {
      const read = readCode(latinDigits(code[1]!))
      if (read) listing.statedCode = read
      else problem = 'code'
      text = text.slice(0, code.index).trim()
    }
    const volume = VOLUME.exec(text)
    const [amount, unit] = volume ? [readAmount(volume[1]!), UNITS[volume[2]!.toLowerCase()]] : [null, undefined]
    if (volume && amount !== null && unit) {
      Object.assign(listing, { amount, unit, period: PERIODS[(volume[3] ?? 'month').toLowerCase()] ?? 'month' })
      text = text.slice(0, volume.index).trim()
    }
  }
  const kind = KIND.exec(text)
  if (kind && isKind(kind[1]!)) {
    listing.kind = kind[1]
    text = text.slice(kind[0].length).trim()
  }
  listing.text = (text || listing.statedCode) ?? ''
  if (listing.text.length > LONGEST) problem = 'too_long'
  return { listing, problem }
}

/**
 * The listings of a cell, divided by `|`, line ends or, where there is neither, semicolons; empty parts are nothing, the same words twice once.
 * @param kinds said for the whole cell: all alike or one a listing, in order; goods where nothing is said
 */
export function readListings(cell: string, kinds: readonly Kind[] = []): { listings: WrittenListing[]; problem?: ListingProblem } {
  const divider = /[|\n\r]/.test(cell) ? /[|\n\r]+/ : /[;؛]+/
  const parts = cell.split(divider).map(part => part.replace(/^[\s•*–—-]+/u, '').trim()).filter(Boolean)
  const kindOf = (i: number) => (kinds.length === parts.length ? kinds[i] : kinds.length === 1 ? kinds[0] : undefined) ?? 'goods'
  const read = parts.map((part, i) => readListing(part, kindOf(i)))
  const listings = read.map(({ listing }) => listing).filter((listing, i, all) => all.findIndex(other => other.text === listing.text) === i)
  const problem = read.find(one => one.problem)?.problem ?? (listings.length > MOST ? 'too_many' : undefined)
  return problem ? { listings, problem } : { listings }
}
