import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'

import { ChartFrame, ChartTable } from '~/ui/chart-frame'

export type FunnelView = Array<{ id: string; name: string; count: string; share: number }>
export type LedgerPart = { id: 'baseline' | 'verified' | 'documented' | 'claimed'; name: string; usd: string; x: number; width: number }
/** The way from today's trade to the target, in per cent of the target; money apart by what proves it. */
export type LedgerView = { title: string; unit: string; parts: LedgerPart[]; target: string; summary: string; source: string; demo: boolean }

/** How many introductions got how far: a bar each, measured against the first. */
export function Funnel({ steps, empty }: { steps: FunnelView; empty: boolean }) {
  const { i18n } = useLingui()
  return (
    <div>
      <ul className="funnel">
        {steps.map(step => (
          <li key={step.id}>
            <span>{step.name}</span>
            <b className="num">{step.count}</b>
            {!empty && <span className="bar"><i style={{ inlineSize: `${step.share}%` }} /></span>}
          </li>
        ))}
      </ul>
      {empty && <p className="text-ink-2 mt-4 text-[.9375rem]">{i18n._('No introduction has been sent yet. The first figures stand here as soon as one is.')}</p>}
    </div>
  )
}

const fills: Record<LedgerPart['id'], string> = { baseline: 'var(--ink-3)', verified: 'var(--pk)', documented: 'var(--kz)', claimed: 'var(--sun)' }

/** Trade that came of introductions on the way to the target: claimed, documented and customs-verified stay apart. `file`: a link to its figures. */
export function Ledger({ ledger, file }: { ledger: LedgerView; file?: ReactNode }) {
  const { i18n } = useLingui()
  return (
    <ChartFrame
      title={ledger.title}
      unit={ledger.unit}
      demo={ledger.demo}
      source={<>{ledger.source}{file && <> · {file}</>}</>}
      table={<ChartTable caption={ledger.unit} head={[i18n._('Evidence'), i18n._('Value')]} rows={ledger.parts.map(part => [part.name, <bdi key={part.id}>{part.usd}</bdi>])} />}
    >
      <svg className="w-full rtl:-scale-x-100" viewBox="0 0 100 6" preserveAspectRatio="none" height="26" role="img" aria-label={ledger.summary}>
        <rect width="100" height="6" fill="var(--sunken)" />
        {ledger.parts.map(part => <rect key={part.id} x={part.x} width={part.width} height="6" fill={fills[part.id]} />)}
      </svg>
      <p className="num text-ink-2 mt-1.5 flex justify-between gap-4 text-[.8125rem]">
        <bdi>0</bdi>
        <span>{i18n._('Target')} <bdi>{ledger.target}</bdi></span>
      </p>
      <ul className="mt-4 grid gap-1.5 text-[.9375rem]">
        {ledger.parts.map(part => (
          <li key={part.id} className="flex items-center gap-2.5">
            <i className="size-3 shrink-0 rounded-[3px]" style={{ background: fills[part.id] }} />
            <span className="text-ink-2">{part.name}</span>
            <b className="num ms-auto font-semibold"><bdi>{part.usd}</bdi></b>
          </li>
        ))}
      </ul>
    </ChartFrame>
  )
}
