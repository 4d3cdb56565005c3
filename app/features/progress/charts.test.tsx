import { I18nProvider } from '@lingui/react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'

import { locales, type Locale } from '~/core/locale'
import { serverI18n } from '~/i18n/catalogues.server'
import { ChartPicture } from './chart-figure'
import type { Chart } from './chart'
import { chartsOf, heatOf } from './progress-view.server'
import { sampleMaterial } from './sample-material'

const readerOf = (locale: Locale) => ({ i18n: serverI18n(locale), locale, now: new Date('2026-11-22T09:00:00Z'), forum: { floor: 3, cap: 20 } })
const chartsIn = (locale: Locale) => chartsOf(readerOf(locale), sampleMaterial)
const svgOf = (locale: Locale, chart: Chart) => renderToStaticMarkup(<I18nProvider i18n={serverI18n(locale)}><ChartPicture chart={chart} /></I18nProvider>)
const ids = chartsIn('en').map(chart => chart.id)

describe.each(ids)('the chart %s', id => {
  const find = (locale: Locale) => chartsIn(locale).find(chart => chart.id === id)!

  it('is drawn as it was', async () => {
    await expect(svgOf('en', find('en'))).toMatchFileSnapshot(`../../../tests/golden/chart-${id}.svg.html`)
  })

  it('says in its table what it shows in its picture', () => {
    const chart = find('en')
    const { picture } = chart
    if (picture.kind === 'bars') {
      expect(picture.bars.map(bar => [bar.label, bar.shown])).toEqual(chart.rows.map(row => row.slice(0, 2)))
      // A bar twice as long means a figure twice as large: lengths follow the table's figures, save for the thin line of what is nearly nothing.
      const figures = chart.rows.map(row => Number(row[1]!.replace(/^US\$/, '').replace(/,| %/g, '').replace(/ million$/, 'e6').replace(/ billion$/, 'e9')))
      const unit = Math.max(...picture.bars.map((bar, i) => (figures[i] ? bar.width / figures[i]! : 0)).filter((_, i) => picture.bars[i]!.width > 2))
      picture.bars.forEach((bar, i) => bar.width > 2 && expect(bar.width / figures[i]!).toBeCloseTo(unit, unit > 1 ? 0 : 2))
      picture.bars.forEach((bar, i) => expect(bar.width > 0).toBe(figures[i]! > 0))
    } else if (picture.kind === 'map') {
      expect(picture.lines.map(line => line.number)).toEqual(chart.rows.map(row => row[0]!.split('.')[0]))
      const byUse = [...picture.lines].sort((a, b) => a.weight - b.weight).map(line => Number(chart.rows[picture.lines.indexOf(line)]![1]))
      expect(byUse).toEqual([...byUse].sort((a, b) => a - b))
    } else {
      expect(picture.tiles.map(tile => tile.label)).toEqual(chart.rows.map(row => row[0]!.slice(0, 4)))
      for (const { coverage, label } of picture.legend) expect(label.endsWith(`: ${picture.tiles.filter(tile => tile.coverage === coverage).length}`)).toBe(true)
    }
  })

  it.each(locales)('has a title, unit, summary, source and table in %s', locale => {
    const chart = find(locale)
    for (const text of [chart.title, chart.unit, chart.summary, chart.source]) expect(text).not.toMatch(/^$|NaN|undefined|Invalid|M0?2\b/)
    expect(chart.rows.every(row => row.length === chart.head.length)).toBe(true)
    expect(svgOf(locale, chart)).toContain('role="img"')
  })
})

it('bars grow from where the reader begins: from the right in Urdu', () => {
  const bars = (locale: Locale) => chartsIn(locale).find(chart => chart.id === 'funnel')!.picture
  const [english, urdu] = [bars('en'), bars('ur')]
  if (english.kind !== 'bars' || urdu.kind !== 'bars') throw new Error('The funnel is made of bars')
  expect(english.bars.every(bar => bar.x === 0)).toBe(true)
  expect(urdu.bars.every(bar => bar.x + bar.width === urdu.width)).toBe(true)
})

it('the ledger is measured against what the organizers reckon with, and says who said so', () => {
  const saying = (kind: 'baseline' | 'target' | 'deadline', usd: number | null, on: string | null) => ({ id: kind, kind, usd, on, saidBy: 'Committee of statistics', saidOn: '2026-01-15', inUse: true })
  const figures = [saying('baseline', 38.7e6, null), saying('target', 5e8, null), saying('deadline', null, '2028-02-04')]
  const ledger = chartsOf(readerOf('en'), { ...sampleMaterial, figures }).find(chart => chart.id === 'ledger')!
  expect(ledger.rows[0]).toEqual(['Trade before', 'US$38.7 million'])
  expect(ledger.rows.at(-1)).toEqual(['Target, by 4 February 2028', 'US$500 million'])
  expect(ledger.title).toContain('US$500 million')
  expect(ledger.source).toContain('Trade before: Committee of statistics, 15 January 2026')
})

it('the heat map’s cells are its meetings, and each leads to its pairs', () => {
  const heat = heatOf(readerOf('en'), sampleMaterial.facts.meetings)
  expect(heat.rows.flatMap(row => row.cells.flatMap(cell => (cell ? [Number(cell.shown)] : []))).sort()).toEqual(sampleMaterial.facts.meetings.map(cell => cell.pairs).sort())
  expect(heat.top[0]!.href).toBe('/desk/queue?pkSector=leather&kzSector=leather')
})
