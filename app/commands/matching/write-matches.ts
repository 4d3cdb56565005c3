import { type RankedPair, type Reason } from '~/core/matching/types'

/** The first line of the output. */
export const HEAD = 'id,rank,partner_id,score,reciprocal,reasons\n'

/** A firm's partners as rows of the output, or as one line of JSON. */
export function rowsOf(id: string, pairs: readonly RankedPair[], json: boolean): string {
  if (json) return JSON.stringify({ id, pairs }) + '\n'
  const own = cell(id)
  let rows = ''
  for (const { rank, partner, score, reciprocal, reasons } of pairs) rows += `${own},${rank},${cell(partner)},${score},${reciprocal},${told(reasons)}\n`
  return rows
}

/** `PK 4105 +12; KZ 5101 +9`: who brings, what it met by, and the points; a hop is `4102>4105`, a neighbour `4102~4103`. */
function told(reasons: readonly Reason[]): string {
  let text = ''
  for (const reason of reasons) {
    if (reason.type !== 'listing') continue
    const { via, bringer, points } = reason
    const what = via.by === 'concept' ? via.code : via.by === 'hop' ? `${via.from}>${via.to}` : `${via.from}~${via.to}`
    text += `${text && '; '}${bringer} ${what} +${points}`
  }
  return text
}

function cell(text: string): string {
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
