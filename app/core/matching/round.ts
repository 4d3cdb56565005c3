/**
 * Rounds parts to whole numbers that sum to the rounded total (largest remainder): every part is rounded down, and what is missing goes, one
 * by one, to the parts that lost most; of equals the first.
 */
export function wholeParts(parts: readonly number[], total = Math.round(sum(parts))): number[] {
  const whole = parts.map(Math.floor)
  const order = parts.map((part, i) => ({ i, lost: part - Math.floor(part) })).sort((a, b) => b.lost - a.lost || a.i - b.i)
  let missing = total - sum(whole)
  for (let k = 0; missing > 0 && order.length; k = (k + 1) % order.length) {
    whole[order[k]!.i]!++
    missing--
  }
  for (let k = order.length - 1; missing < 0 && order.length; k = (k || order.length) - 1) {
    whole[order[k]!.i]!--
    missing++
  }
  return whole
}

function sum(parts: readonly number[]): number {
  return parts.reduce((total, part) => total + part, 0)
}
