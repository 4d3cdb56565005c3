import type { I18n } from '@lingui/core'

import { BASELINE_USD, TARGET_USD } from '~/core/progress/trade'

/** Money and dates as the server writes them. */
export type Formats = { usd: (dollars: number) => string; month: (date: string) => string; number: (value: number, digits?: number) => string }

export type Fact = {
  id: 'target' | 'trade' | 'memoranda' | 'clock'
  /** The figure, set large. */
  figure: string
  says: string
  /** Other figures for the same thing: contradictions are shown, not smoothed. */
  others: Array<{ figure: string; says: string }>
  /** Who said it, and when. */
  source: string
}

/** The figures of the public pages, each with who said it and when (product: "Facts"). */
export function factsOf(i18n: I18n, { usd, month, number }: Formats): Fact[] {
  const february = month('2026-02-01')
  return [
    {
      id: 'target',
      figure: usd(TARGET_USD),
      says: i18n._('of trade a year: the target of both governments'),
      others: [
        { figure: i18n._('Within a year'), says: i18n._('by one account of the visit') },
        { figure: i18n._('Within two years'), says: i18n._('by another account') },
      ],
      source: i18n._('State visit, {month}', { month: february }),
    },
    {
      id: 'trade',
      figure: `≈ ${usd(BASELINE_USD)}`,
      says: i18n._('of trade now, in the words of Pakistan’s prime minister, {month}', { month: february }),
      others: [
        { figure: usd(38.7e6), says: i18n._('January–October 2025, Kazakh statistics') },
        { figure: usd(19.4e6), says: i18n._('of farm goods alone, January–August 2025, up {percent} %', { percent: number(22) }) },
      ],
      source: i18n._('These do not agree; nobody has said why'),
    },
    {
      id: 'memoranda',
      figure: '30+',
      says: i18n._('memoranda and agreements signed during the state visit'),
      others: [],
      source: i18n._('Reports of the visit, {month}', { month: february }),
    },
    {
      id: 'clock',
      figure: 'UTC+5',
      says: i18n._('one clock for Karachi and Almaty: nine in the morning is nine in the morning'),
      others: [],
      source: i18n._('Time zone of both countries since 1 March 2024'),
    },
  ]
}

