import { geoConicEqualArea } from 'd3-geo'

/** The ground of every map here: one projection, one frame, the towns the corridors pass. */
export type Position = [longitude: number, latitude: number]
export const [MAP_WIDTH, MAP_HEIGHT] = [900, 860]
/** West, south, east, north of what must be in view, in degrees. */
const VIEW = [47, 22, 84, 54.5] as const

export const towns: Record<string, Position> = {
  astana: [71.43, 51.13], almaty: [76.89, 43.24], shymkent: [69.6, 42.32], aktobe: [57.17, 50.28], aktau: [51.16, 43.65], tashkent: [69.24, 41.3], samarkand: [66.97, 39.65],
  termez: [67.28, 37.22], kabul: [69.17, 34.53], peshawar: [71.58, 34.01], lahore: [74.34, 31.55], islamabad: [73.05, 33.69], multan: [71.47, 30.2], sukkur: [68.86, 27.7],
  ashgabat: [58.38, 37.95], mary: [61.83, 37.6], herat: [62.2, 34.34], kandahar: [65.71, 31.62], quetta: [67.01, 30.18], karachi: [66.98, 24.83], gwadar: [62.33, 25.12],
  beyneu: [55.2, 45.32], caspian: [51.7, 40.2], iran: [54.4, 32.4], kashgar: [75.99, 39.47], khunjerab: [75.42, 36.85],
}

const corners = Array.from({ length: 121 }, (_, i): Position => [
  VIEW[0] + ((VIEW[2] - VIEW[0]) * (i % 11)) / 10,
  VIEW[1] + ((VIEW[3] - VIEW[1]) * Math.floor(i / 11)) / 10,
])
export const projection = geoConicEqualArea().rotate([-65, 0]).center([0, 38]).parallels([28, 48])
projection.fitExtent([[24, 44], [MAP_WIDTH - 24, MAP_HEIGHT - 74]], { type: 'MultiPoint', coordinates: corners })

/** Where a town stands on the map, to a tenth of its unit. Throws on a town it does not know. */
export function placeOf(town: string): [x: number, y: number] {
  const position = towns[town]
  if (!position) throw new Error(`The map does not know ${town}`)
  return projection(position)!.map(value => Math.round(value * 10) / 10) as [number, number]
}
