/**
 * `fetch`, for a database that may be restarting or frozen: a read whose connection broke is asked once more; a write is not, because it may have been done.
 * Nothing waits for an answer longer than `limitMs` in all. Throws what the second try throws, or a TimeoutError.
 */
export function readAgainWithin(limitMs: number): typeof fetch {
  return async (input, init) => {
    const method = init?.method ?? (input instanceof Request ? input.method : 'GET')
    const signal = AbortSignal.any([AbortSignal.timeout(limitMs), ...(init?.signal ? [init.signal] : [])])
    try {
      return await fetch(input, { ...init, signal })
    } catch (error) {
      const broken = error instanceof TypeError && !signal.aborted
      if (!broken || (method !== 'GET' && method !== 'HEAD')) throw error
      return fetch(input, { ...init, signal })
    }
  }
}
