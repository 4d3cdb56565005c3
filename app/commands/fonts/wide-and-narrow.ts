/** A letter in our font and in a system's, widths in thousandths of the size, and how often texts have it. */
export type Letter = { letter: string; ours: number; theirs: number; times: number }

/** Letters that one scale brings nearest to ours, as a share, and as a CSS `unicode-range`. */
export type Scaled = { scale: number; range: string }

/**
 * Parts letters into those to be made wider and those to be made narrower, or with `parts` 1 scales all alike. Of all cuts between them, the one after which
 * least is left of the difference to ours, squared and counted as often as the letters come. Letters that one of the fonts lacks are left out.
 */
export function wideAndNarrow(letters: readonly Letter[], parts: 1 | 2): Scaled[] {
  const sorted = letters.filter(({ ours, theirs }) => ours > 0 && theirs > 0).sort((a, b) => a.ours / a.theirs - b.ours / b.theirs)
  if (parts === 1 || sorted.length < 2) return [scaled(sorted)]
  const cuts = sorted.slice(1).map((_, i) => [sorted.slice(0, i + 1), sorted.slice(i + 1)] as const)
  const best = cuts.reduce((least, cut) => (leftOf(cut[0]) + leftOf(cut[1]) < leftOf(least[0]) + leftOf(least[1]) ? cut : least))
  return best.map(scaled)
}

function scaleOf(letters: readonly Letter[]): number {
  const total = (width: (letter: Letter) => number) => letters.reduce((sum, letter) => sum + width(letter) * letter.times, 0)
  return total(letter => letter.ours) / total(letter => letter.theirs)
}

function leftOf(letters: readonly Letter[]): number {
  const scale = scaleOf(letters)
  return letters.reduce((sum, { ours, theirs, times }) => sum + times * (ours - scale * theirs) ** 2, 0)
}

function scaled(letters: readonly Letter[]): Scaled {
  return { scale: scaleOf(letters), range: rangeOf(letters.map(({ letter }) => letter.codePointAt(0)!)) }
}

/** `U+61-63, U+78`: code points as CSS writes them, neighbours together. */
function rangeOf(codes: readonly number[]): string {
  const runs: Array<[number, number]> = []
  for (const code of [...codes].sort((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last && last[1] === code - 1) last[1] = code
    else runs.push([code, code])
  }
  const hex = (code: number) => code.toString(16).toUpperCase()
  return runs.map(([from, to]) => (from === to ? `U+${hex(from)}` : `U+${hex(from)}-${hex(to)}`)).join(', ')
}
