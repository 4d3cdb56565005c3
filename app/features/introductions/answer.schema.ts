import type { I18n } from '@lingui/core'
import { z } from 'zod'

import { declineReasons } from '~/i18n/words/matches'

/** A firm's answer, from its mail or its home: a no wants its reason, which helps the next suggestion; a word beside it is for the desk. */
export const answerSchema = (i18n: I18n) =>
  z
    .object({
      answer: z.enum(['yes', 'not_now', 'no'], { error: i18n._('Choose an answer.') }),
      reason: z.enum(declineReasons).nullish().transform(reason => reason ?? null),
      note: z.string().trim().max(1000, i18n._('This is too long: at most {max} characters.', { max: 1000 })).nullish().transform(note => note || null),
    })
    .refine(({ answer, reason }) => answer !== 'no' || reason !== null, { path: ['reason'], error: i18n._('Choose the reason; the other firm does not see it.') })
    .transform(said => (said.answer === 'no' ? said : { ...said, reason: null }))
