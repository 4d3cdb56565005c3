import type { ReactNode } from 'react'

import { Icon } from './icon'

const tones = {
  plain: 'border-line bg-surface',
  good: 'border-pk bg-pk-50',
  warn: 'border-sun bg-sun-50',
  bad: 'border-bad bg-bad-50',
} as const

/** Something to know before reading on. */
export function Notice({ tone = 'plain', title, children }: { tone?: keyof typeof tones; title?: ReactNode; children?: ReactNode }) {
  return (
    <div className={`mb-6 rounded-[var(--radius-m)] border border-s-4 p-4 ${tones[tone]}`} role={tone === 'bad' ? 'alert' : 'status'}>
      {title && (
        <p className="flex items-start gap-2 font-semibold">
          {tone !== 'plain' && <span className="mt-1"><Icon name={tone === 'good' ? 'check' : 'warning'} /></span>}
          {title}
        </p>
      )}
      {children && <div className="mt-1">{children}</div>}
    </div>
  )
}

/** A list with nothing in it: why, and the one next step. */
export function EmptyState({ title, children, action }: { title: ReactNode; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="border-line rounded-[var(--radius-l)] border border-dashed px-6 py-12 text-center">
      <p className="text-lg font-semibold">{title}</p>
      {children && <p className="text-ink-2 mx-auto mt-1 max-w-md">{children}</p>}
      {action && <div className="mt-5">{action}</div>}
    </div>
  )
}
