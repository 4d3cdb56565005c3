import { useLingui } from '@lingui/react'

import { Button } from '~/ui/button'
import { TextField } from '~/ui/field'
import { Notice } from '~/ui/notice'
import { fieldText, type Refused } from '~/ui/refused'
import type { InvitingResult } from './home.store.server'

/** What became of an invitation, after the page came back. */
export function InvitingNotice({ result, to }: { result: InvitingResult | 'withdrawn'; to: string }) {
  const { i18n } = useLingui()
  const sentences: Record<typeof result, string> = {
    invited: i18n._('The invitation is on its way to {to}', { to }),
    already: i18n._('{to} was invited within the last day; the mail still holds', { to }),
    member: i18n._('{to} works on this profile already', { to }),
    suppressed: i18n._('{to} asked for no such mail, or cannot be reached', { to }),
    invited_often: i18n._('Ten people were invited today: go on tomorrow'),
    withdrawn: i18n._('The invitation is taken back; its link lets nobody in'),
  }
  return <Notice tone={result === 'invited' || result === 'withdrawn' ? 'good' : 'warn'} title={sentences[result]} />
}

/** Who was asked and has not come yet; and the form that asks one more. The owner's alone. */
export function Invitations({ invited, came }: { invited: readonly { email: string; since: string }[]; came: Refused | undefined }) {
  const { i18n } = useLingui()
  return (
    <section className="mt-8">
      <h2 className="mb-3 text-xl">{i18n._('Invite a colleague')}</h2>
      {invited.length > 0 && (
        <ul className="border-line mb-6 border-t">
          {invited.map(({ email, since }) => (
            <li key={email} className="border-line flex flex-wrap items-center justify-between gap-3 border-b py-3">
              <span><bdi dir="ltr" className="font-semibold break-all">{email}</bdi> <span className="text-ink-2 block text-[.9375rem]">{i18n._('invited on {date}', { date: since })}</span></span>
              <form method="post">
                <input type="hidden" name="intent" value="withdraw" />
                <Button name="address" value={email} tone="quiet">{i18n._('Take it back')}</Button>
              </form>
            </li>
          ))}
        </ul>
      )}
      <form method="post" noValidate>
        <input type="hidden" name="intent" value="invite" />
        <TextField name="address" type="email" dir="ltr" autoComplete="off" label={i18n._('Your colleague’s e-mail address')} error={came?.errors.address} defaultValue={fieldText(came, 'address', '')} />
        <Button tone="secondary">{i18n._('Send the invitation')}</Button>
      </form>
      <p className="text-ink-2 mt-3">{i18n._('Who joins sees and changes everything of the company, its introductions included. Invite only people you know.')}</p>
    </section>
  )
}
