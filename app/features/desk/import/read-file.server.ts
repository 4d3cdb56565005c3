import { createHash } from 'node:crypto'
import { inflateRawSync } from 'node:zlib'

import type { Cell, Workbook } from 'exceljs'
import Papa from 'papaparse'

import { fieldsNamed } from '~/core/import/fields'

/** A spreadsheet read: its headings and the rows below that are not empty, each with the number the spreadsheet shows. */
export interface ReadFile {
  headings: string[]
  rows: { row: number; cells: string[] }[]
  hash: string
}

/** Why a file cannot be read at all. */
export type FileTrouble = 'empty' | 'too_large' | 'too_many_rows' | 'not_a_table' | 'old_excel'
export class UnreadableFile extends Error {
  override name = 'UnreadableFile'
  constructor(readonly trouble: FileTrouble) {
    super(trouble)
  }
}

export const MOST_BYTES = 10 * 1024 * 1024
export const MOST_ROWS = 10_000
const MOST_COLUMNS = 100
const LONGEST_CELL = 4000
/** So far down headings are looked for, under titles and notes. */
const TITLE_ROWS = 20
type Line = { row: number; cells: string[] }
/** What a workbook of ten megabytes may unpack to: far more than ten thousand rows need, far less than a bomb wants. */
const MOST_UNPACKED = 200 * 1024 * 1024

/** Reads a CSV (UTF-8, UTF-16, or Windows-1251 as a Russian Excel saves it; comma, semicolon or tab) or an XLSX (the sheet whose headings tell most). */
export async function readFile(bytes: Uint8Array): Promise<ReadFile> {
  if (bytes.length === 0) throw new UnreadableFile('empty')
  if (bytes.length > MOST_BYTES) throw new UnreadableFile('too_large')
  const starts = (...signature: number[]) => signature.every((byte, i) => bytes[i] === byte)
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) throw new UnreadableFile('old_excel')
  const tables = starts(0x50, 0x4b, 0x03, 0x04) ? await readWorkbook(bytes) : [readCsv(bytes)]
  const { lines, at } = tables.map(tidy).map(lines => ({ lines, ...headingsOf(lines) })).reduce((best, table) => (table.fields > best.fields ? table : best))
  if (at < 0) throw new UnreadableFile('not_a_table')
  const headings = trimmed(lines[at]!.cells)
  // Lists that were put together page by page repeat their headings.
  const rows = lines.slice(at + 1).filter(({ cells }) => trimmed(cells).join('\n') !== headings.join('\n'))
  if (rows.length === 0) throw new UnreadableFile('empty')
  if (rows.length > MOST_ROWS) throw new UnreadableFile('too_many_rows')
  return { headings, rows: rows.map(({ row, cells }) => ({ row, cells: cells.slice(0, headings.length) })), hash: createHash('sha256').update(bytes).digest('hex') }
}

const tidy = (table: readonly Line[]): Line[] => table.map(({ row, cells }) => ({ row, cells: cells.slice(0, MOST_COLUMNS).map(clean) })).filter(({ cells }) => cells.some(Boolean))

/** Where the headings stand: the row near the top that names most fields; where none names two, the first with two cells filled. Titles stand above. */
function headingsOf(lines: readonly Line[]): { at: number; fields: number } {
  const near = lines.slice(0, TITLE_ROWS).map(({ cells }) => fieldsNamed(cells))
  const most = Math.max(0, ...near)
  if (most >= 2) return { at: near.indexOf(most), fields: most }
  const at = lines.findIndex(({ cells }) => cells.filter(Boolean).length >= 2)
  return { at, fields: at < 0 ? -1 : 0 }
}

