import type { I18n } from '@lingui/core'
import { z } from 'zod'

import type { Locale } from '~/core/locale'
import { DatabaseRefusal } from '~/platform/refusal'
import { refusalSentence } from './refusal-sentence.server'
import { corridorStates, type SettingsDesk } from './settings.store.server'

const whole = (least: number, most: number) => z.coerce.number().int().min(least).max(most)

/** The forum's rules; bounds as in the database. */
export const rulesForm = z.object({
  mode: z.enum(['double_opt_in', 'direct']),
  dual_key: z.literal('yes').optional(),
  undo_minutes: whole(0, 1440), floor: whole(0, 20), cap: whole(1, 100), unanswered_cap: whole(1, 100), nudge_days: whole(1, 60), expire_days: whole(2, 365),
})
export const corridorForm = z.object({ corridor: z.string().max(40), status: z.enum(corridorStates), as_of: z.iso.date(), source: z.string().trim().min(1).max(300) })

type Setter = { i18n: I18n; locale: Locale; forum: { id: string }; settings: SettingsDesk }

/** Carries a change of settings out; null when done, else why not. */
export async function changeSettings(desk: Setter, form: { rules: z.infer<typeof rulesForm> } | { corridor: z.infer<typeof corridorForm> }): Promise<string | null> {
  const { i18n } = desk
  try {
    if ('rules' in form) await desk.settings.save(desk.forum.id, { ...form.rules, dual_key: form.rules.dual_key === 'yes' })
    else await desk.settings.setCorridor(desk.forum.id, form.corridor.corridor, { status: form.corridor.status, asOf: form.corridor.as_of, source: form.corridor.source })
    return null
  } catch (error) {
    if (!(error instanceof DatabaseRefusal)) throw error
    const sentences: Record<string, string> = {
      bad_settings: i18n._('The expiry must come after the reminder, and the floor must not exceed the cap.'),
      dual_key_needs_both: i18n._('Two keys need an organiser of each country: invite one first.'),
      bad_corridor: i18n._('Name a source, and a date that is not in the future.'),
    }
    return sentences[error.reason] ?? refusalSentence(i18n, desk.locale, error)
  }
}
