import { useLingui } from '@lingui/react'

import { useLocalePath } from '~/i18n/locale-path'
import { Button, ButtonLink } from '~/ui/button'
import { CountryTag } from '~/ui/country-tag'
import { Notice } from '~/ui/notice'
import type { InvitationView } from './invitation-view.server'

function Lines({ title, lines }: { title: string; lines: InvitationView['brings'] }) {
  if (lines.length === 0) return null
  return (
    <div className="mt-3">
      <h3 className="text-ink-2 text-[.9375rem] font-semibold">{title}</h3>
      <ul>{lines.map(({ text, language }, i) => <li key={i} lang={language ?? undefined} dir="auto">{text}</li>)}</ul>
    </div>
  )
}

/** The firm, as far as its invited person may see it before signing in: what the organizers' list says of it. */
export function InvitedFirm({ view }: { view: InvitationView }) {
  const { i18n } = useLingui()
  return (
    <section className="card mb-6 p-5">
      <p className="flex flex-wrap items-center gap-2"><CountryTag country={view.country} /> <bdi className="text-xl font-semibold" lang={view.nameLocale ?? undefined}>{view.name}</bdi></p>
      <p className="text-ink-2">{view.place}</p>
      <Lines title={i18n._('It brings')} lines={view.brings} />
      <Lines title={i18n._('It seeks')} lines={view.seeks} />
    </section>
  )
}

/** Where an invitation that is no longer open leads. */
export function SpentInvitation({ view }: { view: InvitationView }) {
  const { i18n } = useLingui()
  const path = useLocalePath()
  const said = {
    used: { title: i18n._('This invitation was accepted'), next: i18n._('Sign in with the address the mail came to.') },
    taken: { title: i18n._('Somebody of the firm has taken this profile over already'), next: i18n._('Ask them to invite you, or register with the firm’s number: the page then offers to ask them.') },
    withdrawn: { title: i18n._('This invitation was taken back'), next: i18n._('Ask the firm for a new one if that was a mistake.') },
    expired: { title: i18n._('This invitation has lapsed'), next: i18n._('Ask for a new one, or register your company yourself.') },
    open: null,
  }[view.stand]
  if (!said) return null
  return (
    <>
      <Notice tone="warn" title={said.title}><p>{said.next}</p></Notice>
      <ButtonLink tone="secondary" href={path(view.stand === 'expired' ? '/register' : '/home')}>{view.stand === 'expired' ? i18n._('Register your company') : i18n._('Sign in')}</ButtonLink>
    </>
  )
}

/** The one button. A visitor first proves the address by a code; somebody else's session is in the way. */
export function AcceptForm({ view }: { view: InvitationView }) {
  const { i18n } = useLingui()
  const path = useLocalePath()
  const accept = view.kind === 'claim' ? i18n._('Take the profile over') : i18n._('Join the team')
  if (view.reader === 'other') {
    return (
      <>
        <Notice tone="warn" title={i18n._('You are signed in as {email}', { email: view.callerEmail ?? '' })}>
          <p>{i18n._('This invitation is for {email}. Sign out, then open the link again.', { email: view.email })}</p>
        </Notice>
        <form method="post" action={path('/sign-out')}><Button tone="secondary">{i18n._('Sign out')}</Button></form>
      </>
    )
  }
  return (
    <form method="post">
      {view.reader === 'visitor' && <p className="mb-4">{i18n._('We send a code of six digits to {email}, so that nobody else can do this in your place.', { email: view.email })}</p>}
      <Button icon="arrow">{view.reader === 'visitor' ? i18n._('Send me the code') : accept}</Button>
    </form>
  )
}
