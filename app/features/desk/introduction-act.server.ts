import type { I18n } from '@lingui/core'
import { z } from 'zod'

import { readAmount } from '~/core/companies/amount'
import type { Locale } from '~/core/locale'
import { evidenceLevels, outcomeKinds } from '~/i18n/words/matches'
import { DatabaseRefusal } from '~/platform/refusal'
import type { DeskStore } from './desk.store.server'
import type { IntroductionsDesk } from './introductions.store.server'
import { refusalSentence } from './refusal-sentence.server'

/** The forms on an introduction's page. */
export const introductionForm = (i18n: I18n) => z.object({
  intent: z.enum(['hold', 'release', 'notes', 'undo', 'withdraw', 'report']),
  match: z.guid().optional(),
  notePk: z.string().max(1000).optional(),
  noteKz: z.string().max(1000).optional(),
  kind: z.enum(outcomeKinds).optional(),
  evidence: z.enum(evidenceLevels).optional(),
  value: z.string().default('').transform((typed, problems) => {
    const amount = typed.trim() ? readAmount(typed) : null
    if (typed.trim() && amount === null) problems.addIssue({ code: 'custom', message: i18n._('Enter the value in US dollars as a number, like 25000.') })
    return amount
  }),
  on: z.iso.date().optional(),
  note: z.string().trim().max(1000).optional(),
})

type Actor = { i18n: I18n; locale: Locale; queue: Pick<DeskStore, 'undo'>; introductions: IntroductionsDesk }

/** Carries an act on an introduction out; null when done, else why not. */
export async function actOnIntroduction(desk: Actor, id: string, form: z.output<ReturnType<typeof introductionForm>>): Promise<{ status: number; sentence: string } | null> {
  const { i18n, introductions } = desk
  try {
    switch (form.intent) {
      case 'hold': await introductions.hold(id, true); break
      case 'release': await introductions.hold(id, false); break
      case 'notes': await introductions.writeNotes(id, { pk: form.notePk ?? '', kz: form.noteKz ?? '' }); break
      case 'undo': await desk.queue.undo(form.match ?? id); break
      case 'withdraw': await introductions.withdraw(id); break
      case 'report':
        if (!form.kind || !form.evidence || !form.on) return { status: 422, sentence: i18n._('Say what came of it, when, and how it is known.') }
        await introductions.report(id, { kind: form.kind, value: form.value, on: form.on, evidence: form.evidence, note: form.note ?? '' })
    }
    return null
  } catch (error) {
    if (!(error instanceof DatabaseRefusal) || error.status === 404) throw error
    return { status: error.status, sentence: error.reason === 'date_in_future' ? i18n._('The day cannot be in the future.') : refusalSentence(i18n, desk.locale, error) }
  }
}
