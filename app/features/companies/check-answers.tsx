import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'

import type { completenessOf } from '~/core/companies/completeness'
import type { Company, Contact } from '~/core/companies/profile'
import type { RegistrationStep } from '~/core/companies/registration-steps'
import { useLocalePath } from '~/i18n/locale-path'
import { SummaryRows, type SummaryRow } from '~/ui/summary-rows'
import { CompletenessMeter } from './completeness-meter'
import { listingRows } from './listing-rows'
import type { ListingView } from './listing-view.server'
import { changePath, companyRows, routeRows } from './profile-rows'

/** Everything a firm told, section by section, each with the link that changes it. */
export function CheckAnswers({ company, contact, listings, completeness }: { company: Company; contact: Contact | null; listings: readonly ListingView[]; completeness: ReturnType<typeof completenessOf> }) {
  const { i18n } = useLingui()
  const side = (direction: ListingView['direction']) => listingRows(i18n, listings.filter(listing => listing.direction === direction))
  return (
    <>
      <CompletenessMeter {...completeness} from="check" />
      <Section title={i18n._('Your company')} step="company" rows={companyRows(i18n, company)} />
      <Section title={i18n._('You')} step="person" rows={personRows(contact, i18n._('Your name'), i18n._('What you are in the company'), i18n._('E-mail'), i18n._('Phone or WhatsApp'))} />
      <Section title={i18n._('What you bring')} step="brings" rows={side('brings')} empty={i18n._('Nothing')} />
      <Section title={i18n._('What you seek')} step="seeks" rows={side('seeks')} empty={i18n._('Nothing')} />
      <Section title={i18n._('Route, terms and languages')} step="route" rows={routeRows(i18n, company)} />
    </>
  )
}

function personRows(contact: Contact | null, name: string, role: string, email: string, phone: string): SummaryRow[] {
  if (!contact) return []
  return [
    { label: name, value: <bdi>{contact.name}</bdi> },
    { label: role, value: <bdi>{contact.roleTitle}</bdi> },
    { label: email, value: <bdi dir="ltr">{contact.email}</bdi> },
    ...(contact.phone ? [{ label: phone, value: <bdi dir="ltr" className="num">{contact.phone}</bdi> }] : []),
  ]
}

function Section({ title, step, rows, empty }: { title: ReactNode; step: RegistrationStep; rows: readonly SummaryRow[]; empty?: string }) {
  const { i18n } = useLingui()
  const path = useLocalePath()
  return (
    <section className="mb-8">
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 className="text-xl">{title}</h2>
        <a className="inline-flex min-h-11 items-center underline" href={path(changePath(step, 'check'))}>
          {i18n._('Change')}
          <span className="sr-only"> {title}</span>
        </a>
      </div>
      {rows.length > 0 ? <SummaryRows rows={rows} /> : <p className="text-ink-2 border-line border-t py-3">{empty}</p>}
    </section>
  )
}
