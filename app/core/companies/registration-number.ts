import type { Country } from './country'

export type RegistrationKind = 'bin' | 'ntn' | 'secp'
export type RegistrationProblem = 'empty' | 'length' | 'digits' | 'check_digit' | 'date'

/** What a firm typed, read: the number without spaces and dashes, or what is wrong with it. */
export type RegistrationReading = { ok: true; number: string } | { ok: false; problem: RegistrationProblem }

const BIN_FIRST = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]
const BIN_SECOND = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]
const weighted = (digits: number[], weights: number[]) => weights.reduce((sum, weight, i) => sum + weight * (digits[i] ?? 0), 0) % 11

/**
 * The check digit of a Kazakh business identification number from its first eleven digits, or null when the number cannot exist.
 * Rule: weights 1…11 modulo 11; when that gives 10, weights 3…11, 1, 2; when that gives 10 again, the number is never issued.
 */
export function binCheckDigit(firstEleven: string): number | null {
  const digits = [...firstEleven].map(Number)
  const first = weighted(digits, BIN_FIRST)
  if (first < 10) return first
  const second = weighted(digits, BIN_SECOND)
  return second < 10 ? second : null
}

function readBin(number: string): RegistrationReading {
  if (number.length !== 12) return { ok: false, problem: 'length' }
  const month = Number(number.slice(2, 4))
  // Digits 1–4: year and month of registration; digit 5: 4 resident firm, 5 non-resident, 6 sole trader.
  if (month < 1 || month > 12 || !'456'.includes(number.charAt(4))) return { ok: false, problem: 'date' }
  return binCheckDigit(number.slice(0, 11)) === Number(number[11]) ? { ok: true, number } : { ok: false, problem: 'check_digit' }
}

/**
 * Reads a registration number as typed (spaces, dashes and dots allowed). NTN: 7 digits and a check digit, or 7 alone; SECP: 7 digits.
 * The check digit of an NTN is not reckoned: the revenue board publishes no rule for it, and the one that is told without a source (weights 7…1 modulo 11)
 * refuses 4174941-3, the example of org-id.guide's register of identifiers.
 */
export function readRegistrationNumber(kind: RegistrationKind, typed: string): RegistrationReading {
  const number = typed.replace(/[\s.\-–‐/]/g, '')
  if (!number) return { ok: false, problem: 'empty' }
  if (!/^\d+$/.test(number)) return { ok: false, problem: 'digits' }
  if (kind === 'bin') return readBin(number)
  const lengths = kind === 'ntn' ? [7, 8] : [7]
  return lengths.includes(number.length) ? { ok: true, number } : { ok: false, problem: 'length' }
}

/** The kinds of number firms of a country have, the usual one first. */
export function registrationKinds(country: Country): readonly RegistrationKind[] {
  return country === 'KZ' ? ['bin'] : ['ntn', 'secp']
}
