const paths = {
  arrow: 'M3.5 9h11M10 4.5 14.5 9 10 13.5',
  back: 'M14.5 9h-11M8 4.5 3.5 9 8 13.5',
  check: 'm3.5 9.5 3.6 3.6L14.5 5.4',
  dash: 'M4 9h10',
  up: 'm4.5 11 4.5-4.5L13.5 11',
  down: 'm4.5 7 4.5 4.5L13.5 7',
  clock: 'M9 16A7 7 0 1 0 9 2a7 7 0 0 0 0 14ZM9 5v4l2.5 1.5',
  mail: 'M2.5 4.5h13v9h-13zM2.5 5l6.5 5 6.5-5',
  lines: 'M3 4.5h12M3 9h12M3 13.5h8',
  firm: 'M4 15.5v-12h7v12M11 7.5h3.5v8M2.5 15.5h13M6.5 6.5h2M6.5 9.5h2M6.5 12.5h2',
  chart: 'M3 15.5h12M5 15V9M9 15V4M13 15v-4',
  rounds: 'M14.5 5.5A6.5 6.5 0 0 0 3 6.5M3.5 12.5A6.5 6.5 0 0 0 15 11.5M14.8 2v3.8H11M3.2 16v-3.8H7',
  scales: 'M9 2.5v13M5 15.5h8M3 5h12M3 5l-1.5 5h5L5 5M13 5l-1.5 5h5L15 5',
  gear: 'M9 11.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM9 2v2M9 14v2M2 9h2M14 9h2M4 4l1.5 1.5M12.5 12.5 14 14M14 4l-1.5 1.5M5.5 12.5 4 14',
  search: 'M8 13A5 5 0 1 0 8 3a5 5 0 0 0 0 10ZM12 12l3.5 3.5',
  rings: 'M6.5 13a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM11.5 13a4 4 0 1 0 0-8 4 4 0 0 0 0 8Z',
  twins: 'M3 3h8v8H3zM7.5 14.5h7v-7',
  paper: 'M4 2.5h6.5l3.5 3.5v9.5H4zM6.5 8.5h5M6.5 11.5h5',
  export: 'M9 11.5V3M5.5 6.5 9 3l3.5 3.5M3 15h12',
  import: 'M9 3v8.5M5.5 8 9 11.5 12.5 8M3 15h12',
  route: 'M4.5 14.5a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3ZM13.5 6.5a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3ZM6 13h5a2.5 2.5 0 0 0 0-5H7a2.5 2.5 0 0 1 0-5h5',
  warning: 'M9 2.5 16 15H2zM9 7v4M9 13v.01',
  close: 'm4.5 4.5 9 9M13.5 4.5l-9 9',
} as const

export type IconName = keyof typeof paths

/** A line drawing of 18 units; it is decoration, words stand beside it. Arrows turn with the direction of writing. */
export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  const turns = name === 'arrow' || name === 'back'
  return (
    <svg className={turns ? 'flip shrink-0' : 'shrink-0'} width={size} height={size} viewBox="0 0 18 18" fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  )
}
