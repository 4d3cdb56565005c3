/** Colours of a picture, by what they mean. */
export type Tone = 'pk' | 'kz' | 'sun' | 'ink'

/** A bar ready to be drawn: places in the picture's own units, words and figures in the reader's language. */
export type Bar = { label: string; shown: string; tone: Tone; y: number; x: number; width: number }
export type BarsPicture = { kind: 'bars'; width: number; height: number; /** From where the reader begins to read. */ start: number; end: number; rtl: boolean; bars: Bar[] }

export type MapLine = { number: string; path: string; weight: number; at: [x: number, y: number]; status: 'open' | 'restricted' | 'closed' }
/** A borderless map: land as dots, a line a corridor, as thick as it is used. It keeps its direction in every language. */
export type MapPicture = { kind: 'map'; width: number; height: number; pitch: number; dots: string; lines: MapLine[]; hubs: { name: string; at: [x: number, y: number] }[] }

export const coverages = ['both', 'brought', 'sought', 'none'] as const
export type Coverage = (typeof coverages)[number]
/** A square a good, coloured by who is there for it. */
export type TilesPicture = { kind: 'tiles'; width: number; height: number; size: number; tiles: { x: number; y: number; coverage: Coverage; label: string }[]; legend: { coverage: Coverage; label: string }[] }

export type ChartId = 'funnel' | 'hours' | 'bands' | 'exposure' | 'ledger' | 'corridors' | 'memoranda' | 'goods' | 'meetings'

/** A chart as it is printed: its finding as title, unit and period below, and the same figures as picture, table and file. */
export type Chart = {
  id: ChartId
  title: string
  /** Unit and period. */
  unit: string
  /** What a listener is told in place of the picture. */
  summary: string
  source: string
  head: string[]
  rows: string[][]
  picture: BarsPicture | MapPicture | TilesPicture
}
