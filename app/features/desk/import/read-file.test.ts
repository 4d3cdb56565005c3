import { deflateRawSync } from 'node:zlib'

import excel from 'exceljs'
import { describe, expect, it } from 'vitest'

import { guessMapping } from '~/core/import/fields'
import { readFirm } from '~/core/import/read-firm'
import { serverI18n } from '~/i18n/catalogues.server'
import { toCsv } from '../csv'
import { MOST_BYTES, readFile, UnreadableFile } from './read-file.server'
import { templateTable } from './template.server'

const bytes = (text: string) => new TextEncoder().encode(text)
const troubleOf = (file: Promise<unknown>) => file.then(() => 'read', (error: unknown) => (error instanceof UnreadableFile ? error.trouble : Promise.reject(error)))

describe('a file of firms', () => {
  it.each([
    ['commas', bytes('Name,BIN\nA,1\n')], ['semicolons', bytes('Name;BIN\r\nA;1\r\n')], ['tabs', bytes('Name\tBIN\nA\t1')], ['the mark of UTF-8', bytes('\ufeffName,BIN\nA,1')], ['Excel’s own first line', bytes('sep=;\nName;BIN\nA;1')],
    ['UTF-16', new Uint8Array([0xff, 0xfe, ...Buffer.from('Name,BIN\nA,1', 'utf16le')])],
  ])('is read with %s', async (_, file) => {
    const { headings, rows } = await readFile(file)
    expect(headings).toEqual(['Name', 'BIN'])
    expect(rows.map(({ cells }) => cells)).toEqual([['A', '1']])
  })

  it('is read as a Russian Excel saves it', async () => {
    const cyrillic = (text: string) => Uint8Array.from([...text].map(letter => (letter >= 'А' && letter <= 'я' ? letter.charCodeAt(0) - 0x410 + 0xc0 : letter.charCodeAt(0))))
    expect((await readFile(cyrillic('Название;БИН\nБереке;1'))).headings).toEqual(['Название', 'БИН'])
  })

  it('counts rows as the spreadsheet does, empty ones too', async () => {
    expect((await readFile(bytes('Name,BIN\nA,1\n,,\n\nB,2'))).rows).toEqual([{ row: 2, cells: ['A', '1'] }, { row: 5, cells: ['B', '2'] }])
  })

  it('is read from a workbook: numbers whole, formulas by their result, links and rich text by their words', async () => {
    const book = new excel.Workbook()
    book.addWorksheet('Notes').addRow(['nothing here'])
    const sheet = book.addWorksheet('Firms')
    sheet.addRow(['Name', 'BIN', 'E-mail', 'Since'])
    sheet.addRow([{ richText: [{ text: 'Бе' }, { text: 'реке' }] }, 990140000007, { text: 'a@b.kz', hyperlink: 'mailto:a@b.kz' }, { formula: '1990+8', result: 1998 }])
    const { rows } = await readFile(new Uint8Array((await book.xlsx.writeBuffer()) as ArrayBuffer))
    expect(rows).toEqual([{ row: 2, cells: ['Береке', '990140000007', 'a@b.kz', '1998'] }])
  })

  it('has its headings found under titles, in whichever sheet, and merged cells read once a row', async () => {
    const book = new excel.Workbook()
    for (const words of ['Participants', 'see the next sheet']) book.addWorksheet(words).addRows([[words, 'draft'], ['of', 'many']])
    const sheet = book.addWorksheet('List')
    sheet.addRows([['Forum 2026', '', ''], [], ['Firm', '', 'Contact'], ['Name', 'BIN / NTN', 'E-mail'], ['A', '1', 'a@b.kz'], ['Kazakhstan', '', ''], ['Name', 'BIN / NTN', 'E-mail'], ['B', '2', '']])
    for (const range of ['A1:C1', 'A3:B3', 'A6:C6', 'C7:C8']) sheet.mergeCells(range)
    const { headings, rows } = await readFile(new Uint8Array((await book.xlsx.writeBuffer()) as ArrayBuffer))
    expect(headings).toEqual(['Name', 'BIN / NTN', 'E-mail'])
    expect(rows).toEqual([{ row: 5, cells: ['A', '1', 'a@b.kz'] }, { row: 6, cells: ['Kazakhstan', '', ''] }, { row: 8, cells: ['B', '2', 'E-mail'] }])
    expect(await readFile(bytes('List of firms, second draft, of May\nName;BIN\nA;1\nB;2'))).toMatchObject({ headings: ['Name', 'BIN'], rows: [{ row: 3 }, { row: 4 }] })
  })

  it('is refused when empty, too large, too long, no table or of an old Excel', async () => {
    expect(await troubleOf(readFile(bytes('')))).toBe('empty')
    expect(await troubleOf(readFile(bytes('Name,BIN\n')))).toBe('empty')
    expect(await troubleOf(readFile(new Uint8Array(MOST_BYTES + 1)))).toBe('too_large')
    expect(await troubleOf(readFile(bytes(`Name,BIN\n${'a,1\n'.repeat(10_001)}`)))).toBe('too_many_rows')
    expect(await troubleOf(readFile(bytes('just words')))).toBe('not_a_table')
    expect(await troubleOf(readFile(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1])))).toBe('old_excel')
    expect(await troubleOf(readFile(bytes('PK\u0003\u0004 and no zip')))).toBe('not_a_table')
  })

  it('is refused before it unpacks to more than memory bears, whatever its directory claims', async () => {
    const packed = deflateRawSync(Buffer.alloc(210 * 1024 * 1024), { level: 1 })
    const name = Buffer.from('xl/worksheets/sheet1.xml')
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(8, 8)
    local.writeUInt16LE(name.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt32LE(100, 24) // a lie
    entry.writeUInt16LE(name.length, 28)
    const end = Buffer.alloc(22)
    end.writeUInt32LE(0x06054b50, 0)
    end.writeUInt16LE(1, 8)
    end.writeUInt16LE(1, 10)
    end.writeUInt32LE(46 + name.length, 12)
    end.writeUInt32LE(30 + name.length + packed.length, 16)
    expect(await troubleOf(readFile(Buffer.concat([local, name, packed, entry, name, end])))).toBe('too_large')
  })
})

describe('the template', () => {
  it('is understood column by column, and its examples are right', async () => {
    const { head, rows } = templateTable(serverI18n('en'))
    const file = await readFile(bytes(toCsv(head, rows)))
    const own = guessMapping(file.headings, Object.fromEntries(head.map((heading, i) => [heading.toLowerCase(), String(i)])))
    expect(own.name).toBe(undefined) // what was remembered wrongly is not guessed over
    const mapping = guessMapping(file.headings)
    expect(mapping).toMatchObject({ name: 0, nameLatin: 1, country: 2, registration: 3, brings: 7, seeks: 8, email: 13 })
    for (const { cells } of file.rows) expect(readFirm(cells, mapping, { year: 2026 })).toMatchObject({ wrong: [], firm: { brings: expect.anything() as unknown } })
  })
})
