import { type Board } from './allocation-board'

/** An arc of the flow and, beside it, its way back: arc a's way back is a ^ 1. */
interface Flow {
  to: number[]
  room: number[]
  cost: number[]
  from: number[][]
}

/**
 * The best allocation, by minimum-cost flow: source → Pakistani firms → offers → Kazakh firms → sink. A firm's first places, up to its floor,
 * carry a bonus larger than all scores together, so that floors are met wherever they can be; then scores count. Units are sent along the cheapest
 * path as long as it gains. Returns 1 for each offer chosen.
 */
export function allocateExactly(board: Board): Uint8Array {
  const count = board.ids.length
  const source = count
  const sink = count + 1
  const flow: Flow = { to: [], room: [], cost: [], from: Array.from({ length: count + 2 }, () => []) }
  const bonus = 1 - board.scores.reduce((sum, score, e) => sum + costOf(score, e, board.scores.length), 0)
  const isPk = new Uint8Array(count)
  board.scores.forEach((score, e) => {
    isPk[board.ends[2 * e]!] = 1
    addArc(flow, board.ends[2 * e]!, board.ends[2 * e + 1]!, 1, costOf(score, e, board.scores.length))
  })
  for (let f = 0; f < count; f++) {
    const [a, b] = isPk[f] ? [source, f] : [f, sink]
    addArc(flow, a, b, board.floors[f]!, -bonus)
    addArc(flow, a, b, board.caps[f]! - board.floors[f]!, 0)
  }
  while (sendAlongCheapest(flow, source, sink));
  return Uint8Array.from(board.scores, (_, e) => (flow.room[2 * e] === 0 ? 1 : 0))
}

/** Whole numbers, so that sums are exact: scores to a ten-thousandth; equals go in the order of the board, which the round turns. */
function costOf(score: number, place: number, count: number): number {
  return -Math.round(score * 10_000) * count + place
}

function addArc(flow: Flow, a: number, b: number, room: number, cost: number): void {
  flow.from[a]!.push(flow.to.length)
  flow.to.push(b)
  flow.room.push(room)
  flow.cost.push(cost)
  flow.from[b]!.push(flow.to.length)
  flow.to.push(a)
  flow.room.push(0)
  flow.cost.push(-cost)
}

/** Bellman–Ford with a queue, since costs are negative; one unit a time. Returns whether the path gained. */
function sendAlongCheapest(flow: Flow, source: number, sink: number): boolean {
  const nodes = flow.from.length
  const distance = new Float64Array(nodes).fill(Infinity)
  const by = new Int32Array(nodes).fill(-1)
  const waiting = new Uint8Array(nodes)
  let queue = [source]
  distance[source] = 0
  while (queue.length) {
    const next: number[] = []
    for (const node of queue) {
      waiting[node] = 0
      for (const arc of flow.from[node]!) {
        const other = flow.to[arc]!
        const through = distance[node]! + flow.cost[arc]!
        if (!flow.room[arc] || through >= distance[other]!) continue
        distance[other] = through
        by[other] = arc
        if (!waiting[other]) {
          waiting[other] = 1
          next.push(other)
        }
      }
    }
    queue = next
  }
  if (!(distance[sink]! < 0)) return false
  for (let node = sink; node !== source; node = flow.to[by[node]! ^ 1]!) {
    flow.room[by[node]!]!--
    flow.room[by[node]! ^ 1]!++
  }
  return true
}
