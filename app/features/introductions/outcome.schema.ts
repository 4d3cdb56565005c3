import type { I18n } from '@lingui/core'
import { z } from 'zod'

import { readAmount } from '~/core/companies/amount'
import { outcomeKinds } from '~/i18n/words/matches'

/** What became of an introduction, as a firm reports it: claimed, or with a document that can be looked at. */
export const outcomeSchema = (i18n: I18n) =>
  z
    .object({
      kind: z.enum(outcomeKinds, { error: i18n._('Choose what happened.') }),
      happenedOn: z.string({ error: i18n._('Enter the day it happened.') }).regex(/^\d{4}-\d{2}-\d{2}$/, i18n._('Enter the day it happened.')),
      value: z
        .string()
        .default('')
        .transform((typed, problems) => {
          const amount = typed.trim() ? readAmount(typed) : null
          if (typed.trim() && amount === null) problems.addIssue({ code: 'custom', message: i18n._('Enter the value in US dollars as a number, like 25000.') })
          return amount
        }),
      documentUrl: z
        .url({ protocol: /^https?$/, error: i18n._('Enter the whole address of the document, beginning with https://.') })
        .max(500)
        .nullish()
        .transform(url => url ?? null),
      note: z.string().trim().max(1000).nullish().transform(note => note || null),
    })
    .transform(({ value, ...rest }) => ({ ...rest, valueUsd: value, evidence: rest.documentUrl ? ('documented' as const) : ('claimed' as const) }))
