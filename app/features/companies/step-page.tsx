import { useLingui } from '@lingui/react'
import { useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'

import { registrationSteps, stepBefore, stepPath, type RegistrationStep } from '~/core/companies/registration-steps'
import { useLocalePath } from '~/i18n/locale-path'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { Icon } from '~/ui/icon'
import { Notice } from '~/ui/notice'
import { PublicShell } from '~/ui/public-shell'
import type { Refused } from '~/ui/refused'
import { SummaryRows, type SummaryRow } from '~/ui/summary-rows'

const STEP_FORM = 'step'

type StepPageProps = {
  step: RegistrationStep
  heading: ReactNode
  /** A firm being registered sees where it is; one that edits its profile goes back to its home. */
  editing: boolean
  visitor?: boolean
  came?: Refused
  /** What is saved now: shown beside what was typed when somebody else saved meanwhile. */
  saved?: readonly SummaryRow[]
  /** What is typed goes along when the language is changed. */
  takesAlong?: boolean
  /** Where Back leads, when not to the step before. Without language. */
  back?: string
  children: ReactNode
}

/** The frame of a page of registration: where one is, what went wrong, the way back. */
export function StepPage({ step, heading, editing, visitor, came, saved = [], back, takesAlong = false, children }: StepPageProps) {
  const { i18n } = useLingui()
  const path = useLocalePath()
  const before = stepBefore(step)
  const backTo = back ?? (editing ? '/home' : before && stepPath(before))
  const place = { step: registrationSteps.indexOf(step) + 1, total: registrationSteps.length }
  return (
    <PublicShell account={visitor ? 'visitor' : editing ? 'company' : 'draft'} form={takesAlong ? STEP_FORM : undefined}>
      <div className="wrap py-6 lg:py-10">
        <div className="column">
          {backTo && (
            <a href={path(backTo)} className="mb-4 inline-flex min-h-11 items-center gap-2 font-medium underline">
              <Icon name="back" />
              {i18n._('Back')}
            </a>
          )}
          <ErrorSummary errors={came?.errors ?? {}} form={came?.form} />
          {came?.stale && <StaleNotice saved={saved} />}
          {!editing && <StepCount {...place} />}
          <h1 className="mb-4 text-3xl">{heading}</h1>
          {children}
          {!editing && !visitor && <GoOnLater />}
        </div>
      </div>
    </PublicShell>
  )
}

/** Everything is saved: a mail leads back here, from any device. */
function GoOnLater() {
  const { i18n } = useLingui()
  const path = useLocalePath()
  const { pathname, search } = useLocation()
  const later = new URLSearchParams(search).get('later')
  if (later === 'sent') return <p role="status" className="text-ink-2 mt-10">{i18n._('The link is on its way to your address. Everything you saved waits for you.')}</p>
  if (later === 'stopped') return <p role="status" className="text-ink-2 mt-10">{i18n._('Your address asked for no such mail, or cannot be reached. Everything you saved waits all the same: sign in with your address to go on.')}</p>
  return (
    <form method="post" action={path('/register/later')} className="mt-10">
      <input type="hidden" name="back" value={pathname} />
      <span className="text-ink-2">{i18n._('No time now?')}</span> <Button tone="quiet" className="px-0! text-start">{i18n._('Send me a link to go on later')}</Button>
    </form>
  )
}

/** "Step 3 of 8", with a bar of as many parts. */
export function StepCount({ step, total }: { step: number; total: number }) {
  const { i18n } = useLingui()
  return (
    <div className="mb-4">
      <p className="text-ink-2 font-semibold">{i18n._('Step {step} of {total}', { step, total })}</p>
      <div className="mt-2 flex gap-1" aria-hidden="true">
        {Array.from({ length: total }, (_, i) => (
          <span key={i} className={`h-1 flex-1 rounded-full ${i < step ? 'bg-pk' : 'bg-line'}`} />
        ))}
      </div>
    </div>
  )
}

function StaleNotice({ saved }: { saved: readonly SummaryRow[] }) {
  const { i18n } = useLingui()
  return (
    <Notice tone="warn" title={i18n._('Somebody saved this page meanwhile')}>
      <p>{i18n._('It may have been you, in another window. What you typed is still below; press Continue to keep it. Saved now is:')}</p>
      {saved.length > 0 && (
        <div className="mt-3">
          <SummaryRows rows={saved} />
        </div>
      )}
    </Notice>
  )
}

/** The form of a step: posts to its own address; `version` is that of the profile the page shows. */
export function StepForm({ version, editing, children, button }: { version?: number; editing: boolean; children: ReactNode; button?: string }) {
  const { i18n } = useLingui()
  return (
    <form id={STEP_FORM} method="post" noValidate>
      {version !== undefined && <input type="hidden" name="version" value={version} />}
      {children}
      <Button icon={editing ? undefined : 'arrow'} className="mt-2">
        {button ?? (editing ? i18n._('Save') : i18n._('Save and continue'))}
      </Button>
    </form>
  )
}
