import { useLingui } from '@lingui/react'

import { useLocalePath } from '~/i18n/locale-path'
import { rejectReasonName, rejectReasons } from '~/i18n/words/matches'
import type { QueueView } from './queue-view.server'
import { snoozeChoices } from './snooze'
import { snoozeName } from './words'

/** Appears when pairs are ticked: what may be done with all of them. A plain form; the ticks belong to it by its id. */
export function BulkBar({ view }: { view: QueueView }) {
  const { i18n } = useLingui()
  const path = useLocalePath()
  return (
    <form id="bulk" method="post" action={path('/desk/bulk')} className="bulk" aria-label={i18n._('With the selected pairs')}>
      <input type="hidden" name="query" value={view.query} />
      <p className="cnt num"><span className="cnt-n" data-all={view.totalShown} aria-hidden="true" /> <span>{i18n._('selected')}</span></p>
      <div className="bulk-acts">
        <details className="pop up">
          <summary>{i18n._('Reject')}</summary>
          <div className="pop-menu">
            {rejectReasons.filter(reason => reason !== 'other').map(reason => <button key={reason} name="intent" value={`reject:${reason}`}>{rejectReasonName(i18n, reason)}</button>)}
          </div>
        </details>
        <details className="pop up">
          <summary>{i18n._('Snooze')}</summary>
          <div className="pop-menu">
            {snoozeChoices.filter(choice => choice !== 'date').map(choice => <button key={choice} name="intent" value={`snooze:${choice}`}>{snoozeName(i18n, choice)}</button>)}
          </div>
        </details>
        <button className="y" name="intent" value="approve">{i18n._('Approve')}</button>
      </div>
    </form>
  )
}
