import { CompletenessMeter } from '~/features/companies/completeness-meter'
import { StepCount } from '~/features/companies/step-page'
import { Comparison } from '~/features/desk/comparison'
import type { ComparisonRow } from '~/features/desk/pair-view'
import { WhyBar } from '~/features/desk/why-bar-chart'
import { Icon } from '~/ui/icon'
import { Funnel, Ledger, type LedgerView } from './funnel'
import { HeatTable, type HeatView } from './heat-table'
import { Sample } from './kit-parts'
import { Road, type RoadView } from './roads'

const rows: ComparisonRow[] = [
  { id: 'goods', label: 'Supply', points: 38, shown: '+38', left: [{ key: 'Seeks', value: 'Raw sheepskins, salted', more: 'HS 4102 · 40 t a month' }], right: [{ key: 'Brings', value: 'мокросолёные овчины', lang: 'ru', more: 'HS 4102 · 60 t a month' }] },
  { id: 'languages', label: 'Languages', points: 0, shown: '0', left: [{ key: 'Speaks', value: 'English, Urdu' }], right: [{ key: 'Speaks', value: 'Russian, Kazakh' }] },
]
const heat: HeatView = {
  columns: ['Leather', 'Grain', 'Machinery'], demo: true,
  rows: ['Leather', 'Textiles'].map((name, i) => ({ name, cells: [5, 3 - i, i].map(level => ({ count: String(level * 4), level, href: '/sectors' })) })),
  top: [{ row: 'Leather', column: 'Leather', count: '20', share: 100, href: '/sectors' }, { row: 'Textiles', column: 'Grain', count: '8', share: 40, href: '/sectors' }],
}
const ledger: LedgerView = {
  title: 'US$340,000 proven, US$2.8 million claimed', unit: 'Contracts and shipments, US dollars', target: 'US$1 billion', summary: 'A quarter of the way', source: 'Source: this desk, 21 November 2026', demo: true,
  parts: [{ id: 'baseline', name: 'Trade before', usd: 'US$250 million', x: 0, width: 25 }, { id: 'verified', name: 'Customs-verified', usd: 'US$64,000', x: 25, width: 1 }, { id: 'claimed', name: 'Claimed', usd: 'US$2.8 million', x: 26, width: 1 }],
}
const roads = (['open', 'restricted', 'closed'] as const).map((status): RoadView => ({
  id: status, name: `A corridor that is ${status}`, stops: ['Almaty', 'Tashkent', 'Termez', 'Kabul'], status, statusName: status, source: 'as of 4 February 2026 · Joint statement',
}))

/** What the desk and the public charts are made of: the seam and its points, a decision with its undo, a table that becomes cards, the figures. */
export function KitDesk() {
  return (
    <>
      <Sample name="The seam: what meets what, and its points">
        <WhyBar score={86} rules="Rules version 14" segments={[{ label: 'Supply', shown: '+38', points: 38, start: 0, width: 38, negative: false }, { label: 'Volume', shown: '+48', points: 48, start: 38, width: 48, negative: false }]} />
        <div className="card mt-4"><Comparison pair={{ pk: { latin: 'Chenab Leather Works' }, kz: { latin: 'Ontustik Teri LLP' }, rows }} /></div>
      </Sample>
      <Sample name="Said after a decision">
        <div className="grid justify-items-start gap-3">
          {['Approved. The e-mails leave in ten minutes.', 'Ayesha Siddiqui decided this at 09:20.'].map((sentence, i) => (
            <div key={sentence} className={`toast ${i > 0 ? 'toast-bad' : ''}`}>
              <span>{sentence}</span>
              {i === 0 && <button type="button">Undo <kbd aria-hidden="true">Z</kbd></button>}
              <button type="button" className="toast-close" aria-label="Close"><Icon name="close" size={14} /></button>
            </div>
          ))}
        </div>
      </Sample>
      <Sample name="A table that becomes cards">
        <table className="grid-table">
          <thead><tr><th scope="col">Company</th><th scope="col">State</th><th scope="col" className="text-end">Introduced</th></tr></thead>
          <tbody>{['Chenab Leather Works', 'Оңтүстік Тері ЖШС'].map((name, i) => <tr key={name}><th scope="row"><bdi>{name}</bdi></th><td data-label="State">Validated</td><td className="num text-end" data-label="Introduced">{i + 2}</td></tr>)}</tbody>
        </table>
      </Sample>
      <Sample name="Steps and completeness">
        <div className="column"><StepCount step={3} total={8} /><CompletenessMeter percent={72} missing={[{ part: 'certificates', gain: 4 }]} /></div>
      </Sample>
      <Sample name="Figures">
        <HeatTable heat={heat} />
        <div className="mt-6 grid gap-6 lg:grid-cols-2">
          <Funnel steps={[{ id: 'sent', name: 'Sent', count: '40', share: 100 }, { id: 'answered', name: 'Answered', count: '30', share: 75 }]} empty={false} />
          <Funnel steps={[{ id: 'sent', name: 'Sent', count: '0', share: 0 }]} empty />
          <Ledger ledger={ledger} />
        </div>
      </Sample>
      <Sample name="Corridors">
        <ul className="grid gap-9">{roads.map(road => <Road key={road.id} road={road} ports="Karachi · Gwadar" />)}</ul>
      </Sample>
    </>
  )
}
