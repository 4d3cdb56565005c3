import Papa from 'papaparse'
import { isKind, type Kind } from '~/core/companies/kinds'
import { type EngineFirm, type EngineListing, type Direction, type Volume } from '~/core/matching/types'
import { readCode } from '~/core/taxonomy/codes'
import { isLanguage } from '~/core/taxonomy/language'

/** What is wrong with a file of firms, and where: rows count from 1, the heading row included. */
export class FirmsFileError extends Error {
  constructor(row: number, column: string, problem: string) {
    super(`row ${row}, column ${column}: ${problem}`)
  }
}

const REQUIRED = ['id', 'name', 'country', 'brings', 'seeks'] as const
const OPTIONAL = ['brings_kinds', 'seeks_kinds', 'languages', 'corridors', 'capacity'] as const
type Column = (typeof REQUIRED)[number] | (typeof OPTIONAL)[number]
type Row = Record<Column, string>

/** A firm of a file, with its name. */
export interface NamedFirm extends EngineFirm {
  name: string
}

/** Reads a file of firms (columns in any order, others ignored). Throws FirmsFileError at the first thing wrong. */
export function readFirms(text: string): NamedFirm[] {
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: 'greedy' })
  const broken = errors.find(error => error.code !== 'UndetectableDelimiter')
  if (broken) throw new FirmsFileError((broken.row ?? 0) + 1, '–', broken.message)
  const head = (data[0] ?? []).map(name => name.trim().toLowerCase())
  for (const name of REQUIRED) if (!head.includes(name)) throw new FirmsFileError(1, name, 'the column is missing')
  const twice = head.find((name, i) => name && head.indexOf(name) !== i)
  if (twice) throw new FirmsFileError(1, twice, 'the column stands twice')
  const seen = new Set<string>()
  return data.slice(1).map((cells, i) => {
    const row = i + 2
    if (cells.length > head.length) throw new FirmsFileError(row, String(head.length + 1), `${cells.length} cells under ${head.length} headings`)
    const value = (name: Column) => (cells[head.indexOf(name)] ?? '').trim()
    const firm = readFirm(Object.fromEntries([...REQUIRED, ...OPTIONAL].map(name => [name, value(name)])) as Row, row)
    if (seen.has(firm.id)) throw new FirmsFileError(row, 'id', `"${firm.id}" stands twice`)
    seen.add(firm.id)
    return firm
  })
}

function readFirm(cells: Row, row: number): NamedFirm {
  const { id, name, country } = cells
  if (!id) throw new FirmsFileError(row, 'id', 'is empty')
  if (country !== 'PK' && country !== 'KZ') throw new FirmsFileError(row, 'country', `is "${country.slice(0, 20)}", not PK or KZ`)
  const volume = readCapacity(cells.capacity, row)
  const listings = [...readListings(cells.brings, 'brings', row, volume), ...readListings(cells.seeks, 'seeks', row, volume)]
  return {
    id, name, country, listings,
    ...(cells.brings_kinds && { bringsKinds: readKinds(cells.brings_kinds, 'brings_kinds', row) }),
    ...(cells.seeks_kinds && { seeksKinds: readKinds(cells.seeks_kinds, 'seeks_kinds', row) }),
    ...(cells.corridors && { corridors: parts(cells.corridors) }),
    ...(cells.languages && { languages: parts(cells.languages.toLowerCase()).map(language => {
      if (!isLanguage(language)) throw new FirmsFileError(row, 'languages', `"${language.slice(0, 20)}" is not en, ru, kk or ur`)
      return language
    }) }),
  }
}

/** Listings divided by `|`, each with a code in brackets behind it or not: `raw sheepskins [4102] | wool`. */
function readListings(cell: string, direction: Direction, row: number, volume: Volume | undefined): EngineListing[] {
  return cell.split('|').map(part => part.trim()).filter(Boolean).map((part, i) => {
    const base = { id: `${direction}-${i + 1}`, direction, ...(volume && { volume }) }
    const bracket = /^(.*)\[\s*([^\][]*\d[^\][]*)\]\s*$/su.exec(part)
    if (!bracket) return { ...base, text: part }
    const statedCode = readCode(bracket[2]!)
    if (!statedCode) throw new FirmsFileError(row, direction, `[${bracket[2]!.trim().slice(0, 20)}] is not a heading of HS 2022 or a service class`)
    return { ...base, text: bracket[1]!.trim() || statedCode, statedCode }
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
