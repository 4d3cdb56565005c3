import { sectorName } from '~/i18n/words/companies'
import { formatDate, formatNumber, formatUsd } from '~/i18n/format.server'
import { coverages, type Chart, type Coverage } from './chart'
import type { Reader } from './charts.server'
import { processedGoods, processedHeadings, PROCESSED_GOODS_USD } from './processed-goods'

export type GoodFacts = { heading: string; bringers: number; seekers: number; introduced: number }

const [COLUMNS, SIZE, GAP] = [8, 36, 4]

const coverageOf = ({ bringers, seekers }: GoodFacts): Coverage => (bringers && seekers ? 'both' : bringers ? 'brought' : seekers ? 'sought' : 'none')

/** The processed goods Kazakhstan wants to sell: who is at the table for each. */
export function goodsChart(reader: Reader, facts: readonly GoodFacts[], nameOf: (code: string) => string | null): Chart {
  const { i18n, locale } = reader
  const number = (value: number) => formatNumber(locale, value)
  const names: Record<Coverage, string> = {
    both: i18n._('Brought by a Kazakh firm and sought by a Pakistani one'), brought: i18n._('Brought, nobody seeks it: recruit buyers in Pakistan'), sought: i18n._('Sought, nobody brings it: recruit sellers in Kazakhstan'),
    none: i18n._('Nobody yet'),
  }
  const found = new Map(facts.map(fact => [fact.heading, fact]))
  const goods = processedHeadings.map(heading => found.get(heading) ?? { heading, bringers: 0, seekers: 0, introduced: 0 })
  const count = (coverage: Coverage) => goods.filter(good => coverageOf(good) === coverage).length
  const groupOf = (heading: string) => (Object.entries(processedGoods) as [keyof typeof processedGoods, readonly string[]][]).find(([, headings]) => headings.includes(heading))![0]
  const rows = goods.map(good => [
    `${good.heading} ${nameOf(good.heading) ?? ''}`.trim(), sectorName(i18n, groupOf(good.heading)), number(good.bringers), number(good.seekers), number(good.introduced), names[coverageOf(good)],
  ])
  return {
    id: 'goods', title: i18n._('{both} of {all} processed goods have a seller and a buyer at the table', { both: number(count('both')), all: number(goods.length) }),
    unit: i18n._('Processed goods that Kazakhstan wants to sell to Pakistan, by HS heading, and the firms of this forum'),
    summary: coverages.map(coverage => `${names[coverage]}: ${number(count(coverage))}`).join('; '),
    source: i18n._('Sectors and sum ({usd} a year more): Kazakhstan’s side, February 2026. The list itself was not published; these headings are the desk’s working list. Firms: this desk’s own records, {date}', {
      usd: formatUsd(locale, PROCESSED_GOODS_USD), date: formatDate(locale, reader.now),
    }),
    head: [i18n._('Good'), i18n._('Sector'), i18n._('Kazakh firms that bring it'), i18n._('Pakistani firms that seek it'), i18n._('Introductions'), i18n._('State')], rows,
    picture: {
      kind: 'tiles', size: SIZE, width: COLUMNS * (SIZE + GAP), height: Math.ceil(goods.length / COLUMNS) * (SIZE + GAP),
      tiles: goods.map((good, i) => ({ x: (i % COLUMNS) * (SIZE + GAP), y: Math.floor(i / COLUMNS) * (SIZE + GAP), coverage: coverageOf(good), label: good.heading })),
      legend: coverages.map(coverage => ({ coverage, label: `${names[coverage]}: ${number(count(coverage))}` })),
    },
  }
}
