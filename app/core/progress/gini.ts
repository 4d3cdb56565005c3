/**
 * How unequally something is shared out: 0 when everybody has the same, towards 1 when one has all (Gini's coefficient of the mean difference).
 * Nobody, or nothing to share, is 0.
 */
export function gini(shares: readonly number[]): number {
  const sorted = [...shares].sort((a, b) => a - b)
  const total = sorted.reduce((sum, share) => sum + share, 0)
  if (total <= 0) return 0
  const weighted = sorted.reduce((sum, share, i) => sum + (i + 1) * share, 0)
  return (2 * weighted) / (sorted.length * total) - (sorted.length + 1) / sorted.length
}
