import { describe, expect, it } from 'vitest'

import { binCheckDigit, readRegistrationNumber } from './registration-number'

const withCheckDigit = (eleven: string) => eleven + String(binCheckDigit(eleven))

describe('a Kazakh BIN', () => {
  it('is accepted with its check digit, spaces and dashes ignored', () => {
    const bin = withCheckDigit('11054001234')
    expect(readRegistrationNumber('bin', `${bin.slice(0, 6)} ${bin.slice(6, 9)}-${bin.slice(9)}`)).toEqual({ ok: true, number: bin })
  })
  it('is refused when one digit is wrong', () => {
    const bin = withCheckDigit('11054001234')
    const wrong = bin.slice(0, 11) + String((Number(bin[11]) + 1) % 10)
    expect(readRegistrationNumber('bin', wrong)).toEqual({ ok: false, problem: 'check_digit' })
  })
  it('is refused when its month cannot be', () => expect(readRegistrationNumber('bin', '111340012345')).toEqual({ ok: false, problem: 'date' }))
  it('is refused at eleven and thirteen digits', () => {
    expect(readRegistrationNumber('bin', '11054001234')).toEqual({ ok: false, problem: 'length' })
    expect(readRegistrationNumber('bin', '1105400123456')).toEqual({ ok: false, problem: 'length' })
  })
  it('takes the second row of weights when the first gives ten, and is never issued when that gives ten too', () => {
    expect(binCheckDigit('11054001080')).toBe(6)
    expect(binCheckDigit('11054001082')).toBeNull()
  })
})

describe('a Pakistani number', () => {
  it('NTN: seven digits, with or without the check digit', () => {
    expect(readRegistrationNumber('ntn', '1234567-8')).toEqual({ ok: true, number: '12345678' })
    expect(readRegistrationNumber('ntn', '1234567')).toEqual({ ok: true, number: '1234567' })
  })
  it('is refused with letters, or empty', () => {
    expect(readRegistrationNumber('ntn', '12345A7')).toEqual({ ok: false, problem: 'digits' })
    expect(readRegistrationNumber('secp', '  ')).toEqual({ ok: false, problem: 'empty' })
  })
})
