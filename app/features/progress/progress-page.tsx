import { useLingui } from '@lingui/react'
import { Link } from '@remix-run/react'

import { Panel } from '~/features/desk/firm-profile'
import { useLocalePath } from '~/i18n/locale-path'
import { ChartFigure } from './chart-figure'
import type { ProgressView } from './progress-view.server'

/** The heat map: a real table whose cells lead to their pairs; on a phone, the fullest of them as a list. */
export function Heat({ heat, linked = true }: { heat: ProgressView['heat']; linked?: boolean }) {
  const { i18n } = useLingui()
  const path = useLocalePath()
  const name = i18n._('Where sectors meet')
  return (
    <>
      <p className="text-ink-2 mb-2 text-sm">{i18n._('Pairs not rejected. Rows: sectors of Pakistan’s firms; columns: of Kazakhstan’s.')}</p>
      <div className="sector-heat-wrap" tabIndex={0} role="group" aria-label={name}>
        <table className="sector-heat">
          <thead><tr><td />{heat.columns.map(label => <th key={label} scope="col">{label}</th>)}</tr></thead>
          <tbody>
            {heat.rows.map(row => (
              <tr key={row.label}>
                <th scope="row">{row.label}</th>
                {row.cells.map((cell, i) => <td key={i} className={cell ? `num heat-${cell.shade}` : ''}>{cell && (linked ? <Link to={path(cell.href)} aria-label={`${row.label}, ${heat.columns[i]}: ${cell.shown}`}>{cell.shown}</Link> : cell.shown)}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ol className="sector-heat-top rows" aria-label={i18n._('The strongest meeting points')}>
        {heat.top.map(cell => <li key={cell.href}><Link to={path(cell.href)}>{cell.pk} · {cell.kz}</Link> <b className="num">{cell.shown}</b></li>)}
      </ol>
    </>
  )
}

/** Count and value of every outcome, each level of evidence in a column of its own. */
export function Outcomes({ outcomes }: { outcomes: ProgressView['outcomes'] }) {
  const { i18n } = useLingui()
  return (
    <>
      <table className="grid-table">
        <thead><tr><th scope="col">{i18n._('Outcome')}</th>{outcomes.levels.map(level => <th key={level} scope="col" className="text-end">{level}</th>)}</tr></thead>
        <tbody>{outcomes.rows.map(row => <tr key={row.label}><th scope="row">{row.label}</th>{row.cells.map((cell, i) => <td key={i} className="num text-end" data-label={outcomes.levels[i]}>{cell}</td>)}</tr>)}</tbody>
      </table>
      <p className="text-ink-2 mt-2 text-sm">{i18n._('Count and value. Claimed, documented and customs-verified figures are never added together.')}</p>
    </>
  )
}

/** The forum's figures, for those who answer for it. */
export function ProgressPage({ view, demo }: { view: ProgressView; demo: boolean }) {
  const { i18n } = useLingui()
  const path = useLocalePath()
  const { charts } = view
  const file = (query: string, label: string) => <p className="mt-3"><a className="btn btn-secondary btn-compact" href={path(`/desk/progress.csv?${query}`)} aria-label={`${i18n._('Download as CSV')}: ${label}`}>{i18n._('Download as CSV')}</a></p>
  return (
    <>
      <p className="mb-5 flex flex-wrap gap-2">
        <Link className="btn btn-secondary btn-compact" to={path('/desk/report')}>{i18n._('Report for the working group')}</Link>
        <Link className="btn btn-secondary btn-compact" to={path('/desk/exposure')}>{i18n._('Who is shown how much')}</Link>
        <Link className="btn btn-secondary btn-compact" to={path('/desk/memoranda')}>{i18n._('Memoranda')}</Link>
      </p>
      <div className="chart-grid">{(['funnel', 'ledger', 'bands', 'hours', 'exposure', 'corridors', 'goods', 'memoranda'] as const).map(id => <ChartFigure key={id} chart={charts[id]} demo={demo} />)}</div>
      <Panel title={view.heat.title}><Heat heat={view.heat} />{file('list=meetings', view.heat.title)}</Panel>
      <Panel title={i18n._('What was agreed, and how it is known')}><Outcomes outcomes={view.outcomes} /></Panel>
    </>
  )
}
