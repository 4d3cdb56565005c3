import { readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

import { curveCatmullRom, line } from 'd3-shape'
import { feature } from 'topojson-client'

import { MAP_HEIGHT as HEIGHT, MAP_WIDTH as WIDTH, placeOf as at, projection, type Position } from '~/features/progress/map-ground.server'

/**
 * Draws the borderless dot map of the landing page into app/features/progress/dot-map.json: land as dots, no borders (they are disputed), the two corridors,
 * the towns on them. Run by hand when the map shall change (`npm run map`); the result is kept, because pages and tests need it at all times.
 */
const PITCH = 11

/** Every town named on the map, and how: a hub large, a port as a diamond, the others small. */
const named: Record<string, 'hub' | 'way' | 'port'> = {
  astana: 'hub', shymkent: 'hub', lahore: 'hub', aktobe: 'way', tashkent: 'way', ashgabat: 'way', herat: 'way', kabul: 'way', peshawar: 'way', quetta: 'way', karachi: 'port', gwadar: 'port',
}
const corridors: Record<'turkmenistan' | 'uzbekistan', string[][]> = {
  turkmenistan: [['astana', 'aktobe', 'beyneu', 'ashgabat', 'mary', 'herat', 'kandahar', 'quetta'], ['quetta', 'gwadar'], ['quetta', 'sukkur', 'karachi']],
  uzbekistan: [['astana', 'shymkent', 'tashkent', 'samarkand', 'termez', 'kabul', 'peshawar', 'islamabad', 'lahore'], ['lahore', 'multan', 'sukkur', 'karachi']],
}

const world = JSON.parse(await readFile(createRequire(import.meta.url).resolve('world-atlas/land-50m.json'), 'utf8'))
const land = feature(world, world.objects.land) as unknown as { features: Array<{ geometry: { type: string; coordinates: Position[][][] } }> }
const inView = (ring: Position[]) => ring.some(([x, y]) => x > 35 && x < 100 && y > 15 && y < 62)
const polygons = land.features.flatMap(({ geometry }) => geometry.coordinates).filter(rings => inView(rings[0]!))

/** Even-odd, flat in degrees: exact enough at a dot a hundred kilometres. */
function isLand([x, y]: Position): boolean {
  let inside = false
  for (const ring of polygons.flat())
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [[ax, ay], [bx, by]] = [ring[i]!, ring[j]!]
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
    }
  return inside
}

/** Land in rows: every run of dots is one segment, which a dashed line with round caps paints as dots. */
function dots(): string {
  let path = ''
  for (let row = 0, y = PITCH / 2; y < HEIGHT; row++, y += PITCH * 0.866) {
    let start: number | undefined
    let last = 0
    for (let x = row % 2 ? PITCH / 2 : 0; x <= WIDTH + PITCH; x += PITCH) {
      const position = x <= WIDTH ? projection.invert!([x, y]) : null
      if (position && isLand(position)) {
        start ??= x
        last = x
      } else if (start !== undefined) {
        path += `M${start} ${y.toFixed(1)}H${(last + 0.1).toFixed(1)}`
        start = undefined
      }
    }
  }
  return path
}

const curve = line<Position>().curve(curveCatmullRom.alpha(0.6)).digits(1)
const map = {
  width: WIDTH,
  height: HEIGHT,
  pitch: PITCH,
  dots: dots(),
  corridors: Object.fromEntries(Object.entries(corridors).map(([name, legs]) => [name, legs.map(leg => curve(leg.map(at))).join('')])),
  towns: Object.fromEntries(Object.entries(named).map(([town, rank]) => [town, { at: at(town), rank }])),
}
await writeFile('app/features/progress/dot-map.json', `${JSON.stringify(map)}\n`)
console.log(`app/features/progress/dot-map.json ${JSON.stringify(map).length} bytes`)
