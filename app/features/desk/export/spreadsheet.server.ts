import { PassThrough, Readable } from 'node:stream'

import { csvLines, defused, type Cell } from '../csv'

/** A table on its way out: its head, and its rows as they are read. */
export interface Table {
  head: readonly string[]
  rows: AsyncIterable<readonly (readonly Cell[])[]>
}
export type Format = 'csv' | 'xlsx'

const types: Record<Format, string> = { csv: 'text/csv; charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }
// In a workbook a text cell is text; the apostrophe guards whoever saves it as CSV.
const safe = (cell: Cell) => (typeof cell === 'string' ? defused(cell) : cell)

async function* asCsv({ head, rows }: Table): AsyncIterable<string> {
  yield `\ufeff${csvLines([head])}`
  for await (const page of rows) if (page.length) yield csvLines(page)
}

async function writeWorkbook({ head, rows }: Table, name: string, out: PassThrough): Promise<void> {
  const { default: excel } = await import('exceljs')
  const book = new excel.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true })
  const sheet = book.addWorksheet(name.slice(0, 31), { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = head.map(heading => ({ header: heading, width: Math.min(50, Math.max(12, heading.length + 2)) }))
  sheet.getRow(1).font = { bold: true }
  sheet.getRow(1).commit()
  for await (const page of rows) for (const row of page) sheet.addRow(row.map(safe)).commit()
  await book.commit()
}

/** A table as a download, written while it is read: nothing of it waits in memory. */
export function download(table: Table, format: Format, name: string): Response {
  const out = new PassThrough()
  if (format === 'csv') Readable.from(asCsv(table)).on('error', error => out.destroy(error)).pipe(out)
  else writeWorkbook(table, name, out).catch((error: Error) => out.destroy(error))
  return new Response(Readable.toWeb(out) as ReadableStream, {
    headers: { 'Content-Type': types[format], 'Content-Disposition': `attachment; filename="${name}.${format}"`, 'Cache-Control': 'no-store' },
  })
}
