import { useLingui } from '@lingui/react'

import { fieldText, type Refused } from '~/ui/refused'
import { Tag } from '~/ui/tag'
import { Panel } from './firm-profile'
import type { FigureView } from './settings-views.server'

type FiguresPanelProps = { figures: readonly FigureView[]; kinds: readonly { kind: string; label: string }[]; today: string; came: Refused | undefined }

/** What trade is measured against: every saying with its source, contradictions side by side, and which of them is reckoned with. */
export function FiguresPanel({ figures, kinds, today, came }: FiguresPanelProps) {
  const { i18n } = useLingui()
  return (
    <Panel title={i18n._('Baseline, target and deadline')}>
      <p className="text-ink-2 mb-2">{i18n._('Sayings that contradict one another may stand side by side; one of each kind is reckoned with.')}</p>
      <ul className="rows">
        {figures.map(figure => (
          <li key={figure.id}>
            <span className="text-ink-2">{figure.kind}</span> <b>{figure.value}</b> {figure.inUse && <Tag tone="good">{i18n._('Reckoned with')}</Tag>}
            <span className="text-ink-3 w-full">{figure.source}</span>
            <form method="post" className="flex gap-2">
              <input type="hidden" name="id" value={figure.id} />
              {!figure.inUse && <button className="btn btn-quiet btn-compact" name="figure" value="use">{i18n._('Reckon with this')}</button>}
              <button className="btn btn-quiet btn-compact" name="figure" value="drop">{i18n._('Remove')}</button>
            </form>
          </li>
        ))}
        {figures.length === 0 && <li className="text-ink-2">{i18n._('None yet: the public pages use the figures of the state visit of February 2026.')}</li>}
      </ul>
      <details className="mail-row mt-3" open={came !== undefined}>
        <summary className="font-medium">{i18n._('Add one')}</summary>
        <form method="post" className="grid gap-3 py-2 sm:grid-cols-2">
          <label><span>{i18n._('What')}</span><select className="input" name="kind" defaultValue={fieldText(came, 'kind', kinds[0]?.kind)}>{kinds.map(({ kind, label }) => <option key={kind} value={kind}>{label}</option>)}</select></label>
          <label><span>{i18n._('US$ million a year (baseline, target)')}</span><input className="input num" name="millions" inputMode="decimal" defaultValue={fieldText(came, 'millions', '')} /></label>
          <label><span>{i18n._('Day (deadline)')}</span><input className="input" type="date" name="on" defaultValue={fieldText(came, 'on', '')} /></label>
          <label><span>{i18n._('Said on')}</span><input className="input" type="date" name="said_on" max={today} defaultValue={fieldText(came, 'said_on', '')} required /></label>
          <label className="sm:col-span-2"><span>{i18n._('Who said so, and where')}</span><input className="input" name="said_by" maxLength={300} defaultValue={fieldText(came, 'said_by', '')} required /></label>
          <p><button className="btn btn-secondary" name="figure" value="add">{i18n._('Add')}</button></p>
        </form>
      </details>
    </Panel>
  )
}
