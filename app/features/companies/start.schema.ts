import type { I18n } from '@lingui/core'
import { z } from 'zod'

import { countries } from '~/core/companies/country'
import { locales } from '~/core/locale'
import { oneOf } from './fields'

/** Where a firm is registered, and the language we write to it in. */
export const startSchema = (i18n: I18n) =>
  z.object({
    country: oneOf(countries, i18n._('Choose the country your company is registered in.')),
    language: oneOf(locales, i18n._('Choose the language we write to you in.')),
  })
