import { useLingui } from '@lingui/react'
import { Form, Link } from '@remix-run/react'

import { useLocalePath } from '~/i18n/locale-path'
import { countryName, profileStateName } from '~/i18n/words/companies'
import { regionName } from '~/i18n/words/regions'
import { CountryTag } from '~/ui/country-tag'
import { FirmName } from '~/ui/names'
import { Tag } from '~/ui/tag'
import type { ProfileState } from '~/core/transitions'
import { firmChoices, firmColumns, firmFilterNames, type FirmColumn, type FirmFilter } from './company-filters'
import type { FirmsView } from './company-views.server'
import { sectorWords } from './words'

function useChoiceName() {
  const { i18n } = useLingui()
  return (name: FirmFilter, value: string) =>
    name === 'state' ? profileStateName(i18n, value as ProfileState) : name === 'country' ? countryName(i18n, value as 'PK' | 'KZ') : name === 'sector' ? sectorWords(i18n, value) : regionName(i18n, value)
}

function useColumnNames(): Record<FirmColumn, string> {
  const { i18n } = useLingui()
  return {
    place: i18n._('Place'), sectors: i18n._('Sectors'), completeness: i18n._('Complete'), suggested: i18n._('Suggested'), introduced: i18n._('Introduced'), connected: i18n._('Connected'),
    registration: i18n._('Registration number'), published: i18n._('Published'), confirmed: i18n._('Confirmed'),
  }
}
const figures: readonly FirmColumn[] = ['completeness', 'suggested', 'introduced', 'connected']

/** Search, filters and columns of the firms: a GET form. */
export function FirmFilterForm({ view }: { view: FirmsView }) {
  const { i18n } = useLingui()
  const path = useLocalePath()
  const choiceName = useChoiceName()
  const columnNames = useColumnNames()
  const labels: Record<FirmFilter, string> = { state: i18n._('State'), country: i18n._('Country'), sector: i18n._('Sector'), region: i18n._('Region') }
  return (
    <Form method="get" className="firm-filters" key={view.query} role="search">
      <label>
        <span>{i18n._('Search firms, in any script')}</span>
        <input className="input" type="search" name="search" defaultValue={view.filters.search} maxLength={100} />
      </label>
      {firmFilterNames.map(name => (
        <label key={name}>
          <span>{labels[name]}</span>
          <select className="input" name={name} defaultValue={view.filters[name] ?? ''}>
            <option value="">{i18n._('Any')}</option>
            {firmChoices[name].map(value => <option key={value} value={value}>{choiceName(name, value)}</option>)}
          </select>
        </label>
      ))}
      <details className="pop">
        <summary className="btn btn-quiet">{i18n._('Columns')}</summary>
        <div className="pop-menu">
          {firmColumns.map(column => <label key={column} className="tick"><input type="checkbox" name="column" value={column} defaultChecked={view.columns.includes(column)} /> {columnNames[column]}</label>)}
        </div>
      </details>
      <button className="btn btn-secondary">{i18n._('Show')}</button>
      <a className="btn btn-quiet" href={path(`/desk/export/firms.csv${view.query}`)}>{i18n._('Download as CSV')}</a>
      <a className="btn btn-quiet" href={path(`/desk/export/firms.xlsx${view.query}`)}>{i18n._('Download as XLSX')}</a>
    </Form>
  )
}

/** The firms as a table; on a phone each row a card. */
export function FirmTable({ view }: { view: FirmsView }) {
  const { i18n } = useLingui()
  const path = useLocalePath()
  const columnNames = useColumnNames()
  const align = (column: FirmColumn) => (figures.includes(column) ? 'num text-end' : undefined)
  if (view.rows.length === 0) {
    return (
      <div className="card px-6 py-12 text-center">
        <p className="text-lg font-semibold">{view.query ? i18n._('No firm matches these filters') : i18n._('No firm has published a profile yet')}</p>
        {view.query && <p className="mt-4"><Link className="btn btn-secondary" to={path('/desk/companies')}>{i18n._('Clear the filters')}</Link></p>}
      </div>
    )
  }
  return (
    <>
      <table className="grid-table">
        <thead>
          <tr>
            <th scope="col">{i18n._('Firm')}</th>
            <th scope="col">{i18n._('State')}</th>
            {view.columns.map(column => <th key={column} scope="col" className={align(column)}>{columnNames[column]}</th>)}
          </tr>
        </thead>
        <tbody>
          {view.rows.map(row => (
            <tr key={row.id}>
              <th scope="row">
                <CountryTag country={row.country} /> <Link className="font-semibold" to={path(`/desk/companies/${row.id}`)}><FirmName native={row.native} latin={row.latin} locale={row.locale} /></Link>
              </th>
              <td data-label={i18n._('State')}><Tag tone={row.state === 'validated' ? 'good' : row.state === 'published' ? 'warn' : 'plain'}>{row.stateName}</Tag></td>
              {view.columns.map(column => <td key={column} data-label={columnNames[column]} className={align(column)}>{row.cells[column]}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
      <nav className="mt-4 flex gap-2" aria-label={i18n._('Pages')}>
        {view.filters.after && <Link className="btn btn-secondary btn-compact" to={path(`/desk/companies${view.first}`)}>{i18n._('First page')}</Link>}
        {view.next && <Link className="btn btn-secondary btn-compact" to={path(`/desk/companies${view.next}`)}>{i18n._('Next 50')}</Link>}
      </nav>
    </>
  )
}
