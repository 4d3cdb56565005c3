import { useLingui } from '@lingui/react'

import { returnReasonName, returnReasons } from '~/i18n/words/reviews'
import { fieldChoices, fieldText, type Refused } from '~/ui/refused'
import type { ProfileView } from './company-profile.server'
import type { FirmRecord } from './company-views.server'
import { Panel } from './firm-profile'
import { rubric, type Mark } from './rubric'

/** The judgement of a profile: the rubric, the reasons, the word to the firm. What was chosen and typed stays when something is wrong. */
export function ReviewForm({ profile, came }: { profile: ProfileView; came: Refused | undefined }) {
  const { i18n } = useLingui()
  const names: Record<Mark, [string, string]> = {
    substance: [i18n._('Substance'), i18n._('Is there a real firm with something to trade?')],
    clarity: [i18n._('Clarity'), i18n._('Would a stranger understand what it brings and seeks?')],
    plausibility: [i18n._('Plausibility'), i18n._('Do volumes, size and certificates fit each other?')],
    completeness: [i18n._('Completeness'), i18n._('Is there enough to introduce it?')],
  }
  const canValidate = profile.state === 'published'
  const canReturn = canValidate || profile.state === 'validated'
  if (profile.state === 'suspended') {
    return (
      <Panel title={i18n._('Suspended')}>
        <p className="mb-3">{i18n._('The firm takes no part until it is reinstated; then its profile waits for validation again.')}</p>
        <form method="post"><button className="btn btn-secondary" name="intent" value="reinstate">{i18n._('Reinstate')}</button></form>
      </Panel>
    )
  }
  if (!canReturn && profile.state !== 'returned') return null
  return (
    <Panel title={canValidate ? i18n._('Validate') : i18n._('Judge again')}>
      <form method="post">
        {canValidate && (
          <div className="rubric">
            {rubric.map(name => (
              <fieldset key={name}>
                <legend><b>{names[name][0]}</b> <span className="text-ink-3">{names[name][1]}</span></legend>
                <div className="marks">
                  {[0, 1, 2, 3, 4, 5].map(value => (
                    <label key={value}><input type="radio" name={name} value={value} defaultChecked={fieldText(came, name, '') === String(value)} /> <span className="num">{value}</span></label>
                  ))}
                </div>
              </fieldset>
            ))}
            <p className="text-ink-2 text-sm">{i18n._('A nought in any row holds the profile back.')}</p>
          </div>
        )}
        {canReturn && (
          <fieldset className="mb-3">
            <legend className="mb-1 font-semibold">{i18n._('What the firm should change')}</legend>
            {returnReasons.map(reason => (
              <label key={reason} className="tick"><input type="checkbox" name="reasons" value={reason} defaultChecked={fieldChoices(came, 'reasons', []).includes(reason)} /> {returnReasonName(i18n, reason)}</label>
            ))}
          </fieldset>
        )}
        <label className="mb-4 block">
          <span className="mb-1 block font-semibold">{i18n._('Message to the firm (optional)')}</span>
          <textarea className="input" name="message" rows={2} maxLength={1000} defaultValue={fieldText(came, 'message', '')} />
        </label>
        <div className="flex flex-wrap gap-2">
          {canValidate && <button className="btn btn-primary" name="intent" value="validate">{i18n._('Validate')}</button>}
          {canReturn && <button className="btn btn-secondary" name="intent" value="return">{i18n._('Return for changes')}</button>}
          <button className="btn btn-danger" name="intent" value="suspend">{i18n._('Suspend')}</button>
        </div>
      </form>
    </Panel>
  )
}

/** The organizers' own notes; the firm never sees them. */
export function Notes({ notes }: { notes: FirmRecord['notes'] }) {
  const { i18n } = useLingui()
  return (
    <Panel title={i18n._('Notes')}>
      <ul className="rows">
        {notes.map((note, i) => <li key={i}><span className="text-ink-3 num">{note.when}{note.by ? ` · ${note.by}` : ''}</span> <span>{note.body}</span></li>)}
        {notes.length === 0 && <li className="text-ink-2">{i18n._('No notes yet. The firm never sees them.')}</li>}
      </ul>
      <form method="post" className="mt-3 flex flex-wrap items-end gap-2">
        <label className="min-w-60 flex-1"><span className="sr-only">{i18n._('New note')}</span><textarea className="input" name="body" rows={2} maxLength={2000} /></label>
        <button className="btn btn-secondary" name="intent" value="note">{i18n._('Add the note')}</button>
      </form>
    </Panel>
  )
}
