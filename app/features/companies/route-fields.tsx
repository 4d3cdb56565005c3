import { useLingui } from '@lingui/react'

import { incoterms, ports } from '~/core/companies/country'
import type { Company } from '~/core/companies/profile'
import type { Locale } from '~/core/locale'
import { certificateName, certificates, corridorName, corridorStatusName, languageName, portName, workingLanguages } from '~/i18n/words/companies'
import { townName } from '~/i18n/words/towns'
import { ChoiceField } from '~/ui/field'
import { fieldChoices, type Refused } from '~/ui/refused'
import type { Corridor } from './companies.store.server'

/** Languages first: the one answer that is needed. `corridors` come with their date in words. */
export function RouteFields({ company, corridors, came, reader }: { company: Company; corridors: readonly Corridor[]; came?: Refused; reader: Locale }) {
  const { i18n } = useLingui()
  const several = (name: 'corridors' | 'ports' | 'incoterms' | 'certificates' | 'workingLanguages') =>
    ({ name, type: 'checkbox', columns: true, error: came?.errors[name], chosen: fieldChoices(came, name, company[name]) }) as const
  const languages = several('workingLanguages')
  return (
    <>
      <ChoiceField
        {...languages}
        chosen={languages.chosen.length > 0 || came ? languages.chosen : [reader]}
        label={i18n._('Which languages can you do business in?')}
        options={workingLanguages.map(value => ({ value, label: languageName(i18n, value) }))}
      />
      <ChoiceField
        {...several('corridors')}
        optional
        columns={false}
        label={i18n._('Which corridors do you use, or would you?')}
        options={corridors.map(({ id, legs, status, asOf }) => ({
          value: id,
          label: corridorName(i18n, id),
          hint: i18n._('{legs} · {status} as of {asOf}', { legs: legs.map(leg => townName(i18n, leg)).join(' – '), status: corridorStatusName(i18n, status), asOf }),
        }))}
      />
      <ChoiceField {...several('certificates')} optional label={i18n._('Certificates you hold')} options={certificates.map(value => ({ value, label: certificateName(i18n, value) }))} />
      <details className="border-line mb-6 border-y" open={company.ports.length + company.incoterms.length > 0}>
        <summary className="min-h-12 content-center font-semibold">{i18n._('Ports and delivery terms, if they are settled')}</summary>
        <div className="pt-2">
          <ChoiceField {...several('ports')} optional label={i18n._('Ports')} options={ports.map(value => ({ value, label: portName(i18n, value) }))} />
          <ChoiceField {...several('incoterms')} optional label={i18n._('Delivery terms (Incoterms 2020)')} options={incoterms.map(value => ({ value, label: <bdi dir="ltr">{value}</bdi> }))} />
        </div>
      </details>
    </>
  )
}
