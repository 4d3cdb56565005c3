import { useLingui } from '@lingui/react'

import type { BarSegment } from './pair-view'

// Each gain a shade lighter than the one before it.
const shades = [1, 0.86, 0.74, 0.62, 0.52, 0.44, 0.38, 0.32]

/** The score taken apart: gains from the start, losses back from their end, a mark where the score stands; and the same as a list. */
export function WhyBar({ score, segments, rules }: { score: number; segments: readonly BarSegment[]; rules: string }) {
  const { i18n } = useLingui()
  const gains = segments.filter(segment => !segment.negative)
  const shade = (segment: BarSegment) => shades[Math.min(gains.indexOf(segment), shades.length - 1)] ?? 1
  return (
    <div className="wf">
      <h3>{i18n._('Why {score}', { score: String(score) })}<small>{rules}</small></h3>
      <div className="trk" aria-hidden="true">
        {segments.map(segment => (
          <i key={segment.label} className={segment.negative ? 'sg n' : 'sg'} style={{ insetInlineStart: `${segment.start}%`, width: `calc(${segment.width}% - 2px)`, opacity: segment.negative ? 1 : shade(segment) }} />
        ))}
        <span className="mk num" style={{ insetInlineStart: `${score}%` }}><b>{score}</b></span>
      </div>
      <ul className="wl">
        {segments.map(segment => (
          <li key={segment.label} className={segment.negative ? 'neg' : ''}>
            <i style={{ opacity: segment.negative ? 1 : shade(segment) }} />
            {segment.label} <b><bdi dir="ltr" className="num">{segment.shown}</bdi></b>
          </li>
        ))}
      </ul>
    </div>
  )
}
