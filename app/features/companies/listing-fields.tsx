import { useLingui } from '@lingui/react'

import { volumePeriods, volumeUnits } from '~/core/companies/country'
import { holdingMonths } from '~/core/companies/listing-end'
import { KINDS } from '~/core/companies/kinds'
import type { Listing } from '~/core/companies/profile'
import { kindName, periodName, unitLongName } from '~/i18n/words/companies'
import { SelectField, TextAreaField, TextField } from '~/ui/field'
import { fieldText, type Refused } from '~/ui/refused'

/** One thing a firm brings or seeks. Volume and code may be left out. */
export function ListingFields({ listing, ends, prefill, came }: { listing: Listing | null; /** Its last day in words, where it has one. */ ends: string | null; prefill: { text: string; kind: string }; came?: Refused }) {
  const { i18n } = useLingui()
  const field = (name: keyof Listing & string, saved: string | number | null | undefined) => ({ name, error: came?.errors[name], defaultValue: fieldText(came, name, saved) })
  return (
    <>
      <TextAreaField {...field('text', listing?.text ?? prefill.text)} dir="auto" rows={2} maxLength={500} label={i18n._('In your own words')} hint={i18n._('Say the material, grade or use where it matters. Any of the four languages.')} />
      <SelectField {...field('kind', listing?.kind ?? prefill.kind)} label={i18n._('What kind of thing is it?')} options={KINDS.map(value => ({ value, label: kindName(i18n, value) }))} />
      <div className="grid grid-cols-2 items-end gap-x-4 sm:grid-cols-3">
        <TextField {...field('amount', listing?.amount)} dir="ltr" inputMode="decimal" optional className="num" label={i18n._('Volume')} />
        <SelectField {...field('unit', listing?.unit ?? 't')} label={i18n._('Unit')} options={volumeUnits.map(value => ({ value, label: unitLongName(i18n, value) }))} />
        <SelectField {...field('period', listing?.period ?? 'month')} label={i18n._('How often')} options={volumePeriods.map(value => ({ value, label: periodName(i18n, value) }))} />
      </div>
      <SelectField
        name="holds"
        label={i18n._('How long does it hold?')}
        hint={i18n._('After that it is neither shown nor matched, until you say that it still holds.')}
        defaultValue={fieldText(came, 'holds', ends ? 'keep' : '')}
        options={[
          ...(ends ? [{ value: 'keep', label: i18n._('until {date}, as it is', { date: ends }) }] : []),
          { value: '', label: i18n._('until we say otherwise') },
          ...holdingMonths.map(months => ({ value: String(months), label: i18n._('{months, plural, one {for # month} other {for # months}}', { months }) })),
        ]}
      />
      <TextField
        {...field('statedCode', listing?.statedCode)}
        dir="ltr"
        inputMode="numeric"
        optional
        className="num max-w-48"
        label={i18n._('HS code, if you know it')}
        hint={i18n._('The customs code of the goods, 4 to 10 digits. If it and your words disagree, we ask you which is right.')}
      />
    </>
  )
}