// What cannot be stored or seen goes: nought bytes, marks of direction, spaces that do not break, and the apostrophe with which our own exports defuse formulas.
const clean = (cell: string) => cell.replace(/\0/g, '').replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '').replace(/\u00a0/g, ' ').trim().replace(/^'(?=[=+\-@])/, '').slice(0, LONGEST_CELL)
const trimmed = (cells: string[]) => cells.slice(0, cells.findLastIndex(Boolean) + 1)

function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1251').decode(bytes)
  }
}

/** What divides the cells: the mark that stands most often in the first lines, quoted words aside. */
function dividerOf(text: string): string {
  const first = text.split(/\r?\n/, TITLE_ROWS).join('\n').replace(/"[^"]*"/g, '')
  return [',', ';', '\t'].reduce((best, mark) => (first.split(mark).length > first.split(best).length ? mark : best))
}

function readCsv(bytes: Uint8Array): Line[] {
  // Excel's own first line, that says what divides.
  const text = decoded(bytes).replace(/^sep=.\r?\n/, '')
  const { data } = Papa.parse<string[]>(text, { delimiter: dividerOf(text), skipEmptyLines: false })
  return data.map((cells, i) => ({ row: i + 1, cells }))
}

/** Unpacks every part of a zip with a bound on the whole, whatever its directory claims; a part past the bound ends it. */
function refuseBomb(bytes: Uint8Array) {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = view.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0) throw new UnreadableFile('not_a_table')
  let left = MOST_UNPACKED
  for (let at = view.readUInt32LE(end + 16), n = view.readUInt16LE(end + 10); n > 0; n--) {
    if (view.readUInt32LE(at) !== 0x02014b50) throw new UnreadableFile('not_a_table')
    const [method, packed, local] = [view.readUInt16LE(at + 10), view.readUInt32LE(at + 20), view.readUInt32LE(at + 42)]
    const from = local + 30 + view.readUInt16LE(local + 26) + view.readUInt16LE(local + 28)
    if (method === 8) left -= inflateRawSync(view.subarray(from, from + packed), { maxOutputLength: Math.max(1, left) }).length
    else left -= packed
    if (left <= 0) throw new UnreadableFile('too_large')
    at += 46 + view.readUInt16LE(at + 28) + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32)
  }
}

async function readWorkbook(bytes: Uint8Array): Promise<Line[][]> {
  const { default: excel } = await import('exceljs')
  const book = new excel.Workbook()
  try {
    refuseBomb(bytes)
    await book.xlsx.load(bytes as never)
  } catch (error) {
    if (error instanceof UnreadableFile) throw error
    throw new UnreadableFile(error instanceof RangeError && /ERR_BUFFER_TOO_LARGE|maxOutputLength/.test(String((error as NodeJS.ErrnoException).code ?? error)) ? 'too_large' : 'not_a_table')
  }
  const tables = book.worksheets.map(linesOf)
  return tables.length ? tables : [[]]
}

function linesOf(sheet: Workbook['worksheets'][number]): Line[] {
  const table: Line[] = []
  sheet.eachRow((row, number) => {
    const cells = Array.from<string>({ length: Math.min(row.cellCount, MOST_COLUMNS) }).fill('')
    row.eachCell((cell, column) => {
      if (column <= MOST_COLUMNS && !isShadow(cell)) cells[column - 1] = textOf(cell.value)
    })
    table.push({ row: number, cells })
  })
  return table
}

/** Cells merged along a row hold their words once; merged down a column, the words are said of each row. */
const isShadow = (cell: Cell) => cell.isMerged && cell.master.col !== cell.col

/** A cell as the spreadsheet shows it, roughly: a formula by its result, a link by its words, a day without its hour. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if (typeof value !== 'object') return typeof value === 'number' && Number.isInteger(value) ? value.toFixed(0) : String(value as string | number | boolean)
  const cell = value as { richText?: { text: string }[]; text?: unknown; result?: unknown; error?: string }
  if (cell.richText) return cell.richText.map(part => part.text).join('')
  if (cell.error) return ''
  return textOf(cell.result ?? cell.text)
}
