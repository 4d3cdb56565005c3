import { useLingui } from '@lingui/react'
import { Link } from '@remix-run/react'

import { useLocalePath } from '~/i18n/locale-path'
import { CountryTag } from '~/ui/country-tag'
import { FirmName } from '~/ui/names'
import { Tag } from '~/ui/tag'
import type { ExposureView } from './exposure-view.server'
import { Panel } from './firm-profile'

/** Who is shown how much, and who too little. */
export function ExposurePage({ view }: { view: ExposureView }) {
  const { i18n } = useLingui()
  const path = useLocalePath()
  const columns = [
    ['firms', i18n._('Firms')], ['covered', i18n._('At the floor or above')], ['coverage', i18n._('Share')], ['suggested', i18n._('Suggestions a firm')], ['approved', i18n._('Approvals a firm')],
    ['introduced', i18n._('Introductions a firm')], ['over', i18n._('Above the cap')], ['gini', i18n._('Gini')],
  ] as const
  return (
    <>
      <Panel title={i18n._('Who is shown how much')}>
        <dl className="figures">{view.figures.map(figure => <div key={figure.label}><dd className="num">{figure.value}</dd><dt>{figure.label}</dt></div>)}</dl>
        <p className="text-ink-2 mb-3 max-w-2xl">{i18n._('Shown: suggestions that wait and introductions made. Gini 0 means that every firm has as many, 1 that one firm has them all.')}</p>
        <nav className="tabs mb-3" aria-label={i18n._('Put together by')}>
          {view.groups.map(group => <Link key={group.name} to={path(group.name === 'country' ? '/desk/exposure' : `/desk/exposure?by=${group.name}`)} aria-current={group.name === view.group ? 'true' : undefined}>{group.label}</Link>)}
        </nav>
        <table className="grid-table">
          <thead><tr><th scope="col">{view.groups.find(group => group.name === view.group)?.label}</th>{columns.map(([name, label]) => <th key={name} scope="col" className="text-end">{label}</th>)}</tr></thead>
          <tbody>{view.rows.map(row => <tr key={row.label}><th scope="row">{row.label}</th>{columns.map(([name, label]) => <td key={name} className="num text-end" data-label={label}>{row[name]}</td>)}</tr>)}</tbody>
        </table>
        <p className="mt-3 flex flex-wrap gap-3">
          <a className="btn btn-secondary btn-compact" href={path('/desk/exposure.csv')}>{i18n._('Download as CSV')}</a>
          <Link className="btn btn-secondary btn-compact" to={path('/desk/rounds')}>{i18n._('Propose a round')}</Link>
        </p>
      </Panel>
      {view.starved.length > 0 && (
        <Panel title={view.starvedTitle}>
          <ul className="rows">
            {view.starved.map(firm => (
              <li key={firm.id}>
                <CountryTag country={firm.country} /> <Link to={path(`/desk/companies/${firm.id}`)}><FirmName native={firm.native} latin={firm.latin} locale={firm.locale} /></Link>
                {firm.waiting && <Tag tone="warn">{firm.waiting}</Tag>}
                <span className="num">{i18n._('{suggested} suggested, {introduced} introduced', { suggested: firm.suggested, introduced: firm.introduced })}</span>
                <span>{firm.why}.</span> <span className="text-ink-2">{firm.help}</span>
              </li>
            ))}
          </ul>
          {view.starvedMore && <p className="text-ink-3 mt-2">{view.starvedMore}</p>}
        </Panel>
      )}
    </>
  )
}
