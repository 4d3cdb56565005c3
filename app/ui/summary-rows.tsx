import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'

export type SummaryRow = { label: ReactNode; value: ReactNode; /** Where it is changed. */ change?: string; /** What is changed, for those who hear only the link. */ what?: string }

/** Check your answers: each with its Change link. */
export function SummaryRows({ rows }: { rows: readonly SummaryRow[] }) {
  const { i18n } = useLingui()
  return (
    <dl className="border-line border-t">
      {rows.map((row, i) => (
        <div key={i} className="border-line grid gap-x-6 gap-y-1 border-b py-3 sm:grid-cols-[13rem_1fr_auto]">
          <dt className="font-semibold">{row.label}</dt>
          <dd className="min-w-0 break-words">{row.value}</dd>
          {row.change && (
            <dd>
              <a href={row.change} className="-my-2.5 inline-flex min-h-11 items-center underline">
                {i18n._('Change')}
                {row.what && <span className="sr-only"> {row.what}</span>}
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}
