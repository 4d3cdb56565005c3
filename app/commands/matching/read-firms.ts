import Papa from 'papaparse'
import { isKind, type Kind } from '~/core/companies/kinds'
import { type EngineFirm, type EngineListing, type Direction, type Volume } from '~/core/matching/types'
import { readCode } from '~/core/taxonomy/codes'
import { isLanguage, type Language } from '~/core/taxonomy/language'

/** What is wrong with a file of firms, and where: rows count from 1, the heading row included. */
export class FirmsFileError extends Error {
  constructor(row: number, column: string, problem: string) {
    super(`row ${row}, column ${column}: ${problem}`)
  }
}

const REQUIRED = ['id', 'name', 'country', 'brings', 'seeks'] as const
const OPTIONAL = ['brings_kinds', 'seeks_kinds', 'languages', 'corridors', 'capacity'] as const
type Column = (typeof REQUIRED)[number] | (typeof OPTIONAL)[number]

/** A firm of a file, with its name. */
export interface NamedFirm extends EngineFirm {
  name: string
}

/** Reads a file of firms (columns in any order, others ignored). Throws FirmsFileError at the first thing wrong. */
export function readFirms(text: string): NamedFirm[] {
  const firms: NamedFirm[] = []
  const seen = new Set<string>()
  const reader = new FirmReader()
  let head: Head | undefined
  let row = 0
  Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), {
    skipEmptyLines: 'greedy',
    step: ({ data: cells, errors }) => {
      row++
      const broken = errors.find(error => error.code !== 'UndetectableDelimiter')
      if (broken) throw new FirmsFileError(row, '–', broken.message)
      if (!head) return void (head = readHead(cells))
      if (cells.length > head.width) throw new FirmsFileError(row, String(head.width + 1), `${cells.length} cells under ${head.width} headings`)
      const { places } = head
      const firm = reader.read(column => (cells[places[column]] ?? '').trim(), row)
      if (seen.has(firm.id)) throw new FirmsFileError(row, 'id', `"${firm.id}" stands twice`)
      seen.add(firm.id)
      firms.push(firm)
    },
  })
  if (!head) readHead([])
  return firms
}

/** Where each column stands (−1: nowhere), and how many there are. */
interface Head {
  places: Record<Column, number>
  width: number
}

function readHead(cells: readonly string[]): Head {
  const names = cells.map(name => name.trim().toLowerCase())
  for (const name of REQUIRED) if (!names.includes(name)) throw new FirmsFileError(1, name, 'the column is missing')
  const twice = names.find((name, i) => name && names.indexOf(name) !== i)
  if (twice) throw new FirmsFileError(1, twice, 'the column stands twice')
  return { places: Object.fromEntries([...REQUIRED, ...OPTIONAL].map(name => [name, names.indexOf(name)])) as Record<Column, number>, width: names.length }
}

/** Reads firm by firm, and keeps what many say alike once: a file of 100,000 firms has four times as many listings, but few kinds of text. */
class FirmReader {
  private readonly texts = new Map<string, string>()
  private readonly codes = new Map<string, string | undefined>()
  private readonly kinds = new Map<string, Kind[]>()
  private readonly ids: Record<Direction, string[]> = { brings: [], seeks: [] }

  read(cell: (column: Column) => string, row: number): NamedFirm {
    const [id, country] = [cell('id'), cell('country')]
    if (!id) throw new FirmsFileError(row, 'id', 'is empty')
    if (country !== 'PK' && country !== 'KZ') throw new FirmsFileError(row, 'country', `is "${country.slice(0, 20)}", not PK or KZ`)
    const volume = readCapacity(cell('capacity'), row)
    const listings: EngineListing[] = []
    this.readListings(listings, cell('brings'), 'brings', row, volume)
    this.readListings(listings, cell('seeks'), 'seeks', row, volume)
    const firm: NamedFirm = { id: apart(id), name: apart(cell('name')), country, listings: listings.slice() }
    const [brought, sought, corridors, languages] = [cell('brings_kinds'), cell('seeks_kinds'), cell('corridors'), cell('languages')]
    if (brought) firm.bringsKinds = this.readKinds(brought, 'brings_kinds', row)
    if (sought) firm.seeksKinds = this.readKinds(sought, 'seeks_kinds', row)
    if (corridors) firm.corridors = parts(corridors).map(apart)
    if (languages) firm.languages = readLanguages(languages, row)
    return firm
  }

  /** Listings divided by `|`, each with a code in brackets behind it or not: `raw sheepskins [4102] | wool`. */
  private readListings(into: EngineListing[], cell: string, direction: Direction, row: number, volume: Volume | undefined): void {
    let count = 0
    for (const part of cell.split('|')) {
      const written = part.trim()
      if (!written) continue
      const id = (this.ids[direction][count++] ??= `${direction}-${count}`)
      const bracket = written.endsWith(']') ? written.lastIndexOf('[') : -1
      const code = bracket < 0 ? '' : written.slice(bracket + 1, -1).trim()
      const listing: EngineListing = { id, direction, text: written }
      if (/\d/.test(code) && !code.includes(']')) {
        const statedCode = this.codeOf(code)
        if (!statedCode) throw new FirmsFileError(row, direction, `[${code.slice(0, 20)}] is not a heading of HS 2022 or a service class`)
        listing.text = written.slice(0, bracket).trim() || statedCode
        listing.statedCode = statedCode
      }
      listing.text = this.textOf(listing.text)
      if (volume) listing.volume = volume
      into.push(listing)
    }
  }

  private textOf(text: string): string {
    let own = this.texts.get(text)
    if (own === undefined) this.texts.set((own = apart(text)), own)
    return own
  }

  private codeOf(written: string): string | undefined {
    if (!this.codes.has(written)) this.codes.set(written, readCode(written))
    return this.codes.get(written)
  }

  private readKinds(cell: string, column: Column, row: number): Kind[] {
    let kinds = this.kinds.get(cell)
    if (!kinds) this.kinds.set(cell, (kinds = readKinds(cell, column, row)))
    return kinds
  }
}

/** V8 copies a shorter piece of a text by itself. */
const KEEPS_ITS_WHOLE = 13

/** The same text as a string of its own: a piece cut out of a file keeps the whole file in memory. */
function apart(text: string): string {
  return text.length < KEEPS_ITS_WHOLE ? text : Buffer.from(text).toString()
}

function readLanguages(cell: string, row: number): Language[] {
  return parts(cell.toLowerCase()).map(language => {
    if (!isLanguage(language)) throw new FirmsFileError(row, 'languages', `"${language.slice(0, 20)}" is not en, ru, kk or ur`)
    return language
  })
}

function readKinds(cell: string, column: Column, row: number): Kind[] {
  return parts(cell.toLowerCase()).map(kind => {
    if (!isKind(kind)) throw new FirmsFileError(row, column, `"${kind.slice(0, 20)}" is not a kind`)
    return kind
  })
}

/** `500 t`: an amount a month and its unit. */
function readCapacity(cell: string, row: number): Volume | undefined {
  if (!cell) return undefined
  const [, amount, unit] = /^(\d+(?:[.,]\d+)?)\s*(\p{L}[\p{L}\d³]*)$/u.exec(cell) ?? []
  if (!amount || !unit) throw new FirmsFileError(row, 'capacity', `"${cell.slice(0, 30)}" is not an amount and a unit, such as 500 t`)
  return { amount: Number(amount.replace(',', '.')), unit: unit.toLowerCase() }
}

function parts(cell: string): string[] {
  return cell.split(';').map(part => part.trim()).filter(Boolean)
}
