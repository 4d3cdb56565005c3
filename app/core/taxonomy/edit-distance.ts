/** Three rows of the table, used in turn. A word longer than this is no word. */
const ROOM = 64
const ROWS: readonly [Uint8Array, Uint8Array, Uint8Array] = [new Uint8Array(ROOM), new Uint8Array(ROOM), new Uint8Array(ROOM)]

/**
 * Slips between two words: letters missing, added, changed or two changed places (optimal string alignment), up to a bound.
 * Returns bound + 1 where there are more.
 */
export function slips(a: string, b: string, bound: number): number {
  if (Math.abs(a.length - b.length) > bound) return bound + 1
  let start = 0
  let endA = a.length
  let endB = b.length
  while (start < endA && start < endB && a.charCodeAt(start) === b.charCodeAt(start)) start++
  while (endA > start && endB > start && a.charCodeAt(endA - 1) === b.charCodeAt(endB - 1)) {
    endA--
    endB--
  }
  const width = endB - start
  if (endA === start || width === 0) return Math.min(bound + 1, endA - start + width)
  if (width >= ROOM) return bound + 1
  let [before, last, row] = ROWS
  for (let j = 0; j <= width; j++) last[j] = j
  for (let i = 1; i <= endA - start; i++) {
    row[0] = i
    let least = i
    for (let j = 1; j <= width; j++) {
      const x = a.charCodeAt(start + i - 1)
      const y = b.charCodeAt(start + j - 1)
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (x === y ? 0 : 1))
      if (i > 1 && j > 1 && x === b.charCodeAt(start + j - 2) && a.charCodeAt(start + i - 2) === y) cost = Math.min(cost, before[j - 2]! + 1)
      row[j] = cost
      least = Math.min(least, cost)
    }
    if (least > bound) return bound + 1
    const spare = before
    before = last
    last = row
    row = spare
  }
  return Math.min(bound + 1, last[width]!)
}
