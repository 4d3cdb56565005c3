import type { I18n } from '@lingui/core'
import { z } from 'zod'

import { readAmount } from '~/core/companies/amount'
import { volumePeriods, volumeUnits } from '~/core/companies/country'
import { KINDS } from '~/core/companies/kinds'
import { readCode } from '~/core/taxonomy/codes'
import { line, oneOf, version } from './fields'

/** One thing a firm brings or seeks, as a form. Amount, unit and period come together or not at all. */
export const listingSchema = (i18n: I18n) =>
  z
    .object({
      version,
      text: line(i18n, i18n._('Say what it is, in your own words.'), 500),
      kind: oneOf(KINDS, i18n._('Choose what kind of thing it is.')),
      amount: z.string().default(''),
      unit: z.enum(volumeUnits).nullish(),
      period: z.enum(volumePeriods).nullish(),
      statedCode: z.string().default(''),
    })
    .transform(({ amount: typedAmount, unit, period, statedCode: typedCode, ...rest }, problems) => {
      const amount = typedAmount.trim() ? readAmount(typedAmount) : null
      if (typedAmount.trim() && amount === null) problems.addIssue({ code: 'custom', path: ['amount'], message: i18n._('Enter the volume as a number, like 40 or 1200.') })
      if (amount !== null && !unit) problems.addIssue({ code: 'custom', path: ['unit'], message: i18n._('Choose the unit of the volume.') })
      const statedCode = typedCode.trim() ? readCode(typedCode) : null
      if (statedCode === undefined) problems.addIssue({ code: 'custom', path: ['statedCode'], message: i18n._('There is no such HS code. It has 4 to 10 digits, like 4105 or 4105.10. Leave it empty if you are not sure.') })
      return { ...rest, amount, unit: amount === null ? null : (unit ?? null), period: amount === null ? null : (period ?? 'month'), statedCode: statedCode ?? null }
    })
