import { type Board } from './allocation-board'

/** Improving passes at most; each is one look at every offer, and after the third hardly anything moves. */
const MOST_PASSES = 6

/** What is chosen so far. */
interface Choice {
  board: Board
  chosen: Uint8Array
  got: Int32Array
}

/**
 * A good allocation in one sweep over the offers and a few more to repair: best offers first while both have room; then firms under their floor take a
 * place, where need be from a pair whose firms can spare it; then an offer left out takes the place of a worse one. Returns 1 for each offer chosen.
 */
export function allocateGreedily(board: Board): Uint8Array {
  const choice: Choice = { board, chosen: new Uint8Array(board.scores.length), got: new Int32Array(board.ids.length) }
  for (let e = 0; e < board.scores.length; e++) if (hasRoom(choice, board.ends[2 * e]!) && hasRoom(choice, board.ends[2 * e + 1]!)) put(choice, e, 1)
  fillFloors(choice)
  for (let pass = 0; pass < MOST_PASSES; pass++) if (!improve(choice)) break
  return choice.chosen
}

function hasRoom({ board, got }: Choice, firm: number): boolean {
  return got[firm]! < board.caps[firm]!
}

function put({ board, chosen, got }: Choice, offer: number, on: 0 | 1): void {
  chosen[offer] = on
  got[board.ends[2 * offer]!]! += on ? 1 : -1
  got[board.ends[2 * offer + 1]!]! += on ? 1 : -1
}

/** Gives firms under their floor what they lack, those with the fewest counterparts first. */
function fillFloors(choice: Choice): void {
  const { board, got } = choice
  const short = board.ids.map((_, f) => f).filter(f => got[f]! < board.floors[f]!)
  short.sort((a, b) => board.offersOf[a]!.length - board.offersOf[b]!.length || a - b)
  for (const firm of short) while (got[firm]! < board.floors[firm]! && makePlace(choice, firm));
}

/**
 * Finds a place for a firm: an offer whose other end has room, or has a chosen pair whose far firm can spare it, or whose far firm can itself find
 * another place, and so on (an alternating path, shortest first). Returns whether there was one.
 */
function makePlace(choice: Choice, firm: number): boolean {
  const { board, chosen, got } = choice
  const cameBy = new Map<number, { taken: number; dropped: number; from: number }>()
  const queue = [firm]
  const seen = new Set(queue)
  const others = new Set<number>()
  for (let q = 0; q < queue.length; q++)
    for (const taken of board.offersOf[queue[q]!]!) {
      const other = otherEnd(board, taken, queue[q]!)
      if (chosen[taken] || others.has(other)) continue
      others.add(other)
      if (hasRoom(choice, other)) return follow(choice, cameBy, queue[q]!, taken)
      for (const dropped of [...board.offersOf[other]!].reverse()) {
        const far = otherEnd(board, dropped, other)
        if (!chosen[dropped] || seen.has(far)) continue
        if (got[far]! > board.floors[far]!) {
          put(choice, dropped, 0)
          return follow(choice, cameBy, queue[q]!, taken)
        }
        seen.add(far)
        queue.push(far)
        cameBy.set(far, { taken, dropped, from: queue[q]! })
      }
    }
  return false
}

/** Walks an alternating path back to the firm that looked for a place, taking and dropping as it goes. */
function follow(choice: Choice, cameBy: ReadonlyMap<number, { taken: number; dropped: number; from: number }>, last: number, taken: number): true {
  let step = cameBy.get(last)
  let next = taken
  while (step) {
    put(choice, step.dropped, 0)
    put(choice, next, 1)
    next = step.taken
    step = cameBy.get(step.from)
  }
  put(choice, next, 1)
  return true
}

/** Puts offers left out in the place of worse ones, at one end or at both. Returns whether anything moved. */
function improve(choice: Choice): boolean {
  const { board, chosen } = choice
  let moved = false
  for (let e = 0; e < board.scores.length; e++) {
    if (chosen[e]) continue
    const outs: number[] = []
    let lost = 0
    let possible = true
    for (const firm of [board.ends[2 * e]!, board.ends[2 * e + 1]!]) {
      if (hasRoom(choice, firm)) continue
      const out = worstToSpare(choice, firm, board.scores[e]! - lost)
      if (out < 0) possible = false
      else {
        outs.push(out)
        lost += board.scores[out]! - comeback(choice, out, firm, board.scores[e]!)
      }
    }
    if (!possible || lost >= board.scores[e]!) continue
    for (const out of outs) put(choice, out, 0)
    put(choice, e, 1)
    for (const out of outs) for (const end of [board.ends[2 * out]!, board.ends[2 * out + 1]!]) takeBest(choice, end)
    moved = true
  }
  return moved
}

/** What the firm at the far end of a dropped offer could gain in its place. */
function comeback(choice: Choice, out: number, firm: number, below: number): number {
  const next = bestOpen(choice, otherEnd(choice.board, out, firm))
  return next < 0 ? 0 : Math.min(below, choice.board.scores[next]!)
}

function takeBest(choice: Choice, firm: number): void {
  if (!hasRoom(choice, firm)) return
  const offer = bestOpen(choice, firm)
  if (offer >= 0) put(choice, offer, 1)
}

/** The best offer of a firm that is not chosen and whose other end has room; −1 for none. */
function bestOpen(choice: Choice, firm: number): number {
  const { board, chosen } = choice
  for (const offer of board.offersOf[firm]!) if (!chosen[offer] && hasRoom(choice, otherEnd(board, offer, firm))) return offer
  return -1
}

/** The worst chosen offer of a firm, worth less than a bound, whose other end stays at or over its floor without it; −1 for none. */
function worstToSpare({ board, chosen, got }: Choice, firm: number, below: number): number {
  const offers = board.offersOf[firm]!
  for (let i = offers.length - 1; i >= 0; i--) {
    const offer = offers[i]!
    if (board.scores[offer]! >= below) return -1
    const other = otherEnd(board, offer, firm)
    if (chosen[offer] && got[other]! > board.floors[other]!) return offer
  }
  return -1
}

function otherEnd(board: Board, offer: number, firm: number): number {
  const pk = board.ends[2 * offer]!
  return pk === firm ? board.ends[2 * offer + 1]! : pk
}
