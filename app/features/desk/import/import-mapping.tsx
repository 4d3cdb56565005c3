import { useLingui } from '@lingui/react'

import { countryName } from '~/i18n/words/companies'
import { Notice } from '~/ui/notice'
import type { ImportView } from './import-views.server'

/** What each column of the file means: a form that sends a dry run off. */
export function ImportMapping({ view, error }: { view: ImportView; error: string | null }) {
  const { i18n } = useLingui()
  return (
    <form method="post" className="card panel">
      <h2>{i18n._('What the columns mean')}</h2>
      {error && <Notice tone="bad" title={error} />}
      <p className="text-ink-2 mb-4 max-w-2xl">{i18n._('Guessed from the headings and from your last import. Correct what is wrong; a column that is not read is left alone.')}</p>
      <table className="grid-table mb-4">
        <thead><tr><th scope="col">{i18n._('Column of the file')}</th><th scope="col">{i18n._('For example')}</th><th scope="col">{i18n._('Means')}</th></tr></thead>
        <tbody>
          {view.columns.map(column => (
            <tr key={column.column}>
              <th scope="row"><bdi>{column.heading}</bdi></th>
              <td data-label={i18n._('For example')} className="text-ink-2"><bdi className="line-clamp-2">{column.samples.join(' · ')}</bdi></td>
              <td data-label={i18n._('Means')}>
                <select className="input" name={`column-${column.column}`} defaultValue={column.field} aria-label={i18n._('What column “{heading}” means', { heading: column.heading })}>
                  <option value="">{i18n._('Not read')}</option>
                  {view.fields.map(field => <option key={field.value} value={field.value}>{field.label}</option>)}
                </select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <label className="mb-4 block max-w-md">
        <span className="mb-1 block font-semibold">{i18n._('Country of all firms, if the file does not say it')}</span>
        <select className="input" name="country" defaultValue={view.country}>
          <option value="">{i18n._('The file says it')}</option>
          {(['PK', 'KZ'] as const).map(country => <option key={country} value={country}>{countryName(i18n, country)}</option>)}
        </select>
      </label>
      <button className="btn btn-primary" name="intent" value="check">{i18n._('Check the file')}</button>
      <p className="text-ink-2 mt-2 text-sm">{i18n._('A dry run: nothing is changed yet.')}</p>
    </form>
  )
}
