import { useLingui } from '@lingui/react'

import { corridorName, corridorStatusName } from '~/i18n/words/companies'
import { seededText } from '~/i18n/words/seeded'
import { fieldText, type Refused } from '~/ui/refused'
import { Tag } from '~/ui/tag'
import { Panel } from './firm-profile'
import type { Corridor } from './settings.store.server'

const tones = { open: 'good', restricted: 'warn', closed: 'bad' } as const
const states = ['open', 'restricted', 'closed'] as const

/** The state of each corridor, since when, who says so, and what hangs on it; with the form to change it. */
export function CorridorBoard({ corridors, today, came }: { corridors: readonly (Corridor & { asOfShown: string })[]; today: string; came: Refused | undefined }) {
  const { i18n } = useLingui()
  const cameFor = (corridor: Corridor) => (came?.typed.corridor === corridor.id ? came : undefined)
  return (
    <Panel title={i18n._('Corridors')}>
      <p className="text-ink-2 mb-2">{i18n._('A change flags the waiting pairs and live introductions that use the corridor at once; their firms hear of it in their next digest.')}</p>
      {corridors.map(corridor => (
        <details key={corridor.id} className="mail-row" open={cameFor(corridor) !== undefined}>
          <summary><span className="font-medium">{corridorName(i18n, corridor.id)}</span> <Tag tone={tones[corridor.status]}>{corridorStatusName(i18n, corridor.status)}</Tag> <span className="text-ink-3">{i18n._('as of {date}', { date: corridor.asOfShown })}</span></summary>
          <div className="py-2">
            <p><bdi>{corridor.legs.join(' – ')}</bdi></p>
            <p className="text-ink-2">{i18n._('Source: {source}', { source: seededText(i18n, corridor.source) })}</p>
            <p className="text-ink-2 mb-3">
              {i18n._('{count, plural, one {# waiting pair uses it} other {# waiting pairs use it}}', { count: corridor.waiting })}; {i18n._('{count, plural, one {# live introduction} other {# live introductions}}', { count: corridor.live })}.
            </p>
            <form method="post" className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,10rem),1fr))] items-end gap-3">
              <input type="hidden" name="corridor" value={corridor.id} />
              <label><span>{i18n._('State')}</span><select className="input" name="status" defaultValue={fieldText(cameFor(corridor), 'status', corridor.status)}>{states.map(state => <option key={state} value={state}>{corridorStatusName(i18n, state)}</option>)}</select></label>
              <label><span>{i18n._('As of')}</span><input className="input" type="date" name="as_of" defaultValue={fieldText(cameFor(corridor), 'as_of', today)} max={today} required /></label>
              <label><span>{i18n._('Source')}</span><input className="input" name="source" maxLength={300} defaultValue={fieldText(cameFor(corridor), 'source', '')} required /></label>
              <button className="btn btn-secondary">{i18n._('Save')}</button>
            </form>
          </div>
        </details>
      ))}
    </Panel>
  )
}
