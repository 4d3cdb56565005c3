import { useLingui } from '@lingui/react'

import { fieldText, type Refused } from '~/ui/refused'
import type { Forum } from './desk-facts'
import { Panel } from './firm-profile'

/** The forum's rules: how approvals, mails and limits work. What was typed stays when something is wrong. */
export function RulesForm({ forum, came }: { forum: Forum; came: Refused | undefined }) {
  const { i18n } = useLingui()
  const mode = fieldText(came, 'mode', forum.mode)
  const numbers: [name: string, label: string, hint: string, value: number, least: number, most: number][] = [
    ['undo_minutes', i18n._('Undo window, minutes'), i18n._('How long the e-mails of a decision wait.'), forum.undoMinutes, 0, 1440],
    ['floor', i18n._('Floor'), i18n._('Suggestions each validated firm is owed where there are counterparts.'), forum.floor, 0, 20],
    ['cap', i18n._('Cap'), i18n._('Introductions a round never takes a firm beyond.'), forum.cap, 1, 100],
    ['unanswered_cap', i18n._('Unanswered at once'), i18n._('Introductions a firm may have without having answered.'), forum.unansweredCap, 1, 100],
    ['nudge_days', i18n._('Reminder after, days'), i18n._('One reminder to whoever has not answered.'), forum.nudgeDays, 1, 60],
    ['expire_days', i18n._('Expiry after, days'), i18n._('Then an unanswered introduction lapses.'), forum.expireDays, 2, 365],
  ]
  return (
    <Panel title={i18n._('Rules of the forum')}>
      <form method="post" className="grid gap-3">
        <fieldset>
          <legend className="mb-1 font-semibold">{i18n._('When contacts pass')}</legend>
          <label className="tick"><input type="radio" name="mode" value="double_opt_in" defaultChecked={mode === 'double_opt_in'} /> {i18n._('When both firms have said yes')}</label>
          <label className="tick"><input type="radio" name="mode" value="direct" defaultChecked={mode === 'direct'} /> {i18n._('With the approval, where both firms consented to it')}</label>
        </fieldset>
        <label className="tick"><input type="checkbox" name="dual_key" value="yes" defaultChecked={came ? came.typed.dual_key === 'yes' : forum.dualKey} /> {i18n._('Two keys: one organiser of each country must approve')}</label>
        {numbers.map(([name, label, hint, value, least, most]) => (
          <label key={name} className="grid grid-cols-[1fr_6rem] items-center gap-3">
            <span><b className="block font-semibold">{label}</b><span className="text-ink-2 text-xs">{hint}</span></span>
            <input className="input num" type="number" name={name} defaultValue={fieldText(came, name, value)} min={least} max={most} required />
          </label>
        ))}
        <p><button className="btn btn-secondary">{i18n._('Save the rules')}</button></p>
      </form>
    </Panel>
  )
}
