import type { I18n } from '@lingui/core'
import { z } from 'zod'

import { declineReasons } from '~/i18n/words/matches'

/** A firm's answer: a no wants its reason, which helps the next suggestion; a word beside it is for the desk. */
export const answerSchema = (i18n: I18n) =>
  z
    .object({
      said: z.enum(['yes', 'not_now', 'no'], { error: i18n._('Choose your answer.') }),
      why: z.enum(declineReasons).nullish().transform(why => why ?? null),
      words: z.string().trim().max(1000, i18n._('This is too long: at most {max} characters.', { max: 1000 })).nullish().transform(words => words || null),
    })
    .refine(({ said, why }) => said !== 'no' || why !== null, { path: ['why'], error: i18n._('Choose the reason: it helps the next suggestion, and the other side does not read it.') })
    .transform(answer => (answer.said === 'no' ? answer : { ...answer, why: null }))
