import type { I18n } from '@lingui/core'

import type { Company } from '~/core/companies/profile'
import { stepPath, type RegistrationStep } from '~/core/companies/registration-steps'
import { certificateName, corridorName, countryName, languageName, portName, registrationKindName } from '~/i18n/words/companies'
import { regionName } from '~/i18n/words/regions'
import { FirmName } from '~/ui/names'
import type { SummaryRow } from '~/ui/summary-rows'

/** Where a step's answers are changed from the check page, and from the home: without language. */
export const changePath = (step: RegistrationStep, from?: 'check') => `${stepPath(step)}${step === 'start' ? '?change' : from ? '?from=check' : ''}`

const list = (words: readonly string[]) => words.join(', ')

/** The company's own facts, row by row; what is empty has no row. */
export function companyRows(i18n: I18n, company: Company): SummaryRow[] {
  const rows: (SummaryRow | 0 | '' | null)[] = [
    { label: i18n._('Country'), value: countryName(i18n, company.country) },
    company.nameNative && { label: i18n._('Company name'), value: <FirmName native={company.nameNative} latin={company.nameLatin} locale={company.nameLocale} /> },
    company.registrationNumber && {
      label: company.registrationKind ? registrationKindName(i18n, company.registrationKind) : i18n._('Registration number'),
      value: <bdi dir="ltr" className="num">{company.registrationNumber}</bdi>,
    },
    company.region && { label: i18n._('Region'), value: [company.city, regionName(i18n, company.region)].filter(Boolean).join(', ') },
    company.foundedYear && { label: i18n._('Year of foundation'), value: <bdi dir="ltr" className="num">{company.foundedYear}</bdi> },
    company.employeesBand && { label: i18n._('How many people work there?'), value: <bdi dir="ltr">{company.employeesBand.replace('-', '–')}</bdi> },
    company.website && { label: i18n._('Website'), value: <bdi dir="ltr">{company.website}</bdi> },
    company.about && { label: i18n._('About the company'), value: <span dir="auto" className="block">{company.about}</span> },
  ]
  return rows.filter(row => typeof row === 'object' && row !== null)
}

/** How its goods travel, on which terms, with which papers, in which languages. */
export function routeRows(i18n: I18n, company: Company): SummaryRow[] {
  const open = i18n._('Not said')
  return [
    { label: i18n._('Corridors'), value: list(company.corridors.map(code => corridorName(i18n, code))) || open },
    { label: i18n._('Ports'), value: list(company.ports.map(code => portName(i18n, code))) || open },
    { label: i18n._('Delivery terms'), value: <bdi dir="ltr">{list(company.incoterms) || open}</bdi> },
    { label: i18n._('Certificates'), value: list(company.certificates.map(code => certificateName(i18n, code))) || open },
    { label: i18n._('Working languages'), value: list(company.workingLanguages.map(code => languageName(i18n, code))) || open },
  ]
}
