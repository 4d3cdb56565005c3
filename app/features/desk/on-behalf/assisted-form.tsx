import { useLingui } from '@lingui/react'
import { Link } from '@remix-run/react'

import { employeeBands } from '~/core/companies/country'
import type { ImportField } from '~/core/import/fields'
import { locales, localeNames } from '~/core/locale'
import { useLocalePath } from '~/i18n/locale-path'
import { countryName } from '~/i18n/words/companies'
import { ErrorSummary } from '~/ui/error-summary'
import { SelectField, TextAreaField, TextField } from '~/ui/field'
import { fieldText, type Refused } from '~/ui/refused'
import { fieldName } from '../import/import-words'

const needed: readonly ImportField[] = ['name', 'country', 'registration', 'region', 'brings', 'seeks', 'language', 'registrationKind']

/** A firm's whole profile in one form, for an organizer who writes in its place. */
export function AssistedForm({ saved, came, taken, version, editing }: { saved: Partial<Record<ImportField, string>>; came?: Refused; taken?: string; version?: number; editing: boolean }) {
  const { i18n } = useLingui()
  const path = useLocalePath()
  const field = (name: ImportField) => ({ name, label: fieldName(i18n, name), error: came?.errors[name], defaultValue: fieldText(came, name, saved[name]), optional: !needed.includes(name), dir: 'auto' as const })
  const choice = (name: ImportField) => ({ name, label: fieldName(i18n, name), error: came?.errors[name], defaultValue: fieldText(came, name, saved[name]) })
  return (
    <form method="post" className="card panel max-w-3xl" noValidate>
      <ErrorSummary errors={came?.errors ?? {}} form={came?.form} />
      {taken && <p className="mb-4"><Link className="underline" to={path(`/desk/companies/${taken}`)}>{i18n._('Open the firm that holds this number')}</Link></p>}
      {version !== undefined && <input type="hidden" name="version" value={version} />}
      {!editing && <SelectField {...choice('country')} options={(['PK', 'KZ'] as const).map(value => ({ value, label: countryName(i18n, value) }))} />}
      <TextField {...field('name')} />
      <TextField {...field('nameLatin')} dir="ltr" />
      <TextField {...field('registration')} dir="ltr" inputMode="numeric" />
      <SelectField {...choice('registrationKind')} options={['', 'NTN', 'SECP', 'BIN'].map(value => ({ value, label: value || i18n._('By the country') }))} />
      <TextField {...field('region')} hint={i18n._('Its name in any language, or the town alone.')} />
      <TextField {...field('city')} />
      <TextAreaField {...field('brings')} hint={i18n._('One thing a line, in the firm’s own words; an HS code may follow in square brackets, a volume in round ones: raw sheepskins [4102] (40 t/month)')} />
      <TextAreaField {...field('seeks')} />
      <TextField {...field('contact')} />
      <TextField {...field('role')} />
      <TextField {...field('email')} dir="ltr" type="email" />
      <TextField {...field('phone')} dir="ltr" type="tel" />
      <SelectField {...choice('language')} options={locales.map(value => ({ value, label: localeNames[value] }))} />
      <TextField {...field('languages')} hint={i18n._('Divided by semicolons: en; ru; kk; ur')} />
      <TextField {...field('corridors')} hint={i18n._('Divided by semicolons: turkmenistan; uzbekistan; caspian; china; air')} dir="ltr" />
      <TextField {...field('ports')} />
      <TextField {...field('incoterms')} dir="ltr" />
      <TextField {...field('certificates')} dir="ltr" />
      <SelectField {...choice('employees')} options={['', ...employeeBands].map(value => ({ value, label: value || i18n._('Not stated') }))} />
      <TextField {...field('founded')} dir="ltr" inputMode="numeric" />
      <TextField {...field('website')} dir="ltr" />
      <TextAreaField {...field('about')} />
      <p className="text-ink-2 mb-4">{i18n._('What you write here is on record under your name, and the firm sees it.')}</p>
      <button className="btn btn-primary">{editing ? i18n._('Save the profile') : i18n._('Enter the firm')}</button>
    </form>
  )
}
