import { useLingui } from '@lingui/react'
import type { I18n } from '@lingui/core'

import { declineReasonName, declineReasons } from '~/i18n/words/matches'
import { Button } from '~/ui/button'
import { ChoiceField, TextAreaField, TextField } from '~/ui/field'
import { fieldChoices, fieldText, type Refused } from '~/ui/refused'
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

type AnswerFormProps = {
  /** What may be said now. */
  may: readonly Answer[]
  /** Stands first and open: what the link in the mail named. It is said by the button alone, never by the link. */
  chosen: Answer
  direct: boolean
  /** Something was said before. */
  changing: boolean
  came: Refused | undefined
}

/** A firm's answer, from a mail's link and from its home alike: a button for each, and for a no its reason. */
export function AnswerForm({ may, chosen, direct, changing, came }: AnswerFormProps) {
  const { i18n } = useLingui()
  const [verb, follows] = [verbs(i18n, direct), consequences(i18n, direct)]
  const first = came?.typed.answer === 'no' ? 'no' : chosen
  const said = [first, ...may.filter(answer => answer !== first)].filter(answer => answer !== 'no' && may.includes(answer)) as ('yes' | 'not_now')[]
  const note = (
    <TextAreaField name="note" rows={2} maxLength={1000} dir="auto" label={i18n._('A word to the organisers')} optional error={came?.errors.note} defaultValue={fieldText(came, 'note', '')} />
  )
  const declining = may.includes('no') && (
    <details open={first === 'no'}>
      <summary className="inline-flex min-h-11 items-center font-medium underline">{verb.no}</summary>
      <form method="post" noValidate className="mt-2">
        <input type="hidden" name="answer" value="no" />
        <p className="text-ink-2 mb-4">{follows.no}</p>
        <ChoiceField
          name="reason"
          label={i18n._('Why not?')}
          hint={i18n._('For the organisers only.')}
          error={came?.errors.reason}
          options={declineReasons.map(value => ({ value, label: declineReasonName(i18n, value) }))}
          chosen={fieldChoices(came, 'reason', [])}
        />
        {note}
        <Button tone="secondary">{verb.no}</Button>
      </form>
    </details>
  )
  return (
    <section id="answer" className="card p-5" aria-labelledby="your-answer">
      <h2 id="your-answer" className="mb-4 text-xl">{changing ? i18n._('Change your answer') : i18n._('Your answer')}</h2>
      {first === 'no' && <div className="mb-6">{declining}</div>}
      <div className="grid gap-4">
        {said.map(answer => (
          <form key={answer} method="post">
            <input type="hidden" name="answer" value={answer} />
            {answer === first && answer === 'not_now' && note}
            <Button tone={answer === first ? 'primary' : 'secondary'} icon={answer === 'yes' ? 'check' : undefined} className="w-full sm:w-auto">{verb[answer]}</Button>
            <p className="text-ink-2 mt-1 text-[.9375rem]">{follows[answer]}</p>
          </form>
        ))}
      </div>
      {first !== 'no' && <div className="mt-3">{declining}</div>}
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
