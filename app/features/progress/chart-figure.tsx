import { useLingui } from '@lingui/react'

import { useLocalePath } from '~/i18n/locale-path'
import { ChartFrame, ChartTable } from '~/ui/chart-frame'
import type { BarsPicture, Chart, Coverage, MapPicture, TilesPicture, Tone } from './chart'

const fills: Record<Tone, string> = { pk: 'var(--pk)', kz: 'var(--kz)', sun: 'var(--sun)', ink: 'var(--ink-3)' }
const BAR_HEIGHT = 12

function Bars({ picture, summary }: { picture: BarsPicture; summary: string }) {
  return (
    <svg role="img" aria-label={summary} viewBox={`0 0 ${picture.width} ${picture.height}`} className="chart-picture" direction={picture.rtl ? 'rtl' : 'ltr'}>
      {picture.bars.map((bar, i) => (
        <g key={i}>
          <text x={picture.start} y={bar.y} textAnchor="start" className="chart-label">{bar.label}</text>
          <text x={picture.end} y={bar.y} textAnchor="end" className="chart-value">{bar.shown}</text>
          <rect x={0} y={bar.y + 6} width={picture.width} height={BAR_HEIGHT} rx={3} fill="var(--sunken)" />
          <rect x={bar.x} y={bar.y + 6} width={bar.width} height={BAR_HEIGHT} rx={3} fill={fills[bar.tone]} />
        </g>
      ))}
    </svg>
  )
}

const strokes = { open: 'var(--pk)', restricted: 'var(--sun)', closed: 'var(--ink-3)' }
const dashes = { open: undefined, restricted: '14 9', closed: '3 10' }

function DottedMap({ picture, summary }: { picture: MapPicture; summary: string }) {
  return (
    <svg role="img" aria-label={summary} viewBox={`0 0 ${picture.width} ${picture.height}`} className="chart-picture" direction="ltr">
      <path d={picture.dots} stroke="var(--line)" strokeWidth="5" strokeLinecap="round" strokeDasharray={`0 ${picture.pitch}`} fill="none" />
      {picture.lines.map(line => <path key={line.number} d={line.path} fill="none" stroke={strokes[line.status]} strokeWidth={line.weight} strokeLinecap="round" strokeDasharray={dashes[line.status]} />)}
      {picture.hubs.map(hub => (
        <g key={hub.name}>
          <circle cx={hub.at[0]} cy={hub.at[1]} r="7" fill="var(--ink)" />
          <text x={hub.at[0] + 14} y={hub.at[1] - 8} className="chart-place">{hub.name}</text>
        </g>
      ))}
      {picture.lines.map(line => (
        <g key={line.number}>
          <circle cx={line.at[0]} cy={line.at[1]} r="24" fill="var(--surface)" stroke={strokes[line.status]} strokeWidth="4" />
          <text x={line.at[0]} y={line.at[1] + 11} textAnchor="middle" className="chart-place">{line.number}</text>
        </g>
      ))}
    </svg>
  )
}

const tileFills: Record<Coverage, string> = { both: 'var(--pk)', brought: 'var(--kz)', sought: 'var(--sun)', none: 'var(--sunken)' }

function Tiles({ picture, summary }: { picture: TilesPicture; summary: string }) {
  return (
    <>
      <svg role="img" aria-label={summary} viewBox={`0 0 ${picture.width} ${picture.height}`} className="chart-picture" direction="ltr">
        {picture.tiles.map(tile => (
          <g key={tile.label}>
            <rect x={tile.x} y={tile.y} width={picture.size} height={picture.size} rx={4} fill={tileFills[tile.coverage]} stroke="var(--line)" />
            <text x={tile.x + picture.size / 2} y={tile.y + picture.size / 2 + 4} textAnchor="middle" className={tile.coverage === 'none' ? 'chart-code' : `chart-code on-${tile.coverage}`}>{tile.label}</text>
          </g>
        ))}
      </svg>
      <ul className="mt-3 grid gap-1 text-sm">
        {picture.legend.map(({ coverage, label }) => <li key={coverage} className="flex items-center gap-2"><i className="border-line size-3 shrink-0 rounded-[3px] border" style={{ background: tileFills[coverage] }} />{label}</li>)}
      </ul>
    </>
  )
}

/** The picture of a chart alone. */
export function ChartPicture({ chart: { picture, summary } }: { chart: Chart }) {
  if (picture.kind === 'bars') return <Bars picture={picture} summary={summary} />
  return picture.kind === 'map' ? <DottedMap picture={picture} summary={summary} /> : <Tiles picture={picture} summary={summary} />
}

/** A chart with its table, source and file. `file`: where its CSV is, on the desk unless told. */
export function ChartFigure({ chart, demo, open = false, file = `/desk/progress.csv?chart=${chart.id}` }: { chart: Chart; demo: boolean; open?: boolean; file?: string }) {
  const { i18n } = useLingui()
  const path = useLocalePath()
  return (
    <ChartFrame
      title={chart.title}
      unit={chart.unit}
      demo={demo}
      open={open}
      source={<>{chart.source} · <a className="underline" href={path(file)} aria-label={`${i18n._('Download as CSV')}: ${chart.title}`}>{i18n._('Download as CSV')}</a></>}
      table={<ChartTable caption={chart.title} head={chart.head} rows={chart.rows} />}
    >
      <ChartPicture chart={chart} />
    </ChartFrame>
  )
}
