import { DatabaseRefusal } from '~/platform/refusal'

/** What a call of a store came to: `done`, or the refusal as `409 taken`. Breakage is thrown on. */
export const reasonOf = (call: Promise<unknown>): Promise<string> =>
  call.then(() => 'done', (error: unknown) => (error instanceof DatabaseRefusal ? `${error.status} ${error.reason}` : Promise.reject(error)))
