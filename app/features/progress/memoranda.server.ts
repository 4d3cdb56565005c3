import type { I18n } from '@lingui/core'

import type { Locale } from '~/core/locale'
import type { IntroductionsDesk } from '~/features/desk/introductions.store.server'
import { refusalSentence } from '~/features/desk/refusal-sentence.server'
import { readForm } from '~/platform/forms.server'
import { DatabaseRefusal } from '~/platform/refusal'
import { areaName } from './memoranda-view.server'
import { closings, type MemorandaStore } from './memoranda.store.server'
import type { LinkableIntroduction, MemorandumDraft } from './memorandum-form'
import { areas, memorandumForm } from './memorandum.schema'

type Desk = { i18n: I18n; locale: Locale; forum: { id: string } }

/** Why a change did not happen: sentences by field, `form` for the whole; and what was typed. */
export type MemorandumTrouble = { errors: Record<string, string>; draft?: MemorandumDraft }

const listed = (value: string | string[] | undefined) => (value === undefined ? [] : [value].flat())

/** What was typed, as the form takes it back. */
function draftOf(typed: Record<string, string | string[]>): MemorandumDraft {
  const { introductions, ...rest } = typed
  const steps = Object.entries(rest).reduce<NonNullable<MemorandumDraft['milestones']>>((rows, [name, value]) => {
    const [, place, part] = /^milestones\[(\d)\]\.(what|dueOn|doneOn)$/.exec(name) ?? []
    if (place && part) rows[Number(place)] = { ...(rows[Number(place)] ?? { what: '', dueOn: null, doneOn: null }), [part]: String(value) }
    return rows
  }, [])
  return { ...(rest as MemorandumDraft), version: rest.version === undefined ? undefined : Number(rest.version), milestones: steps, introductions: listed(introductions) }
}

async function told(desk: Desk, work: () => Promise<unknown>): Promise<string | null> {
  try {
    await work()
    return null
  } catch (error) {
    if (!(error instanceof DatabaseRefusal) || error.status === 404) throw error
    const { i18n } = desk
    const sentences: Record<string, string> = {
      edited_meanwhile: i18n._('Somebody else changed this memorandum meanwhile. Open it again, then make your change.'),
      memorandum_closed: i18n._('This memorandum is closed: it stays as it is.'),
      bad_dates: i18n._('It cannot be signed in the future, and must end after it was signed.'),
    }
    return sentences[error.reason] ?? refusalSentence(i18n, desk.locale, error)
  }
}

/** Saves the form of a memorandum, new or known. Null when done. */
export async function saveMemorandum(desk: Desk, store: MemorandaStore, form: FormData, id?: string): Promise<MemorandumTrouble | null> {
  const reading = readForm(form, memorandumForm(desk.i18n))
  if (!reading.ok) return { errors: reading.errors, draft: draftOf(reading.typed) }
  const { version, ...fields } = reading.value
  const refused = await told(desk, () => store.save(desk.forum.id, fields, id ? { id, version: version ?? 0 } : undefined))
  return refused ? { errors: { form: refused }, draft: { ...fields, version } } : null
}

/** Closes a memorandum for good. Null when done. */
export async function closeMemorandum(desk: Desk, store: MemorandaStore, id: string, said: FormDataEntryValue | null): Promise<MemorandumTrouble | null> {
  const closing = closings.find(one => one === said)
  if (!closing) return { errors: { form: desk.i18n._('Say how it ended.') } }
  const refused = await told(desk, () => store.close(id, closing))
  return refused ? { errors: { form: refused } } : null
}

/** What the form offers to choose from: areas, and the forum's introductions that were sent. */
export async function memorandumChoices(desk: Desk & { introductions: IntroductionsDesk }): Promise<{ areas: { id: string; name: string }[]; introductions: LinkableIntroduction[] }> {
  const { rows } = await desk.introductions.list(desk.forum.id, null)
  return {
    areas: areas.map(id => ({ id, name: areaName(desk.i18n, id) })),
    introductions: rows.filter(row => row.sentAt !== null).map(row => ({ id: row.id, name: `${row.pk.latin ?? row.pk.native ?? ''} · ${row.kz.latin ?? row.kz.native ?? ''}` })),
  }
}
