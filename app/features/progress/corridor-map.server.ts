import { scaleSqrt } from 'd3-scale'
import { curveCatmullRom, line } from 'd3-shape'

import ground from './dot-map.json'
import { MAP_HEIGHT, MAP_WIDTH, placeOf, towns } from './map-ground.server'
import type { MapLine, MapPicture } from './chart'

/** `pairs`: how many would use it; null where that is not told. */
export type MappedCorridor = { id: string; legs: string[]; status: MapLine['status']; pairs: number | null }
export type UsedCorridor = MappedCorridor & { pairs: number; introductions: number }

/** From the last town of a corridor on to Karachi, by land where it ends inland. */
const onward: Record<string, string[]> = { turkmenistan: ['sukkur', 'karachi'], uzbekistan: ['lahore', 'multan', 'sukkur', 'karachi'], china: ['lahore', 'multan', 'sukkur', 'karachi'] }
const curve = line<[number, number]>().curve(curveCatmullRom.alpha(0.6)).digits(1)

const EVEN_WEIGHT = 8

/**
 * The corridors as lines, numbered in their order, as thick as they are used; all alike where use is not told. A corridor of towns the map does not
 * know is left out of the picture, not of the table.
 */
export function corridorPicture(corridors: readonly MappedCorridor[], number: (value: number) => string, hubName: (town: string) => string): MapPicture {
  const weight = scaleSqrt().domain([0, Math.max(1, ...corridors.map(corridor => corridor.pairs ?? 0))]).range([3, 16])
  return {
    kind: 'map', width: MAP_WIDTH, height: MAP_HEIGHT, pitch: ground.pitch, dots: ground.dots,
    lines: corridors.flatMap((corridor, i): MapLine[] => {
      const legs = [...corridor.legs.map(leg => leg.toLowerCase()), ...(onward[corridor.id] ?? [])]
      if (legs.length < 2 || legs.some(leg => !towns[leg])) return []
      const points = legs.map(placeOf)
      const middle = Math.floor((corridor.legs.length - 1) / 2)
      const [from, to] = [points[middle]!, points[middle + 1]!]
      return [{
        number: number(i + 1), path: curve(points) ?? '', weight: corridor.pairs === null ? EVEN_WEIGHT : Math.round(weight(corridor.pairs) * 10) / 10, status: corridor.status,
        at: [Math.round((from[0] + to[0]) / 2), Math.round((from[1] + to[1]) / 2)],
      }]
    }),
    hubs: ['astana', 'almaty', 'lahore', 'karachi'].map(town => ({ name: hubName(town), at: placeOf(town) })),
  }
}
