import { useLingui } from '@lingui/react'
import { Form } from '@remix-run/react'

import type { MemorandumFields } from './memorandum.schema'
import { MILESTONES } from './milestones'

export type MemorandumDraft = Partial<Omit<MemorandumFields, 'introductions'>> & { introductions?: string[]; version?: number }
/** Introductions a memorandum may be linked to. */
export type LinkableIntroduction = { id: string; name: string }

/** A memorandum's fields. What was typed stays when something is wrong. */
export function MemorandumForm({ draft, areas, introductions, errors, button }: {
  draft: MemorandumDraft
  areas: readonly { id: string; name: string }[]
  introductions: readonly LinkableIntroduction[]
  errors: Record<string, string>
  button: string
}) {
  const { i18n } = useLingui()
  const field = (name: keyof MemorandumDraft, label: string, type: 'text' | 'date', required = true) => (
    <label key={name} className="grid gap-1">
      <b className="font-semibold">{label}{!required && <span className="text-ink-3 font-normal"> {i18n._('(optional)')}</span>}</b>
      <input className="input" type={type} name={name} defaultValue={String(draft[name] ?? '')} required={required} aria-invalid={errors[name] ? true : undefined} />
      {errors[name] && <span className="text-bad-ink text-sm">{errors[name]}</span>}
    </label>
  )
  return (
    <Form method="post" className="grid max-w-3xl gap-4">
      {draft.version !== undefined && <input type="hidden" name="version" value={draft.version} />}
      {field('title', i18n._('Title'), 'text')}
      <label className="grid gap-1">
        <b className="font-semibold">{i18n._('Area')}</b>
        <select className="input" name="area" defaultValue={draft.area ?? ''} required>
          <option value="" disabled>{i18n._('Choose')}</option>
          {areas.map(area => <option key={area.id} value={area.id}>{area.name}</option>)}
        </select>
        {errors.area && <span className="text-bad-ink text-sm">{errors.area}</span>}
      </label>
      <div className="grid gap-4 sm:grid-cols-2">{field('pkParty', i18n._('Party in Pakistan'), 'text')}{field('kzParty', i18n._('Party in Kazakhstan'), 'text')}</div>
      <div className="grid gap-4 sm:grid-cols-2">{field('signedOn', i18n._('Signed on'), 'date')}{field('expiresOn', i18n._('Holds until'), 'date', false)}</div>
      {field('source', i18n._('Source: who says so, and where'), 'text')}
      <fieldset className="grid gap-2">
        <legend className="mb-1 font-semibold">{i18n._('Milestones')} <span className="text-ink-3 font-normal">{i18n._('(optional)')}</span></legend>
        <div aria-hidden className="text-ink-3 hidden grid-cols-3 gap-2 text-xs sm:grid"><span>{i18n._('What')}</span><span>{i18n._('Due on')}</span><span>{i18n._('Done on')}</span></div>
        {Array.from({ length: MILESTONES }, (_, i) => {
          const step = draft.milestones?.[i]
          const name = (part: string) => `milestones[${i}].${part}`
          return (
            <div key={i} className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,10rem),1fr))] gap-2">
              <input className="input" name={name('what')} defaultValue={step?.what ?? ''} maxLength={200} aria-label={i18n._('Milestone {n}', { n: i + 1 })} />
              <input className="input" type="date" name={name('dueOn')} defaultValue={step?.dueOn ?? ''} aria-label={i18n._('Milestone {n}: due', { n: i + 1 })} />
              <input className="input" type="date" name={name('doneOn')} defaultValue={step?.doneOn ?? ''} aria-label={i18n._('Milestone {n}: done', { n: i + 1 })} />
            </div>
          )
        })}
      </fieldset>
      {introductions.length > 0 && (
        <label className="grid gap-1">
          <b className="font-semibold">{i18n._('Introductions that carry it out')} <span className="text-ink-3 font-normal">{i18n._('(optional)')}</span></b>
          <select className="input" name="introductions" multiple size={Math.min(8, introductions.length)} defaultValue={draft.introductions ?? []}>
            {introductions.map(one => <option key={one.id} value={one.id}>{one.name}</option>)}
          </select>
        </label>
      )}
      <label className="grid gap-1">
        <b className="font-semibold">{i18n._('Note')} <span className="text-ink-3 font-normal">{i18n._('(optional)')}</span></b>
        <textarea className="input" name="note" rows={3} maxLength={1000} defaultValue={draft.note ?? ''} />
      </label>
      <p><button className="btn btn-primary">{button}</button></p>
    </Form>
  )
}
