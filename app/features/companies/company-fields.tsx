import { useLingui } from '@lingui/react'

import { employeeBands, regions } from '~/core/companies/country'
import type { Company } from '~/core/companies/profile'
import { registrationKinds } from '~/core/companies/registration-number'
import { registrationKindName } from '~/i18n/words/companies'
import { regionName } from '~/i18n/words/regions'
import { ChoiceField, SelectField, TextAreaField, TextField } from '~/ui/field'
import { fieldChoices, fieldText, type Refused } from '~/ui/refused'

/** The company's own facts. `latin`: a spelling to offer where none is saved. */
export function CompanyFields({ company, came, latin }: { company: Company; came?: Refused; latin: string | null }) {
  const { i18n } = useLingui()
  const kinds = registrationKinds(company.country)
  const text = (name: keyof Company & string, saved = company[name] as string | number | null) => ({ name, error: came?.errors[name], defaultValue: fieldText(came, name, saved) })
  return (
    <>
      <TextField {...text('nameNative')} dir="auto" autoComplete="organization" label={i18n._('Company name')} hint={i18n._('As you write it yourself, in your own script.')} />
      <TextField
        {...text('nameLatin', company.nameLatin ?? latin)}
        dir="ltr"
        lang="en"
        label={i18n._('Company name in Latin letters')}
        optional={company.country === 'KZ'}
        hint={company.country === 'KZ' ? i18n._('As on export papers. Leave it empty and we spell it for you.') : i18n._('As on export papers. Only needed if the name above is in Urdu.')}
      />
      {kinds.length === 1 ? (
        <input type="hidden" name="registrationKind" value={kinds[0]} />
      ) : (
        <ChoiceField
          name="registrationKind"
          label={i18n._('Which registration number do you have?')}
          error={came?.errors.registrationKind}
          options={kinds.map(value => ({ value, label: registrationKindName(i18n, value) }))}
          chosen={fieldChoices(came, 'registrationKind', [company.registrationKind ?? kinds[0] ?? 'ntn'])}
        />
      )}
      <TextField
        {...text('registrationNumber')}
        dir="ltr"
        inputMode="numeric"
        className="num max-w-72"
        label={company.country === 'KZ' ? i18n._('BIN (business identification number)') : i18n._('Registration number')}
        hint={i18n._('Organisers check it; it is not shown to other companies. Spaces and dashes are fine.')}
      />
      <SelectField
        {...text('region')}
        label={i18n._('Region')}
        options={[{ value: '', label: i18n._('Choose…') }, ...regions[company.country].map(value => ({ value, label: regionName(i18n, value) }))]}
      />
      <TextField {...text('city')} dir="auto" optional autoComplete="address-level2" label={i18n._('City or town')} />
      <details className="border-line mb-6 border-y" open={Boolean(company.foundedYear || company.employeesBand || company.website || company.about || came?.errors.foundedYear || came?.errors.website || came?.errors.about)}>
        <summary className="min-h-12 content-center font-semibold">{i18n._('More about the company, now or later')}</summary>
        <p className="text-ink-2 mb-4 text-[.9375rem]">{i18n._('Year, size, website and two sentences: partners read them first. Your company’s page reminds you of what is missing.')}</p>
        <TextField {...text('foundedYear')} dir="ltr" optional inputMode="numeric" className="num max-w-32" label={i18n._('Year of foundation')} />
        <ChoiceField
          name="employeesBand"
          optional
          label={i18n._('How many people work there?')}
          options={employeeBands.map(value => ({ value, label: <bdi dir="ltr">{value.replace('-', '–')}</bdi> }))}
          chosen={fieldChoices(came, 'employeesBand', company.employeesBand ? [company.employeesBand] : [])}
        />
        <TextField {...text('website')} dir="ltr" optional autoComplete="url" label={i18n._('Website')} />
        <TextAreaField {...text('about')} dir="auto" optional label={i18n._('About the company')} hint={i18n._('Two or three sentences, in any language: what you make, for whom, what you are known for.')} />
      </details>
    </>
  )
}
