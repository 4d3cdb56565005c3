import { ErrorSummary } from '~/ui/error-summary'
import { ChoiceField, SelectField, TextAreaField, TextField, TickField } from '~/ui/field'
import { SummaryRows } from '~/ui/summary-rows'
import { Sample } from './kit-parts'

const languages = [{ value: 'en', label: 'English' }, { value: 'ru', label: 'Russian', hint: 'Used by most of the firms across the border' }, { value: 'ur', label: 'Urdu' }]

/** Fields empty, filled, refused; the summary above a form that came back; answers to check. */
export function KitFields() {
  return (
    <Sample name="Fields">
      <div className="column">
        <ErrorSummary errors={{ 'kit-number': 'Enter the registration number.' }} />
        <form>
          <TextField name="kit-name" label="Company name" hint="As it is registered." defaultValue="Chenab Leather Works" />
          <TextField name="kit-number" label="Registration number" error="Enter the registration number." inputMode="numeric" />
          <TextField name="kit-site" label="Website" optional />
          <TextAreaField name="kit-about" label="About the company" optional />
          <SelectField name="kit-region" label="Region" options={[{ value: '', label: 'Choose' }, { value: 'punjab', label: 'Punjab' }]} />
          <ChoiceField name="kit-language" label="Language of your mail" options={languages} chosen={['en']} />
          <ChoiceField name="kit-speaks" type="checkbox" label="Languages you work in" hint="Choose all that apply." options={languages} error="Choose at least one." />
          <TickField name="kit-consent" label="Show our name in public" hint="Otherwise people see only what you bring and seek." />
        </form>
        <SummaryRows rows={[{ label: 'Company', value: 'Chenab Leather Works', change: '#kit-name', what: 'company' }, { label: 'Region', value: 'Punjab', change: '#kit-region', what: 'region' }]} />
      </div>
    </Sample>
  )
}
