import type { I18n } from '@lingui/core'
import { z } from 'zod'

import { employeeBands, regions, type Country } from '~/core/companies/country'
import { readRegistrationNumber, registrationKinds, type RegistrationKind, type RegistrationProblem } from '~/core/companies/registration-number'
import { latinDigits } from '~/core/digits'
import { line, oneOf, optionalLine, version } from './fields'

/** What is wrong with a registration number, in a sentence that says how it should look. */
function numberProblem(i18n: I18n, kind: RegistrationKind, problem: RegistrationProblem): string {
  const length = { bin: i18n._('A BIN has 12 digits.'), ntn: i18n._('An NTN has 7 digits, or 8 with its check digit.'), secp: i18n._('An SECP number has 7 digits.') }[kind]
  return {
    empty: i18n._('Enter the registration number.'),
    length,
    digits: i18n._('Only digits, please; spaces and dashes are allowed.'),
    check_digit: i18n._('This BIN cannot be right: its last digit does not fit the others. Check it against your certificate.'),
    date: i18n._('This BIN cannot be right: digits 3 and 4 are a month, and the fifth is 4, 5 or 6. Check it against your certificate.'),
  }[problem]
}

/** A web address as people write it: `www.example.pk` becomes `https://www.example.pk/`. Undefined where it is none. */
function readWebsite(typed: string): string | undefined {
  const address = /^https?:\/\//i.test(typed) ? typed : `https://${typed}`
  if (!URL.canParse(address)) return undefined
  const url = new URL(address)
  return url.hostname.includes('.') && !url.username ? url.href : undefined
}

/** Which of its country's numbers a form says it holds; the usual one where it does not say. */
export function registrationKindOf(form: FormData, country: Country): RegistrationKind {
  const kinds = registrationKinds(country)
  return kinds.find(kind => kind === form.get('registrationKind')) ?? kinds[0] ?? 'ntn'
}

/**
 * The company itself. `country` was chosen before: it decides which regions there are; `kind` decides how the number must look.
 * @param year the current one; no firm was founded later
 */
export const companySchema = (i18n: I18n, country: Country, kind: RegistrationKind, year: number) => {
  const badYear = i18n._('Enter a year of four digits, not in the future.')
  return z.object({
    version,
    nameNative: line(i18n, i18n._('Enter the company’s name.')),
    nameLatin: optionalLine(i18n),
    registrationKind: z.string().optional().transform(() => kind),
    registrationNumber: z
      .string()
      .default('')
      .transform((typed, problems) => {
        const number = readRegistrationNumber(kind, latinDigits(typed))
        if (!number.ok) problems.addIssue({ code: 'custom', message: numberProblem(i18n, kind, number.problem) })
        return number.ok ? number.number : ''
      }),
    region: oneOf(regions[country] as [string, ...string[]], i18n._('Choose the region.')),
    city: optionalLine(i18n, 100),
    foundedYear: z
      .string()
      .transform(typed => Number(latinDigits(typed).trim()))
      .pipe(z.number(badYear).int(badYear).min(1800, badYear).max(year, badYear))
      .nullish()
      .transform(founded => founded ?? null),
    employeesBand: z.enum(employeeBands).nullish().transform(band => band ?? null),
    website: optionalLine(i18n, 300).transform((typed, problems) => {
      const address = typed === null ? null : readWebsite(typed)
      if (address === undefined) problems.addIssue({ code: 'custom', message: i18n._('This does not look like a web address. Example: www.company.kz') })
      return address ?? null
    }),
    about: optionalLine(i18n, 2000),
  })
}
