import type { Logger } from 'pino'

/** What runs on after its page was answered, by import. One at a time an import; what died is begun again from its page. */
const running = new Map<string, Promise<void>>()

export const isRunning = (id: string): boolean => running.has(id)

/** Begins work on an import, unless some is under way. A failure is logged; the import stands where the last batch left it. */
export function startImportJob(id: string, log: Pick<Logger, 'error'>, work: () => Promise<void>): void {
  if (running.has(id)) return
  const job = work()
    .catch((error: unknown) => log.error({ err: error, import: id }, 'an import stopped; its page offers to go on'))
    .finally(() => running.delete(id))
  running.set(id, job)
}

/** Waits for the work on an import, if any is under way here. */
export const importJob = (id: string): Promise<void> => running.get(id) ?? Promise.resolve()
