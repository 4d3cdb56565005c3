import { useLingui } from '@lingui/react'

import { declineReasonName, declineReasons } from '~/i18n/words/matches'
import { Button } from '~/ui/button'
import { ChoiceField, TextAreaField } from '~/ui/field'
import { fieldChoices, fieldText, type Refused } from '~/ui/refused'
import type { Standing } from './standing'

/** Yes, not now, or no with its reason; and what the other side will learn of it. */
export function HomeAnswerForm({ standing, came, wantsNo }: { standing: Standing; came?: Refused; wantsNo: boolean }) {
  const { i18n } = useLingui()
  const open = wantsNo || came?.typed.said === 'no'
  return (
    <section id="answer" className="card mt-8 p-5">
      <h2 className="mb-1 text-2xl">{i18n._('Your answer')}</h2>
      <p className="text-ink-2 mb-4">{i18n._('A yes alone passes nothing on: contacts pass to both when both have said yes. The other side is told the result, never your reason.')}</p>
      <form method="post" className="flex flex-wrap gap-2">
        <Button name="said" value="yes" icon="check">{i18n._('Yes, introduce us')}</Button>
        {standing === 'answer' && <Button name="said" value="not_now" tone="secondary">{i18n._('Not now')}</Button>}
      </form>
      <details open={open} className="mt-4">
        <summary className="inline-flex min-h-11 items-center font-medium underline">{i18n._('No, thank you')}</summary>
        <form method="post" noValidate className="mt-3">
          <input type="hidden" name="said" value="no" />
          <ChoiceField
            name="why"
            label={i18n._('Why not?')}
            error={came?.errors.why}
            options={declineReasons.map(value => ({ value, label: declineReasonName(i18n, value) }))}
            chosen={fieldChoices(came, 'why', [])}
          />
          <TextAreaField name="words" dir="auto" rows={2} optional label={i18n._('A word to the organisers')} error={came?.errors.words} defaultValue={fieldText(came, 'words', '')} />
          <Button tone="secondary">{i18n._('Decline')}</Button>
        </form>
      </details>
    </section>
  )
}
