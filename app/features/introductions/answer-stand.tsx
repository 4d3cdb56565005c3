import { useLingui } from '@lingui/react'

import { Notice } from '~/ui/notice'
import type { AnswerView } from './answer-page.server'

/** Where the introduction stands, when there is more to say than "choose". */
export function AnswerStand({ view, record }: { view: AnswerView; /** The answer was recorded a moment ago, or stood there already. */ record: 'now' | 'already' | null }) {
  const { i18n } = useLingui()
  const said = view.mine && {
    yes: i18n._('You said yes on {date}.', { date: view.mine.on }),
    not_now: i18n._('You said “not now” on {date}.', { date: view.mine.on }),
    no: i18n._('You said no on {date}.', { date: view.mine.on }),
  }[view.mine.answer]
  switch (view.stand) {
    case 'open':
      return null
    case 'answered':
      return (
        <Notice tone="good" title={record === 'now' ? i18n._('Thank you, it is recorded.') : record === 'already' ? i18n._('This answer was recorded already.') : said}>
          {record === 'already' && <p>{said}</p>}
          {view.mine?.answer === 'yes' && <p>{i18n._('We wait for the other firm until {date}. You will hear by mail either way that concerns you.', { date: view.answerBy })}</p>}
          {view.mine?.answer === 'not_now' && <p>{i18n._('The other firm is told nothing. This link lets you say yes until {date}.', { date: view.answerBy })}</p>}
          {view.mine?.answer === 'no' && <p>{i18n._('The organisers take your answer into account. Nothing of yours was passed on.')}</p>}
        </Notice>
      )
    case 'connected':
      return <Notice tone="good" title={i18n._('You both said yes')}><p>{i18n._('Contacts went to both of you by mail. They also stand on your company page, after signing in.')}</p></Notice>
    case 'withdrawn':
      return <Notice tone="warn" title={i18n._('The organisers have taken this introduction back')}><p>{i18n._('You need not answer it.')}</p></Notice>
    case 'lapsed':
      return <Notice tone="warn" title={i18n._('This introduction has lapsed')}><p>{said} {i18n._('It waited for an answer until {date}. If it still interests you, write to the desk: they can introduce you again.', { date: view.answerBy })}</p></Notice>
    case 'closed':
      return <Notice tone="warn" title={i18n._('This introduction will not go ahead')}><p>{i18n._('No contacts were passed on. The desk keeps looking for a partner for you.')}</p></Notice>
    case 'not_ready':
      return <Notice title={i18n._('One moment')}><p>{i18n._('This introduction is just being sent. Open the link again in a minute.')}</p></Notice>
  }
}
