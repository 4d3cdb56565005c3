/** The mark: two halves of a table, a seam between them. Never mirrored. */
export function Mark({ size = 34 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" className="shrink-0">
      <path className="fill-pk" d="M15 4.5v7.2L10.7 16l4.3 4.3v7.2L3.5 16z" />
      <path className="fill-kz" d="M17 4.5v7.2l4.3 4.3-4.3 4.3v7.2L28.5 16z" />
    </svg>
  )
}
