import type { I18n } from '@lingui/core'
import { useLingui } from '@lingui/react'
import { Link } from '@remix-run/react'

import { useLocalePath } from '~/i18n/locale-path'
import { Panel } from '../firm-profile'

/** Why a firm was not invited to claim its profile. */
export const inviteSentence = (i18n: I18n, said: string): string =>
  ({
    already: i18n._('The firm was invited within the last week.'),
    invited_often: i18n._('The firm was invited three times already. Telephone it.'),
    claimed: i18n._('The firm has people of its own: there is nothing to claim.'),
    no_address: i18n._('The firm has no e-mail address. Change the profile and write one.'),
    suppressed: i18n._('The firm’s address cannot be written to. Change the profile and write another one.'),
  })[said] ?? i18n._('The firm could not be invited.')

/** What an organizer may do in the firm's place. */
export function OnBehalfPanel({ company }: { company: string }) {
  const { i18n } = useLingui()
  const path = useLocalePath()
  return (
    <Panel title={i18n._('In the firm’s place')}>
      <p className="text-ink-2 mb-3">{i18n._('What you do here is on record, and the firm sees it.')}</p>
      <form method="post" className="flex flex-wrap gap-2">
        <Link className="btn btn-secondary" to={path(`/desk/companies/${company}/edit`)}>{i18n._('Change the profile')}</Link>
        <button className="btn btn-secondary" name="intent" value="invite">{i18n._('Invite to claim the profile')}</button>
      </form>
    </Panel>
  )
}
