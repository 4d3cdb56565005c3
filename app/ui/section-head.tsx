import type { ReactNode } from 'react'

/** A section's heading at the start, what it means at the end; one above the other on a phone. */
export function SectionHead({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <div className="section-head">
      <h2>{title}</h2>
      {children && <p>{children}</p>}
    </div>
  )
}
