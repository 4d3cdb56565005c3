/** The names a refused call of the database answers with (`private.refuse`), and the facts for the sentence. */
export class DatabaseRefusal extends Error {
  override name = 'DatabaseRefusal'
  constructor(
    readonly status: number,
    readonly reason: string,
    readonly facts: Record<string, unknown>,
  ) {
    super(`${status} ${reason}`)
  }

  // The server's own modules and the built pages each hold a copy of this class: a refusal goes by its name.
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'DatabaseRefusal'
  }
}

type DatabaseError = { code?: string; message: string; details?: string | null; hint?: string | null }

function readFacts(details: string | null | undefined): Record<string, unknown> {
  try {
    const facts: unknown = JSON.parse(details ?? '{}')
    return facts && typeof facts === 'object' ? (facts as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

/** A refusal if the database refused on purpose (`PTxyz`), else null: then it broke. */
export function refusalOf(error: DatabaseError): DatabaseRefusal | null {
  const status = /^PT(\d{3})$/.exec(error.code ?? '')?.[1]
  return status ? new DatabaseRefusal(Number(status), error.message, readFacts(error.details)) : null
}

/** What a call answered; a refusal or breakage is thrown. No answer of the database goes unread. */
export function answered<Data>(result: { data: Data; error: null } | { data: null; error: DatabaseError }): Data {
  if (!result.error) return result.data as Data
  throw refusalOf(result.error) ?? new Error(`The database failed: ${result.error.code ?? ''} ${result.error.message}`)
}

/** Runs a call and hands its refusal back as a value; breakage is thrown on. */
export async function orRefusal<Value>(call: Promise<Value>): Promise<Value | DatabaseRefusal> {
  try {
    return await call
  } catch (error) {
    if (error instanceof DatabaseRefusal) return error
    throw error
  }
}
