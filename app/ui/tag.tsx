import type { ReactNode } from 'react'

const tones = {
  plain: 'bg-sunken text-ink-2',
  good: 'bg-pk-50 text-pk-ink',
  warn: 'bg-sun-50 text-sun-ink',
  bad: 'bg-bad-50 text-bad-ink',
} as const

/** A word or two of state. Red only for what destroys. */
export function Tag({ tone = 'plain', children }: { tone?: keyof typeof tones; children: ReactNode }) {
  return <span className={`tag ${tones[tone]}`}>{children}</span>
}
