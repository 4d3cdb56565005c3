import { useLingui } from '@lingui/react'

import { evidenceLevels, evidenceName, outcomeKindName, outcomeKinds } from '~/i18n/words/matches'
import { CountryTag } from '~/ui/country-tag'
import { fieldText, type Refused } from '~/ui/refused'
import { Tag } from '~/ui/tag'
import { Panel } from './firm-profile'
import type { IntroductionView } from './introduction-views.server'

/** Hold, release, undo, withdraw: what may be done with an introduction now. */
export function IntroductionActs({ view }: { view: IntroductionView }) {
  const { i18n } = useLingui()
  return (
    <Panel title={i18n._('State')}>
      <p className="mb-1 flex flex-wrap items-center gap-2"><Tag tone={view.state === 'connected' ? 'good' : 'plain'}>{view.stateName}</Tag> <span className="num">{view.when}</span></p>
      <p className="text-ink-2 mb-3">{view.mode}{view.expires ? ` · ${i18n._('answers until {date}', { date: view.expires })}` : ''}</p>
      {view.flags.length > 0 && <p className="mb-3 flex flex-wrap gap-2">{view.flags.map(flag => <Tag key={flag.id} tone={flag.bad ? 'warn' : 'plain'}>{flag.label}</Tag>)}</p>}
      <dl className="fact-rows mb-3">
        <div><dt><CountryTag country="PK" /></dt><dd>{view.answers.pk}</dd></div>
        <div><dt><CountryTag country="KZ" /></dt><dd>{view.answers.kz}</dd></div>
      </dl>
      <form method="post" className="flex flex-wrap gap-2">
        <input type="hidden" name="match" value={view.match} />
        {view.editable && <button className="btn btn-secondary" name="intent" value={view.onHold ? 'release' : 'hold'}>{view.onHold ? i18n._('Release the e-mails') : i18n._('Hold the e-mails')}</button>}
        {view.editable && <button className="btn btn-secondary" name="intent" value="undo">{i18n._('Undo the approval')}</button>}
        {view.withdrawable && !view.editable && <button className="btn btn-danger" name="intent" value="withdraw">{i18n._('Withdraw')}</button>}
      </form>
      {view.withdrawable && !view.editable && <p className="text-ink-2 mt-2 text-sm">{i18n._('Both firms are told by e-mail that the introduction is withdrawn.')}</p>}
    </Panel>
  )
}

/** The organizers' word to each side, while it can still be changed. */
export function IntroductionNotes({ view, came }: { view: IntroductionView; came: Refused | undefined }) {
  const { i18n } = useLingui()
  if (!view.editable && !view.notes.PK && !view.notes.KZ) return null
  return (
    <Panel title={i18n._('Your word in each e-mail')}>
      {view.editable ? (
        <form method="post" className="grid gap-3">
          {(['PK', 'KZ'] as const).map(country => (
            <label key={country}><span className="mb-1 block"><CountryTag country={country} /></span><textarea className="input" name={country === 'PK' ? 'notePk' : 'noteKz'} rows={2} maxLength={1000} defaultValue={fieldText(came, country === 'PK' ? 'notePk' : 'noteKz', view.notes[country])} aria-label={country} /></label>
          ))}
          <p><button className="btn btn-secondary" name="intent" value="notes">{i18n._('Save the notes')}</button></p>
        </form>
      ) : (
        <ul className="rows">{(['PK', 'KZ'] as const).map(country => view.notes[country] && <li key={country}><CountryTag country={country} /> <span>{view.notes[country]}</span></li>)}</ul>
      )}
    </Panel>
  )
}

/** Each mail and its fate; its words, without its links. */
export function MailLog({ view }: { view: IntroductionView }) {
  const { i18n } = useLingui()
  return (
    <Panel title={i18n._('E-mails')}>
      {view.mails.map(mail => (
        <details key={mail.id} className="mail-row">
          <summary>
            {mail.country && <CountryTag country={mail.country} />} <span className="font-medium">{mail.what}</span> <Tag tone={mail.bad ? 'warn' : 'plain'}>{mail.state}</Tag> <span className="text-ink-3 num">{mail.when}</span>
          </summary>
          <div className="py-2">
            <p className="text-ink-2">{i18n._('To {address}, in {language}', { address: mail.to, language: mail.language })}{mail.tries > 1 ? ` · ${i18n._('{count} tries', { count: String(mail.tries) })}` : ''}</p>
            {mail.why && <p className="text-sun-ink">{mail.why}</p>}
            {mail.subject ? <><p className="mt-2 font-semibold" lang={mail.lang} dir="auto">{mail.subject}</p><p className="mail-text" lang={mail.lang} dir="auto">{mail.text}</p></> : <p className="text-ink-2">{i18n._('It is written when it is sent.')}</p>}
          </div>
        </details>
      ))}
      {view.mails.length === 0 && <p className="text-ink-2">{i18n._('No e-mail has been written.')}</p>}
    </Panel>
  )
}

/** What came of it, and the form to report more; what was typed stays when something is wrong. */
export function Outcomes({ view, today, came }: { view: IntroductionView; today: string; came: Refused | undefined }) {
  const { i18n } = useLingui()
  return (
    <Panel title={i18n._('Outcomes')}>
      <ul className="rows">
        {view.outcomeList.map((outcome, i) => <li key={i}><span className="text-ink-3 num">{outcome.when}</span> <b>{outcome.what}</b> <span>{outcome.value}</span> <Tag tone={outcome.evidence ? 'plain' : 'warn'}>{outcome.evidence}</Tag> <span className="text-ink-3">{outcome.by}</span> {outcome.note && <span>{outcome.note}</span>}</li>)}
        {view.outcomeList.length === 0 && <li className="text-ink-2">{i18n._('Nothing has been reported yet.')}</li>}
      </ul>
      {view.reportable && (
        <form method="post" className="mt-3 grid gap-3 sm:grid-cols-2">
          <label><span>{i18n._('What')}</span><select className="input" name="kind" defaultValue={fieldText(came, 'kind', outcomeKinds[0])}>{outcomeKinds.map(kind => <option key={kind} value={kind}>{outcomeKindName(i18n, kind)}</option>)}</select></label>
          <label><span>{i18n._('When')}</span><input className="input" type="date" name="on" max={today} defaultValue={fieldText(came, 'on', today)} required /></label>
          <label><span>{i18n._('Value in US$ (optional)')}</span><input className="input" inputMode="decimal" name="value" defaultValue={fieldText(came, 'value', '')} /></label>
          <label><span>{i18n._('How it is known')}</span><select className="input" name="evidence" defaultValue={fieldText(came, 'evidence', evidenceLevels[0])}>{evidenceLevels.map(level => <option key={level} value={level}>{evidenceName(i18n, level)}</option>)}</select></label>
          <label className="sm:col-span-2"><span>{i18n._('Note (optional)')}</span><input className="input" name="note" maxLength={1000} defaultValue={fieldText(came, 'note', '')} /></label>
          <p><button className="btn btn-secondary" name="intent" value="report">{i18n._('Report the outcome')}</button></p>
        </form>
      )}
    </Panel>
  )
}
