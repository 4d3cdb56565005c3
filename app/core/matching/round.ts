/**
 * Rounds parts to whole numbers that sum to the rounded total (largest remainder): every part is rounded down, and what is missing goes, one
 * by one, to the parts that lost most; of equals the first.
 */
export function wholeParts(parts: readonly number[], total = Math.round(sum(parts))): number[] {
  const count = parts.length
  const whole = new Array<number>(count)
  const lost = new Array<number>(count)
  let missing = total
  for (let i = 0; i < count; i++) {
    whole[i] = Math.floor(parts[i]!)
    lost[i] = parts[i]! - whole[i]!
    missing -= whole[i]!
  }
  for (let left = missing; left > 0 && parts.length; left--) {
    let most = 0
    for (let i = 1; i < lost.length; i++) if (lost[i]! > lost[most]!) most = i
    whole[most]!++
    lost[most]! -= 1
    missing--
  }
  for (let left = missing; left < 0 && parts.length; left++) {
    let least = lost.length - 1
    for (let i = least - 1; i >= 0; i--) if (lost[i]! < lost[least]!) least = i
    whole[least]!--
    lost[least]! += 1
  }
  return whole
}

function sum(parts: readonly number[]): number {
  let total = 0
  for (const part of parts) total += part
  return total
}
