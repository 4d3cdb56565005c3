import { useLingui } from '@lingui/react'

import { useLocalePath } from '~/i18n/locale-path'
import { rejectReasonName, rejectReasons } from '~/i18n/words/matches'
import type { PairView } from './pair-view'
import { useQueue } from './queue-context'
import type { QueueView } from './queue-view.server'
import { snoozeChoices } from './snooze'
import { snoozeName } from './words'

/** The decision: one form with a button for each way to end. */
export function ActionBar({ pair, view }: { pair: PairView; view: QueueView }) {
  const { i18n } = useLingui()
  const path = useLocalePath()
  const { decide, next, previous } = useQueue()
  return (
    <form
      id="decide"
      key={pair.id}
      className="act"
      method="post"
      action={path('/desk/decide')}
      onSubmit={event => {
        event.preventDefault()
        const submitter = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null
        decide(new FormData(event.currentTarget, submitter))
      }}
    >
      <input type="hidden" name="match" value={pair.id} />
      <input type="hidden" name="next" value={next ?? previous ?? ''} />
      <input type="hidden" name="query" value={view.query} />
      {pair.decidable ? (
        <>
          <label className="note">
            <span className="sr-only">{i18n._('Note for the record (optional)')}</span>
            <input id="note" name="note" placeholder={i18n._('Note for the record (optional)')} autoComplete="off" maxLength={1000} />
          </label>
          <details className="pop up" id="reject-menu">
            <summary className="btn btn-danger">{i18n._('Reject')} <kbd aria-hidden="true">R</kbd></summary>
            <div className="pop-menu">
              {rejectReasons.map((reason, i) => (
                <button key={reason} name="intent" value={`reject:${reason}`}><kbd aria-hidden="true">{i + 1}</kbd> {rejectReasonName(i18n, reason)}</button>
              ))}
            </div>
          </details>
          <details className="pop up" id="snooze-menu">
            <summary className="btn btn-secondary">{i18n._('Snooze')} <kbd aria-hidden="true">S</kbd></summary>
            <div className="pop-menu">
              {snoozeChoices.filter(choice => choice !== 'date').map((choice, i) => (
                <button key={choice} name="intent" value={`snooze:${choice}`}><kbd aria-hidden="true">{i + 1}</kbd> {snoozeName(i18n, choice)}</button>
              ))}
              <label className="pop-date"><kbd aria-hidden="true">4</kbd> <span>{snoozeName(i18n, 'date')}</span><input type="date" name="date" className="input" /></label>
              <button name="intent" value="snooze:date">{i18n._('Snooze until this date')}</button>
            </div>
          </details>
          <button className="btn btn-primary" name="intent" value="approve">
            <span>{i18n._('Approve')}<span className="long"> {i18n._('and queue e-mails')}</span></span> <kbd aria-hidden="true">A</kbd>
          </button>
        </>
      ) : (
        <>
          <p className="act-said">{pair.decided}</p>
          {pair.undoable && <button className="btn btn-secondary" name="intent" value="undo">{i18n._('Undo')}</button>}
        </>
      )}
    </form>
  )
}
