export type Cell = string | number | null

// A cell that begins so is a formula to a spreadsheet; an apostrophe before it makes it text again.
const FORMULA = /^[=+\-@\t\r]/
export const defused = (text: string): string => (FORMULA.test(text) ? `'${text}` : text)

function cell(value: Cell): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const safe = defused(value)
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Rows as lines of CSV, each ended. */
export const csvLines = (rows: readonly (readonly Cell[])[]): string => `${rows.map(row => row.map(cell).join(',')).join('\r\n')}\r\n`

/** A table as CSV that Excel opens right: UTF-8 with its mark, lines by CRLF, formulas defused. */
export const toCsv = (head: readonly string[], rows: readonly (readonly Cell[])[]): string => `\ufeff${csvLines([head, ...rows])}`
