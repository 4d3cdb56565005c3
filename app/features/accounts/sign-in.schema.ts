import type { I18n } from '@lingui/core'
import { z } from 'zod'

import { latinDigits } from '~/core/digits'

/** The address to sign in with. */
export const addressSchema = (i18n: I18n) => {
  const needed = i18n._('Enter your e-mail address.')
  return z.object({
    email: z
      .string({ error: needed })
      .trim()
      .toLowerCase()
      .min(1, needed)
      .max(254, i18n._('This e-mail address is too long.'))
      .pipe(z.email(i18n._('This does not look like an e-mail address. It needs an @ and a domain, like name@company.pk.'))),
  })
}

/** The code of the mail: six digits, of any keyboard, spaces forgiven. */
export const codeSchema = (i18n: I18n) => {
  const needed = i18n._('Enter the code from the e-mail.')
  return z.object({
    code: z
      .string({ error: needed })
      .transform(typed => latinDigits(typed).replace(/[\s-]/g, ''))
      .pipe(z.string().min(1, needed).regex(/^\d{6}$/, i18n._('The code has six digits.'))),
  })
}
