/**
 * Keeps the answer of a read for some seconds, so that many visitors ask the database once. A read that failed is not kept; those who asked
 * while it ran fail with it.
 */
export function rememberFor<T>(seconds: number, now: () => Date): (read: () => Promise<T>) => Promise<T> {
  let kept: { until: number; answer: Promise<T> } | undefined
  return read => {
    if (kept && now().getTime() < kept.until) return kept.answer
    const answer = read()
    const mine = { until: now().getTime() + seconds * 1000, answer }
    kept = mine
    answer.catch(() => {
      if (kept === mine) kept = undefined
    })
    return answer
  }
}
