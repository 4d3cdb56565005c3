import { isCode, type Code } from './codes'
import { isDealType, type DealType } from './deal-types'
import { type TermProblem } from './dictionary'
import { fingerprint } from './fingerprint'

/** One step of a value chain: what goes in, what comes out, which deals firms make over it, and why it is one step. */
export interface Transform {
  from: Code
  to: Code
  deals: readonly DealType[]
  reason: string
}

export interface Transforms {
  edges: readonly Transform[]
  version: string
}

/**
 * Reads `transforms.txt`. An edge a line: `4102 > 4105 | processing-joint-venture, training | Raw sheepskins are tanned.`
 * A line that starts with a hash is a remark. Unreadable lines are reported and left out.
 */
export function parseTransforms(text: string): { transforms: Transforms; problems: TermProblem[] } {
  const edges: Transform[] = []
  const problems: TermProblem[] = []
  const seen = new Set<string>()
  text.split('\n').forEach((raw, i) => {
    const line = raw.trim()
    if (!line || line.startsWith('#')) return
    const edge = readEdge(line)
    if (typeof edge === 'string') problems.push({ file: 'transforms.txt', line: i + 1, message: edge })
    else if (seen.has(`${edge.from}>${edge.to}`)) problems.push({ file: 'transforms.txt', line: i + 1, message: `${edge.from} > ${edge.to} stands twice` })
    else {
      seen.add(`${edge.from}>${edge.to}`)
      edges.push(edge)
    }
  })
  return { transforms: { edges, version: fingerprint([text]) }, problems }
}

function readEdge(line: string): Transform | string {
  const [path = '', dealText = '', reason = ''] = line.split('|').map(part => part.trim())
  const [from = '', to = ''] = path.split('>').map(code => code.trim())
  if (!isCode(from)) return `"${from}" is not a code`
  if (!isCode(to)) return `"${to}" is not a code`
  if (from === to) return 'an edge leads from one concept to another'
  const deals = dealText.split(',').map(deal => deal.trim()).filter(Boolean)
  const unknown = deals.find(deal => !isDealType(deal))
  if (unknown) return `"${unknown}" is not a deal type`
  if (!deals.length) return 'an edge names its deal types'
  if (!reason) return 'an edge gives its reason'
  return { from, to, deals: deals.filter(isDealType), reason }
}
