import { scaleLinear } from 'd3-scale'

import { directionOf, type Locale } from '~/core/locale'
import type { BarsPicture, Tone } from './chart'

/** Units of a picture: a phone's width, so that its words are read there at their own size. */
const [WIDTH, ROW] = [320, 44]

export type BarRow = { label: string; shown: string; value: number; tone?: Tone }

/** Bars below their labels, the longest as wide as the picture, or `most` if that is more. In Urdu they grow from the right. */
export function barsPicture(locale: Locale, rows: readonly BarRow[], most = 0): BarsPicture {
  const rtl = directionOf(locale) === 'rtl'
  const width = scaleLinear().domain([0, Math.max(most, ...rows.map(row => row.value), 0) || 1]).range([0, WIDTH])
  return {
    kind: 'bars', width: WIDTH, height: rows.length * ROW, rtl, start: rtl ? WIDTH : 0, end: rtl ? 0 : WIDTH,
    bars: rows.map((row, i) => {
      // What is there is seen, be it a thousandth of the whole.
      const drawn = row.value > 0 ? Math.max(1.5, Math.round(width(row.value) * 10) / 10) : 0
      return { label: row.label, shown: row.shown, tone: row.tone ?? 'pk', y: i * ROW + 14, x: rtl ? WIDTH - drawn : 0, width: drawn }
    }),
  }
}
