import { useLingui } from '@lingui/react'
import { Link } from '@remix-run/react'

import { Panel } from '~/features/desk/firm-profile'
import { useLocalePath } from '~/i18n/locale-path'
import { CountryTag } from '~/ui/country-tag'
import { FirmName } from '~/ui/names'
import type { ProgressView } from './progress-view.server'

/** How far pairs come: bars drawn on the server, the same figures as a table. */
function Funnel({ view }: { view: ProgressView }) {
  const { i18n } = useLingui()
  const height = view.funnel.length * 28
  return (
    <Panel title={i18n._('From suggestion to agreement')}>
      <svg role="img" aria-label={view.funnel.map(step => `${step.label}: ${step.shown}`).join(', ')} viewBox={`0 0 ${view.barWidth} ${height}`} className="w-full max-w-xl rtl:-scale-x-100">
        {view.funnel.map((step, i) => <rect key={step.step} className="fill-pk" x={0} y={i * 28 + 4} width={step.width} height={20} rx={3} />)}
      </svg>
      <details className="mt-2" open>
        <summary>{i18n._('Show as table')}</summary>
        <table className="grid-table"><tbody>{view.funnel.map(step => <tr key={step.step}><th scope="row">{step.label}</th><td className="num text-end">{step.shown}</td></tr>)}</tbody></table>
      </details>
      {view.hours && <p className="text-ink-2 mt-2">{i18n._('Median time to a decision: {hours} hours.', { hours: view.hours })}</p>}
    </Panel>
  )
}

function Exposure({ exposure }: { exposure: ProgressView['exposure'] }) {
  const { i18n } = useLingui()
  const path = useLocalePath()
  return (
    <Panel title={i18n._('Who is shown how much')}>
      <p className="mb-2">{i18n._('Gini {gini}: 0 means every firm is shown as many partners, 1 that one firm has them all.', { gini: exposure.gini })}</p>
      <table className="grid-table">
        <thead><tr><th scope="col">{i18n._('Country')}</th><th scope="col" className="text-end">{i18n._('Firms')}</th><th scope="col" className="text-end">{i18n._('At the floor or above')}</th><th scope="col" className="text-end">{i18n._('Above the cap')}</th><th scope="col" className="text-end">{i18n._('Shown on average')}</th></tr></thead>
        <tbody>{exposure.coverage.map(row => <tr key={row.label}><th scope="row">{row.label}</th><td className="num text-end" data-label={i18n._('Firms')}>{row.firms}</td><td className="num text-end" data-label={i18n._('At the floor or above')}>{row.floor}</td><td className="num text-end" data-label={i18n._('Above the cap')}>{row.over}</td><td className="num text-end" data-label={i18n._('Shown on average')}>{row.mean}</td></tr>)}</tbody>
      </table>
      {exposure.starved.length > 0 && (
        <>
          <h3 className="mt-4 mb-1 font-semibold">{i18n._('Below the floor, and what would help')}</h3>
          <ul className="rows">
            {exposure.starved.map(firm => (
              <li key={firm.id}><CountryTag country={firm.country} /> <Link discover="none" to={path(`/desk/companies/${firm.id}`)}><FirmName native={firm.native} latin={firm.latin} locale={firm.locale} /></Link> <b className="num">{firm.shown}</b> <span className="text-ink-2">{firm.help}</span></li>
            ))}
          </ul>
        </>
      )}
      <p className="mt-3"><a className="btn btn-secondary btn-compact" href={path('/desk/progress.csv')}>{i18n._('Download as CSV')}</a></p>
    </Panel>
  )
}

function Heat({ heat }: { heat: ProgressView['heat'] }) {
  const { i18n } = useLingui()
  return (
    <Panel title={i18n._('Where sectors meet')}>
      <p className="text-ink-2 mb-2">{i18n._('Pairs not rejected. Rows: sectors of Pakistan’s firms; columns: of Kazakhstan’s.')}</p>
      <div className="overflow-x-auto" tabIndex={0} role="group" aria-label={i18n._('Where sectors meet')}>
        <table className="sector-heat">
          <thead><tr><td />{heat.columns.map(label => <th key={label} scope="col">{label}</th>)}</tr></thead>
          <tbody>{heat.rows.map(row => <tr key={row.label}><th scope="row">{row.label}</th>{row.cells.map((cell, i) => <td key={i} className={cell ? `num heat-${cell.shade}` : ''}>{cell?.shown}</td>)}</tr>)}</tbody>
        </table>
      </div>
    </Panel>
  )
}

function Ledger({ ledger }: { ledger: ProgressView['ledger'] }) {
  const { i18n } = useLingui()
  return (
    <Panel title={i18n._('What was agreed, and how it is known')}>
      <table className="grid-table">
        <thead><tr><th scope="col">{i18n._('Outcome')}</th>{ledger.levels.map(level => <th key={level} scope="col" className="text-end">{level}</th>)}</tr></thead>
        <tbody>{ledger.rows.map(row => <tr key={row.label}><th scope="row">{row.label}</th>{row.cells.map((cell, i) => <td key={i} className="num text-end" data-label={ledger.levels[i]}>{cell}</td>)}</tr>)}</tbody>
      </table>
      <p className="text-ink-2 mt-2">{i18n._('Count and value. Claimed, documented and customs-verified figures are never added together.')}</p>
    </Panel>
  )
}

function Bands({ bands }: { bands: ProgressView['bands'] }) {
  const { i18n } = useLingui()
  return (
    <Panel title={i18n._('Does the score mean anything?')}>
      {bands.length === 0 ? (
        <p className="text-ink-2">{i18n._('No introduction has been sent yet.')}</p>
      ) : (
        <table className="grid-table">
          <thead><tr><th scope="col">{i18n._('Score')}</th><th scope="col" className="text-end">{i18n._('Sent')}</th><th scope="col" className="text-end">{i18n._('A yes from a side')}</th><th scope="col" className="text-end">{i18n._('Share')}</th></tr></thead>
          <tbody>{bands.map(band => <tr key={band.label}><th scope="row" className="num">{band.label}</th><td className="num text-end" data-label={i18n._('Sent')}>{band.sent}</td><td className="num text-end" data-label={i18n._('A yes from a side')}>{band.yes}</td><td className="num text-end" data-label={i18n._('Share')}>{band.rate}</td></tr>)}</tbody>
        </table>
      )}
    </Panel>
  )
}

/** The forum's figures, for those who answer for it. */
export function ProgressPage({ view }: { view: ProgressView }) {
  return (
    <>
      <div className="two-columns"><div><Funnel view={view} /></div><div><Bands bands={view.bands} /></div></div>
      <Exposure exposure={view.exposure} />
      <Heat heat={view.heat} />
      <Ledger ledger={view.ledger} />
    </>
  )
}
