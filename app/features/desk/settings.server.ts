import type { I18n } from '@lingui/core'
import { z } from 'zod'

import { locales, type Locale } from '~/core/locale'
import { readForm } from '~/platform/forms.server'
import { DatabaseRefusal } from '~/platform/refusal'
import { refusalSentence } from './refusal-sentence.server'
import { corridorStates, figureKinds, type SettingsDesk } from './settings.store.server'

const whole = (least: number, most: number) => z.coerce.number().int().min(least).max(most)

/** The forum's rules; bounds as in the database. */
export const rulesForm = z.object({
  mode: z.enum(['double_opt_in', 'direct']),
  dual_key: z.literal('yes').optional(),
  undo_minutes: whole(0, 1440), floor: whole(0, 20), cap: whole(1, 100), unanswered_cap: whole(1, 100), nudge_days: whole(1, 60), expire_days: whole(2, 365),
})
export const corridorForm = z.object({ corridor: z.string().max(40), status: z.enum(corridorStates), as_of: z.iso.date(), source: z.string().trim().min(1).max(300) })

/** What the forum is called, where and when it takes place. */
export const forumForm = z.object({
  about: z.literal('forum'),
  name: z.string().trim().min(1).max(200), host_city: z.string().trim().min(1).max(100), starts_on: z.iso.date(), ends_on: z.iso.date(),
  languages: z.array(z.enum(locales)).min(1),
})
export const figureForm = z.object({
  figure: z.enum(['add', 'use', 'drop']),
  id: z.guid().optional(),
  kind: z.enum(figureKinds).optional(), millions: z.coerce.number().positive().max(1e6).optional(), on: z.iso.date().optional(),
  said_by: z.string().trim().max(300).optional(), said_on: z.iso.date().optional(),
})
export type SettingsChange = { rules: z.infer<typeof rulesForm> } | { corridor: z.infer<typeof corridorForm> } | { forum: z.infer<typeof forumForm> } | { figure: z.infer<typeof figureForm> }

/** Which of the page's forms this is, read; null where something is missing or out of bounds. */
export function readSettings(form: FormData): SettingsChange | null {
  const read = <Schema extends z.ZodType>(schema: Schema) => {
    const reading = readForm(form, schema)
    return reading.ok ? reading.value : null
  }
  if (form.has('corridor')) return wrap('corridor', read(corridorForm))
  if (form.has('about')) return wrap('forum', read(forumForm))
  return form.has('figure') ? wrap('figure', read(figureForm)) : wrap('rules', read(rulesForm))
}
const wrap = <Name extends string, Value>(name: Name, value: Value | null) => (value === null ? null : ({ [name]: value } as { [Key in Name]: Value }))

type Setter = { i18n: I18n; locale: Locale; forum: { id: string }; settings: SettingsDesk }

/** Carries a change of settings out; null when done, else why not. */
export async function changeSettings(desk: Setter, form: SettingsChange): Promise<string | null> {
  const { i18n } = desk
  try {
    if ('rules' in form) await desk.settings.save(desk.forum.id, { ...form.rules, dual_key: form.rules.dual_key === 'yes' })
    else if ('forum' in form) {
      const { name, host_city, starts_on, ends_on, languages } = form.forum
      await desk.settings.save(desk.forum.id, { name, host_city, starts_on, ends_on, languages })
    } else if ('figure' in form) await changeFigure(desk, form.figure)
    else await desk.settings.setCorridor(desk.forum.id, form.corridor.corridor, { status: form.corridor.status, asOf: form.corridor.as_of, source: form.corridor.source })
    return null
  } catch (error) {
    if (!(error instanceof DatabaseRefusal)) throw error
    const sentences: Record<string, string> = {
      bad_settings: i18n._('The expiry must come after the reminder, and the floor must not exceed the cap.'),
      dual_key_needs_both: i18n._('Two keys need an organiser of each country: invite one first.'),
      bad_forum: i18n._('The last day must not come before the first, and the forum needs a name, a city and a language.'),
      bad_figure: i18n._('A baseline and a target want an amount, a deadline wants a date; each wants who said it and when.'),
      bad_corridor: i18n._('Name a source, and a date that is not in the future.'),
    }
    return sentences[error.reason] ?? refusalSentence(i18n, desk.locale, error)
  }
}

async function changeFigure({ settings, forum }: Setter, form: z.infer<typeof figureForm>): Promise<void> {
  if (form.figure === 'add') {
    if (!form.kind || !form.said_by || !form.said_on) throw new DatabaseRefusal(422, 'bad_figure', {})
    const deadline = form.kind === 'deadline'
    return settings.addFigure(forum.id, {
      kind: form.kind, usd: deadline || !form.millions ? null : form.millions * 1e6, on: deadline ? (form.on ?? null) : null, saidBy: form.said_by, saidOn: form.said_on,
    })
  }
  if (!form.id) throw new DatabaseRefusal(422, 'bad_figure', {})
  return form.figure === 'use' ? settings.useFigure(form.id) : settings.dropFigure(form.id)
}
