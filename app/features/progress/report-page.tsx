import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'

import type { ChartId } from './chart'
import { ChartPicture } from './chart-figure'
import { Heat, Outcomes } from './progress-page'
import type { ReportView } from './report-view.server'

function Part({ title, unit, source, children }: { title: string; unit?: string; source?: string; children: ReactNode }) {
  return (
    <section className="report-part">
      <h3>{title}</h3>
      {unit && <p className="report-unit">{unit}</p>}
      {children}
      {source && <p className="report-source">{source}</p>}
    </section>
  )
}

/** A table that stays one on a phone, where it is wider than the sheet: it is moved under the finger, or by the arrow keys. */
function Wide({ name, children }: { name: string; children: ReactNode }) {
  return <div className="report-wide" tabIndex={0} role="group" aria-label={name}>{children}</div>
}

/** Two pages of A4 for the joint working group: what was introduced, answered, agreed, signed and shipped; claimed apart from proven. */
export function ReportPage({ view }: { view: ReportView }) {
  const { i18n } = useLingui()
  const chart = (id: ChartId) => <Part title={view.charts[id].title} unit={view.charts[id].unit} source={view.charts[id].source}><ChartPicture chart={view.charts[id]} /></Part>
  const head = (page: number) => <p className="report-running"><span>{view.forum}</span><span>{i18n._('Page {page} of 2', { page })}</span></p>
  return (
    <article className="report">
      <div className="report-sheet">
        {head(1)}
        <h2>{i18n._('Report to the joint working group')}</h2>
        <p className="report-lead">{view.lead}</p>
        <ul className="report-figures">{view.figures.map(figure => <li key={figure.label}><b>{figure.shown}</b> {figure.label}</li>)}</ul>
        <div className="report-columns">{chart('ledger')}{chart('funnel')}</div>
        <Part title={i18n._('What was agreed, and how it is known')}><Wide name={i18n._('What was agreed, and how it is known')}><Outcomes outcomes={view.outcomes} /></Wide></Part>
      </div>
      <div className="report-sheet">
        {head(2)}
        <Part title={view.heat.title}><Heat heat={view.heat} linked={false} /></Part>
        <div className="report-columns">{chart('corridors')}{chart('goods')}</div>
        <Part title={view.charts.memoranda.title} unit={view.charts.memoranda.unit} source={view.charts.memoranda.source}>
          {view.memoranda.length > 0 && (
            <Wide name={view.charts.memoranda.title}><table className="grid-table">
              <thead><tr><th scope="col">{i18n._('Memorandum')}</th><th scope="col">{i18n._('Parties')}</th><th scope="col">{i18n._('Signed')}</th><th scope="col">{i18n._('Holds until')}</th><th scope="col">{i18n._('State')}</th></tr></thead>
              <tbody>{view.memoranda.map(one => <tr key={one.id}><th scope="row">{one.title}</th><td>{one.parties}</td><td>{one.signed}</td><td>{one.expires ?? '–'}</td><td>{one.state}</td></tr>)}</tbody>
            </table></Wide>
          )}
          {view.more && <p className="report-source">{view.more}</p>}
        </Part>
      </div>
    </article>
  )
}
