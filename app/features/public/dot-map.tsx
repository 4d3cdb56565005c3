import { useLingui } from '@lingui/react'

import { townName } from '~/i18n/words/towns'
import map from '~/features/progress/dot-map.json'

type Town = keyof typeof map.towns
/** Where a town's name stands beside its point: which side of it, and how far up or down, so that no two names touch. */
const labels: Record<Town, { side: 'start' | 'end'; dy: number }> = {
  astana: { side: 'start', dy: -8 }, shymkent: { side: 'start', dy: 5 }, lahore: { side: 'start', dy: 5 }, aktobe: { side: 'end', dy: -14 }, tashkent: { side: 'end', dy: 8 },
  ashgabat: { side: 'end', dy: 5 }, herat: { side: 'end', dy: 5 }, kabul: { side: 'end', dy: -9 }, peshawar: { side: 'start', dy: -10 }, quetta: { side: 'end', dy: -2 },
  karachi: { side: 'start', dy: 17 }, gwadar: { side: 'end', dy: 17 },
}
const spelled: Record<Town, string> = {
  astana: 'Astana', shymkent: 'Shymkent', lahore: 'Lahore', aktobe: 'Aktobe', tashkent: 'Tashkent', ashgabat: 'Ashgabat', herat: 'Herat', kabul: 'Kabul', peshawar: 'Peshawar',
  quetta: 'Quetta', karachi: 'Karachi', gwadar: 'Gwadar',
}

/** Land as dots, the two corridors, no borders. It keeps its direction in Urdu: west is on the left for everybody. */
export function DotMap() {
  const { i18n } = useLingui()
  const towns = Object.entries(map.towns) as Array<[Town, { at: [number, number]; rank: string }]>
  const nameOf = (town: Town) => (town === 'karachi' ? `${i18n._('Karachi')} · ${i18n._('Port Qasim')}` : townName(i18n, spelled[town]))
  return (
    <svg
      className="dot-map"
      viewBox={`0 0 ${map.width} ${map.height}`}
      preserveAspectRatio="xMidYMid slice"
      role="img"
      direction="ltr"
      aria-label={i18n._('Map of the two land corridors from Kazakhstan to the Pakistani ports: through Turkmenistan and through Uzbekistan, both crossing Afghanistan.')}
    >
      <defs>
        {[['glow-kz', '#7DB9EE'], ['glow-pk', '#5FD3A8']].map(([id, colour]) => (
          <radialGradient key={id} id={id}>
            <stop offset="0" stopColor={colour} stopOpacity=".95" />
            <stop offset=".55" stopColor={colour} stopOpacity=".4" />
            <stop offset="1" stopColor={colour} stopOpacity="0" />
          </radialGradient>
        ))}
        <mask id="dots">
          <path d={map.dots} stroke="#fff" strokeWidth="4.4" strokeLinecap="round" strokeDasharray={`0 ${map.pitch}`} />
        </mask>
        <path id="road-tm" d={map.corridors.turkmenistan} />
        <path id="road-uz" d={map.corridors.uzbekistan} />
      </defs>
      <g mask="url(#dots)">
        <rect width="100%" height="100%" fill="var(--night-dot)" />
        <ellipse cx="513" cy="205" rx="350" ry="185" fill="url(#glow-kz)" />
        <ellipse cx="532" cy="645" rx="165" ry="190" fill="url(#glow-pk)" />
      </g>
      <g fill="none" strokeLinecap="round" strokeLinejoin="round" strokeWidth="3">
        <g className="halo"><use href="#road-tm" /><use href="#road-uz" /></g>
        <use href="#road-tm" stroke="var(--gold)" />
        <use href="#road-uz" stroke="#fff" strokeDasharray="1 7" />
      </g>
      {towns.map(([town, { at: [x, y], rank }]) =>
        rank === 'port' ? (
          <path key={town} className="port" d={`M${x} ${y - 9}l9 9-9 9-9-9z`} />
        ) : (
          <circle key={town} className={rank} cx={x} cy={y} r={rank === 'hub' ? 5.5 : 3.6} />
        ),
      )}
      {towns.map(([town, { at: [x, y], rank }]) => {
        const { side, dy } = labels[town]
        const gap = rank === 'port' ? 15 : 13
        return (
          <text key={town} className={rank === 'way' || town === 'shymkent' ? '' : 'big'} x={side === 'start' ? x + gap : x - gap} y={y + dy} textAnchor={side}>
            {nameOf(town)}
          </text>
        )
      })}
      <text className="way-turkmenistan" x="306" y="330">{i18n._('via Turkmenistan')}</text>
      <text className="way-uzbekistan" x="530" y="432">{i18n._('via Uzbekistan')}</text>
    </svg>
  )
}
