import { Tag } from '~/ui/tag'

export type RoadView = {
  id: string
  name: string
  stops: string[]
  status: 'open' | 'restricted' | 'closed'
  statusName: string
  /** "as of 4 February 2026 · Joint statement" */
  source: string
}

const tones = { open: 'good', restricted: 'warn', closed: 'bad' } as const

/** A corridor as a line with its stops, its state and who says so. The line runs with the reading direction. */
export function Road({ road, ports }: { road: RoadView; ports: string | null }) {
  return (
    <li className="road" data-road={road.id}>
      <div className="mb-4 flex flex-wrap items-center gap-x-3 gap-y-1">
        <i className="road-key" />
        <h3 className="text-[1.0625rem]">{road.name}</h3>
        <Tag tone={tones[road.status]}>{road.statusName}</Tag>
        <span className="text-ink-3 text-[.8125rem]">{road.source}</span>
      </div>
      <ol className="stops">
        {road.stops.map(stop => <li key={stop}>{stop}</li>)}
        {ports && <li className="end">{ports}</li>}
      </ol>
    </li>
  )
}

/** Ways between the two countries in a line each: name, state, who says so. */
export function RoadList({ roads, title }: { roads: readonly RoadView[]; title: string }) {
  if (roads.length === 0) return null
  return (
    <div className="mt-10">
      <h2 className="mb-3 text-xl">{title}</h2>
      <ul className="border-line border-t">
        {roads.map(road => (
          <li key={road.id} className="border-line flex flex-wrap items-center gap-x-3 gap-y-0.5 border-b py-3 text-[.9375rem]">
            <b className="font-semibold">{road.name}</b>
            <Tag tone={tones[road.status]}>{road.statusName}</Tag>
            <span className="text-ink-3 text-[.8125rem]">{road.source}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
