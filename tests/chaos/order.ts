import type { WorkerSettings } from '~/features/introductions/outbox/worker.server'

/** What a control leaves out: the key that stays, the bytes that stay, or the 429 that costs no try. With any of them the run must fail. */
export const controls = ['random-key', 'no-freeze', 'count-429'] as const
export type Control = (typeof controls)[number]

/** What a worker's process is told. */
export type ChaosWorkerOrder = {
  databaseUrl: string
  serviceKey: string
  providerUrl: string
  timeoutMs: number
  settings: Partial<WorkerSettings>
  control: Control | null
}
