import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'

import { Tag } from './tag'

/** What every chart owes: its finding as the title, unit and period below, the numbers as a table, the source and its date. */
export function ChartFrame({ title, unit, source, demo, open, table, children }: {
  title: ReactNode
  /** Unit and period. */
  unit?: ReactNode
  /** Who says so, and when. */
  source: ReactNode
  /** The figures are of invented firms. */
  demo?: boolean
  /** The table stands open. */
  open?: boolean
  table: ReactNode
  children: ReactNode
}) {
  const { i18n } = useLingui()
  return (
    <figure className="card p-5 sm:p-7">
      <figcaption>
        <span className="block text-[1.0625rem] font-semibold">{title}</span>
        {(unit || demo) && (
          <span className="text-ink-2 mt-0.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
            {unit}
            {demo && <Tag>{i18n._('Demo data')}</Tag>}
          </span>
        )}
      </figcaption>
      <div className="mt-5">{children}</div>
      <details className="mt-4 text-sm" open={open}>
        <summary className="text-ink-2 inline-flex min-h-11 items-center underline">{i18n._('Show the numbers as a table')}</summary>
        {table}
      </details>
      <p className="text-ink-3 mt-2 text-[.8125rem]">{source}</p>
    </figure>
  )
}

/** The numbers of a chart: a row each, label first. */
export function ChartTable({ caption, head, rows }: { caption: string; head: readonly string[]; rows: ReadonlyArray<readonly ReactNode[]> }) {
  return (
    <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={caption}>
      <table className="mt-2 w-full text-start">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>{head.map((name, i) => <th key={i} scope="col" className={`border-line text-ink-2 border-b py-2 pe-4 font-semibold ${i === 0 ? 'text-start' : 'text-end'}`}>{name}</th>)}</tr>
        </thead>
        <tbody>
          {rows.map(([label, ...values], i) => (
            <tr key={i}>
              <th scope="row" className="border-line-2 border-b py-2 pe-4 text-start align-top font-normal">{label}</th>
              {values.map((value, j) => <td key={j} className="border-line-2 num border-b py-2 pe-4 text-end align-top">{value}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
