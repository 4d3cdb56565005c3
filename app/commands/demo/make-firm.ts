import type { Country } from '~/core/companies/country'
import { isKind } from '~/core/companies/kinds'
import { binCheckDigit } from '~/core/companies/registration-number'

/** A listing as the demonstration writes it, read. */
export type DemoListing = { text: string; kind: string; amount: number | null; unit: string | null; period: string | null; statedCode: string | null }

const FORM = /^(?<kind>[a-z]+): (?<text>[^[|]+?)(?: \[(?<code>\d{4,6})\])?(?: \| (?<amount>\d+) (?<unit>[a-z0-9]+)\/(?<period>month|year|once))?$/

/** Reads `kind: words [code] | amount unit/period`. Throws on a line of another form: the demonstration is ours to get right. */
export function readDemoListing(line: string): DemoListing {
  const parts = FORM.exec(line)?.groups
  if (!parts || !isKind(parts.kind!)) throw new Error(`Not a listing of the demonstration: ${line}`)
  return {
    text: parts.text!, kind: parts.kind, amount: parts.amount ? Number(parts.amount) : null, unit: parts.unit ?? null, period: parts.period ?? null,
    statedCode: parts.code ?? null,
  }
}

/** An invented registration number that passes its country's check; `place` keeps them apart. */
export function demoRegistration(country: Country, place: number): { kind: 'bin' | 'ntn'; number: string } {
  if (country === 'PK') return { kind: 'ntn', number: `${9_000_001 + place}${place % 10}` }
  // Some elevens have no check digit; the next one does.
  for (let serial = place * 7; ; serial++) {
    const eleven = `990140${String(serial).padStart(5, '0')}`
    const digit = binCheckDigit(eleven)
    if (digit !== null) return { kind: 'bin', number: eleven + String(digit) }
  }
}
