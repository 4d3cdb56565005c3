import { type RankedPair, type Reason } from '~/core/matching/types'

/** The first line of the output. */
export const HEAD = 'id,rank,partner_id,score,reciprocal,reasons\n'

/** A firm's partners as rows of the output, or as one line of JSON. */
export function rowsOf(id: string, pairs: readonly RankedPair[], json: boolean): string {
  if (json) return JSON.stringify({ id, pairs }) + '\n'
  return pairs.map(pair => `${[id, pair.rank, pair.partner, pair.score, pair.reciprocal, pair.reasons.flatMap(told).join('; ')].map(cell).join(',')}\n`).join('')
}

/** `PK 4105 +12`: who brings, what it met by, and the points; a hop is `4102>4105`, a neighbour `4102~4103`. */
function told(reason: Reason): string[] {
  if (reason.type !== 'listing') return []
  const { via } = reason
  const what = via.by === 'concept' ? via.code : via.by === 'hop' ? `${via.from}>${via.to}` : `${via.from}~${via.to}`
  return [`${reason.bringer} ${what} +${reason.points}`]
}

function cell(value: string | number | boolean): string {
  const text = String(value)
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
