import { binCheckDigit } from '~/core/companies/registration-number'

/** A registration number that passes its country's check; `place` keeps them apart, up to some millions. */
export function numberFor(country: 'PK' | 'KZ', place: number): string {
  if (country === 'PK') return String(1_000_001 + place)
  for (let serial = place; ; serial += 100_000) {
    const eleven = `${String(Math.floor(serial / 100_000) % 90 + 10)}0140${String(serial % 100_000).padStart(5, '0')}`
    const digit = binCheckDigit(eleven)
    if (digit !== null) return eleven + String(digit)
  }
}

const GOODS = ['raw sheepskins, salted', 'milling wheat', 'finished leather', 'кожа овечья выделанная', 'чечевица красная', 'cotton yarn', 'چاول باسمتی', 'бидай', 'freight forwarding', 'linseed oil']
export const HEAD = ['Company name', 'Country', 'BIN / NTN', 'City', 'Offers', 'Looking for', 'Contact person', 'E-mail', 'Phone']

/** Rows of a spreadsheet of invented firms, by turns of the two countries. */
export function importRows(count: number): string[][] {
  return Array.from({ length: count }, (_, i) => {
    const country = i % 2 ? 'KZ' : 'PK'
    const word = [...String(i)].map(digit => 'bdfgklmnrs'[Number(digit)]! + 'aeiou'[Number(digit) % 5]!).join('')
    const name = `${word.charAt(0).toUpperCase()}${word.slice(1)}${country === 'KZ' ? 'stan' : 'pur'} ${['Trading', 'Mills', 'Agro', 'Leather'][i % 4]}`
    return [
      name, country === 'PK' ? 'Pakistan' : 'Казахстан', numberFor(country, i), country === 'PK' ? ['Lahore', 'Karachi', 'Sialkot'][i % 3]! : ['Шымкент', 'Almaty', 'Астана'][i % 3]!,
      `${GOODS[i % GOODS.length]!} | ${GOODS[(i + 3) % GOODS.length]!} (${40 + (i % 50)} t/month)`, GOODS[(i + 5) % GOODS.length]!, `Person ${word}`, `info@${word}${i}.example`, country === 'PK' ? '+92 300 5551234' : '+7 701 555 12 34',
    ]
  })
}

/** The table as CSV, quoted throughout. */
export const asCsv = (rows: readonly (readonly string[])[]): Uint8Array => new TextEncoder().encode(rows.map(row => row.map(cell => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n'))
