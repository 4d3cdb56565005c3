import { useLingui } from '@lingui/react'
import type { I18n } from '@lingui/core'

import { declineReasonName, declineReasons } from '~/i18n/words/matches'
import { Button, ButtonLink } from '~/ui/button'
import { ChoiceField, TextAreaField, TextField } from '~/ui/field'
import { fieldChoices, fieldText, type Refused } from '~/ui/refused'
import type { AnswerView } from './answer-page.server'
import type { Answer } from './outbox/links.server'

const verbs = (i18n: I18n, direct: boolean): Record<Answer, string> => ({
  yes: direct ? i18n._('Yes, we will talk') : i18n._('Yes, introduce us'),
  not_now: i18n._('Not now'),
  no: i18n._('No, thank you'),
})

/** What follows from an answer, and what of it the other firm will learn. */
const consequences = (i18n: I18n, direct: boolean): Record<Answer, string> => ({
  yes: direct
    ? i18n._('They learn that you will talk. You have each other’s contacts already.')
    : i18n._('If they say yes too, both of you get each other’s contact by mail. Until then they learn nothing of your answer.'),
  not_now: i18n._('They are told nothing. You can still say yes later, from this page, until the introduction lapses.'),
  no: i18n._('They never see your reason; if they had said yes, they are told kindly that it will not go ahead. Your reason helps the organisers to choose better.'),
})

/** One answer at a time: the chosen one with its button, the others one tap away. A link never decides; only this button does. */
export function AnswerForm({ view, chosen, came }: { view: AnswerView; chosen: Answer; came: Refused | undefined }) {
  const { i18n } = useLingui()
  const verb = verbs(i18n, view.direct)
  return (
    <section className="card p-5" aria-labelledby="your-answer">
      <h2 id="your-answer" className="mb-1 text-xl">{view.mine ? i18n._('Change your answer') : i18n._('Your answer')}</h2>
      <p className="text-ink-2 mb-4">{consequences(i18n, view.direct)[chosen]}</p>
      <form method="post">
        <input type="hidden" name="answer" value={chosen} />
        {chosen === 'no' && (
          <ChoiceField
            name="reason"
            label={i18n._('Why not?')}
            hint={i18n._('For the organisers only.')}
            error={came?.errors.reason}
            options={declineReasons.map(value => ({ value, label: declineReasonName(i18n, value) }))}
            chosen={fieldChoices(came, 'reason', [])}
          />
        )}
        {chosen !== 'yes' && <TextAreaField name="note" rows={2} maxLength={1000} label={i18n._('A word to the organisers')} optional error={came?.errors.note} defaultValue={fieldText(came, 'note', '')} />}
        <Button icon={chosen === 'yes' ? 'check' : undefined} className="w-full sm:w-auto">{verb[chosen]}</Button>
      </form>
      {view.may.length > 1 && (
        <nav aria-label={i18n._('Another answer')} className="mt-4 flex flex-wrap gap-3">
          {view.may.filter(answer => answer !== chosen).map(answer => <ButtonLink key={answer} tone="secondary" href={`?answer=${answer}`}>{verb[answer]}</ButtonLink>)}
        </nav>
      )}
    </section>
  )
}

/** Reached the wrong desk: on to a colleague of the same firm. */
export function PassOnForm({ came, passed }: { came: Refused | undefined; passed: boolean }) {
  const { i18n } = useLingui()
  const failed = Boolean(came?.errors.address)
  return (
    <details className="card p-5" open={failed || passed}>
      <summary className="min-h-11 content-center font-semibold">{i18n._('Pass it to a colleague')}</summary>
      {passed && <p role="status" className="text-pk-ink mt-2 font-semibold">{i18n._('Passed on. Your colleague has the same mail; whoever answers first answers for the firm.')}</p>}
      <form method="post" className="mt-3" noValidate>
        <input type="hidden" name="intent" value="pass" />
        <TextField name="address" type="email" dir="ltr" autoComplete="off" label={i18n._('Your colleague’s e-mail address')} hint={i18n._('An address of your own firm.')} error={came?.errors.address} defaultValue={fieldText(came, 'address', '')} />
        <Button tone="secondary">{i18n._('Send it on')}</Button>
      </form>
    </details>
  )
}
