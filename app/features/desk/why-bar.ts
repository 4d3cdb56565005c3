import type { PointRow, Signal } from '~/core/matching/types'
import type { BarSegment } from './pair-view'

/** '+38', '−4' (a true minus), '0'. */
export const signed = (points: number): string => (points > 0 ? `+${points}` : points < 0 ? `−${-points}` : '0')

/**
 * The score as a bar of 100: what speaks for the pair from the start on, then, back from its end, what speaks against it.
 * The bar's dark part ends at the score.
 */
export function barOf(points: readonly PointRow[], label: (signal: Signal) => string): BarSegment[] {
  const gains = points.filter(row => row.points > 0)
  const losses = points.filter(row => row.points < 0)
  let at = 0
  const segments = gains.map(row => {
    const segment = { label: label(row.signal), shown: signed(row.points), points: row.points, start: at, width: row.points, negative: false }
    at += row.points
    return segment
  })
  for (const row of losses) {
    at += row.points
    segments.push({ label: label(row.signal), shown: signed(row.points), points: row.points, start: at, width: -row.points, negative: true })
  }
  return segments
}
