import type { I18n } from '@lingui/core'
import { z } from 'zod'

import { returnReasons } from '~/i18n/words/reviews'
import type { Locale } from '~/core/locale'
import { DatabaseRefusal } from '~/platform/refusal'
import type { CompaniesDesk } from './companies.store.server'
import { refusalSentence } from './refusal-sentence.server'
import { rubric } from './rubric'

const mark = z.coerce.number().int().min(0).max(5).optional()

/** The form on a firm's page: a judgement with its marks and reasons, or a note. */
export const reviewForm = z.object({
  intent: z.enum(['validate', 'return', 'suspend', 'reinstate', 'note']),
  substance: mark, clarity: mark, plausibility: mark, completeness: mark,
  reasons: z.array(z.enum(returnReasons)).optional(),
  message: z.string().trim().max(1000).optional(),
  body: z.string().trim().max(2000).optional(),
})

type Reviewer = { i18n: I18n; locale: Locale; forum: { id: string }; companies: CompaniesDesk }

/** Carries the judgement out; null when done, else why not and with which status. */
export async function reviewFirm(desk: Reviewer, company: string, form: z.infer<typeof reviewForm>): Promise<{ status: number; sentence: string } | null> {
  const { i18n } = desk
  try {
    if (form.intent === 'note') {
      if (!form.body) return { status: 422, sentence: i18n._('Write the note first.') }
      await desk.companies.note(company, desk.forum.id, form.body)
      return null
    }
    if (form.intent === 'return' && !form.reasons?.length && !form.message) return { status: 422, sentence: i18n._('Tell the firm what to change: choose a reason, or write a message.') }
    if (form.intent === 'suspend' && !form.message) return { status: 422, sentence: i18n._('Write why, for the record.') }
    const marks = Object.fromEntries(rubric.flatMap(name => (form[name] === undefined ? [] : [[name, form[name]]])))
    await desk.companies.review(company, desk.forum.id, { decision: form.intent, marks, reasons: form.reasons ?? [], message: form.message })
    return null
  } catch (error) {
    if (!(error instanceof DatabaseRefusal) || error.status === 404) throw error
    return { status: error.status, sentence: refusalSentence(i18n, desk.locale, error) }
  }
}
