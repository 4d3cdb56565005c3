import type { I18n } from '@lingui/core'
import { z } from 'zod'

import { latinDigits } from '~/core/digits'
import { line, version } from './fields'

/** The person the firm speaks through. Phone numbers take spaces, dashes and brackets; 7 to 15 digits (ITU-T E.164). */
export const personSchema = (i18n: I18n) =>
  z.object({
    version,
    name: line(i18n, i18n._('Enter your name.')),
    roleTitle: line(i18n, i18n._('Enter what you are in the company, such as director or export manager.')),
    phone: z
      .string()
      .default('')
      .transform(typed => latinDigits(typed).trim())
      .refine(typed => typed === '' || (/^\+?[\d\s().-]{1,40}$/.test(typed) && typed.replace(/\D/g, '').length >= 7 && typed.replace(/\D/g, '').length <= 15), {
        error: i18n._('This does not look like a phone number. Write it with the country’s code, like +92 42 111 2233.'),
      }),
  })
