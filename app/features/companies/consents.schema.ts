import type { I18n } from '@lingui/core'
import { z } from 'zod'

import type { Locale } from '~/core/locale'
import type { ConsentRecord } from './companies.store.server'

/** What a firm is asked to agree to, in the words it reads; these words are recorded with the answer. */
export const consentWording = (i18n: I18n): Record<ConsentRecord['kind'], string> => ({
  matching: i18n._('My company’s profile may be compared with those of companies across the border, read by the forum’s organisers, and shown to a company we are introduced to.'),
  privacy: i18n._('I have read how personal data is handled, and agree to it.'),
  direct_contact: i18n._('Organisers may pass our contacts on with the introduction itself, without asking us once more.'),
  show_name: i18n._('Our name may stand on the public pages beside what we bring and seek.'),
})

/** The consents beside the Publish button: two are needed, two are choices. Turned into records with their wording. */
export const consentsSchema = (i18n: I18n, locale: Locale) => {
  const tick = z.literal('yes').optional()
  const needed = (sentence: string) => z.literal('yes', { error: sentence })
  return z
    .object({
      matching: needed(i18n._('Without this we cannot look for partners: tick it to publish.')),
      privacy: needed(i18n._('Tick that you have read how personal data is handled.')),
      direct_contact: tick,
      show_name: tick,
    })
    .transform((ticked): ConsentRecord[] =>
      (Object.entries(consentWording(i18n)) as [ConsentRecord['kind'], string][]).map(([kind, wording]) => ({ kind, given: ticked[kind] === 'yes', wording, locale })),
    )
}
