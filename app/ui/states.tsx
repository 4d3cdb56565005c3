import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'

import { ButtonLink } from './button'
import { Notice } from './notice'

/** A part of a page that could not be read: what is missing, and trying again. The rest of the page stands. */
export function FailedState({ title, children, retry }: { title: ReactNode; children?: ReactNode; /** Where trying again leads. */ retry: string }) {
  const { i18n } = useLingui()
  return (
    <Notice tone="bad" title={title}>
      {children && <p className="mb-3">{children}</p>}
      <ButtonLink tone="secondary" href={retry}>{i18n._('Try again')}</ButtonLink>
    </Notice>
  )
}

/** Old content stays in view while new is fetched: it is dimmed after 400 ms, and said to be busy. */
export function Busy({ busy, children }: { busy: boolean; children: ReactNode }) {
  return (
    <div aria-busy={busy || undefined} className={busy ? 'opacity-60 transition-opacity delay-[400ms]' : undefined}>
      {children}
    </div>
  )
}

/** Rows that are not there yet, where there was nothing before. */
export function LoadingRows({ rows = 3 }: { rows?: number }) {
  const { i18n } = useLingui()
  return (
    <div role="status" aria-busy="true">
      <span className="sr-only">{i18n._('Loading …')}</span>
      {Array.from({ length: rows }, (_, i) => (
        <div key={i} aria-hidden="true" className="border-line flex gap-4 border-b py-4">
          <span className="bg-sunken size-10 shrink-0 rounded-[var(--radius-m)]" />
          <span className="grid grow gap-2 py-1">
            <span className="bg-sunken h-3 w-2/5 rounded" />
            <span className="bg-sunken h-3 w-4/5 rounded" />
          </span>
        </div>
      ))}
    </div>
  )
}
