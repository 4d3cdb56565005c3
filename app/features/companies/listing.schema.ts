import type { I18n } from '@lingui/core'
import { z } from 'zod'

import { readAmount } from '~/core/companies/amount'
import { volumePeriods, volumeUnits } from '~/core/companies/country'
import { holdingMonths } from '~/core/companies/listing-end'
import { KINDS } from '~/core/companies/kinds'
import { latinDigits } from '~/core/digits'
import { readCode } from '~/core/taxonomy/codes'
import { line, oneOf, version } from './fields'

/** One thing a firm brings or seeks, as a form. Unit and period stand only beside an amount. */
export const listingSchema = (i18n: I18n) =>
  z
    .object({
      version,
      text: line(i18n, i18n._('Say what it is, in your own words.'), 500),
      kind: oneOf(KINDS, i18n._('Choose what kind of thing it is.')),
      amount: z
        .string()
        .default('')
        .transform((typed, problems) => {
          const amount = typed.trim() ? readAmount(typed) : null
          if (typed.trim() && amount === null) problems.addIssue({ code: 'custom', message: i18n._('Enter the volume as a number, like 40 or 1200.') })
          return amount
        }),
      unit: z.enum(volumeUnits).default('t'),
      period: z.enum(volumePeriods).default('month'),
      // Months; 'keep' leaves the day that is set; nothing means until the firm says otherwise.
      holds: z.enum(['', 'keep', ...holdingMonths.map(String)]).default(''),
      statedCode: z
        .string()
        .default('')
        .transform((typed, problems) => {
          const code = typed.trim() ? readCode(latinDigits(typed)) : null
          if (code === undefined) problems.addIssue({ code: 'custom', message: i18n._('There is no such HS code. It has 4 to 10 digits, like 4105 or 4105.10. Leave it empty if you are not sure.') })
          return code ?? null
        }),
    })
    .transform(({ unit, period, ...rest }) => ({ ...rest, unit: rest.amount === null ? null : unit, period: rest.amount === null ? null : period }))
