/**
 * `fetch`, for a database that may be restarting: a read whose connection broke is asked once more. A write is not, because it may have been done.
 * Throws what the second try throws.
 */
export const readAgain: typeof fetch = async (input, init) => {
  const method = init?.method ?? (input instanceof Request ? input.method : 'GET')
  try {
    return await fetch(input, init)
  } catch (error) {
    const broken = error instanceof TypeError && !init?.signal?.aborted
    if (!broken || (method !== 'GET' && method !== 'HEAD')) throw error
    return fetch(input, init)
  }
}
