import { useLingui } from '@lingui/react'

import { outcomeKindName, outcomeKinds } from '~/i18n/words/matches'
import { Button } from '~/ui/button'
import { SelectField, TextAreaField, TextField } from '~/ui/field'
import { fieldText, type Refused } from '~/ui/refused'
import { Tag } from '~/ui/tag'
import type { OutcomeView } from './outcome-view.server'

/** What was reported, in the order it happened; claimed apart from proven. */
export function OutcomeList({ outcomes }: { outcomes: readonly OutcomeView[] }) {
  const { i18n } = useLingui()
  const by = { us: i18n._('reported by you'), them: i18n._('reported by the other side'), desk: i18n._('reported by the desk') }
  if (outcomes.length === 0) return <p className="text-ink-2 mb-6">{i18n._('Nothing reported yet. A meeting counts too: it takes half a minute, and tells the organisers where help is needed.')}</p>
  return (
    <ol className="border-line mb-6 border-s-2 ps-5">
      {outcomes.map(({ id, what, date, value, evidence, proven, documentUrl, note, by: reporter }) => (
        <li key={id} className="mb-4">
          <p className="font-semibold">{what}{value && <> · <bdi className="num">{value}</bdi></>}</p>
          <p className="text-ink-2 flex flex-wrap items-center gap-2 text-[.9375rem]">
            {date} · {by[reporter]} <Tag tone={proven ? 'good' : 'plain'}>{evidence}</Tag>
            {documentUrl && <a className="inline-flex min-h-11 items-center underline" href={documentUrl} rel="noreferrer nofollow">{i18n._('Document')}</a>}
          </p>
          {note && <p dir="auto">{note}</p>}
        </li>
      ))}
    </ol>
  )
}

/** A report: what, when, how much, with a document or on one's word. */
export function OutcomeForm({ came, today }: { came?: Refused; today: string }) {
  const { i18n } = useLingui()
  const field = (name: string, saved = '') => ({ name, error: came?.errors[name], defaultValue: fieldText(came, name, saved) })
  return (
    <details open={came?.typed.intent === 'report'} className="card p-5">
      <summary className="inline-flex min-h-11 items-center font-semibold underline">{i18n._('Report what happened')}</summary>
      <form method="post" noValidate className="mt-4">
        <input type="hidden" name="intent" value="report" />
        <SelectField {...field('kind')} label={i18n._('What happened?')} options={[{ value: '', label: i18n._('Choose…') }, ...outcomeKinds.map(value => ({ value, label: outcomeKindName(i18n, value) }))]} />
        <TextField {...field('happenedOn', today)} type="date" max={today} dir="ltr" className="max-w-56" label={i18n._('When?')} />
        <TextField {...field('value')} dir="ltr" inputMode="decimal" optional className="num max-w-56" label={i18n._('Value in US dollars')} />
        <TextField {...field('documentUrl')} type="url" dir="ltr" optional label={i18n._('Address of a document')} hint={i18n._('With a document the report counts as documented, without as claimed. Both count; they are never mixed.')} />
        <TextAreaField {...field('note')} dir="auto" rows={2} optional label={i18n._('A note')} />
        <Button>{i18n._('Report this')}</Button>
      </form>
    </details>
  )
}
