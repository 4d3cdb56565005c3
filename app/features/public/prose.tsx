import type { ReactNode } from 'react'

import { PublicShell } from '~/ui/public-shell'

/** A page to read: a heading, a line of what it is about, sections. */
export function ReadingPage({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  return (
    <PublicShell>
      <div className="wrap py-10 lg:py-16">
        <h1 className="page-title">{title}</h1>
        {lead && <p className="page-lead">{lead}</p>}
        <div className="reading">{children}</div>
      </div>
    </PublicShell>
  )
}

/** A heading and its paragraphs or list. */
export function ReadingSection({ id, title, points, children }: { id?: string; title: string; points?: readonly ReactNode[]; children?: ReactNode }) {
  return (
    <section id={id}>
      <h2>{title}</h2>
      {children}
      {points && <ul>{points.map((point, i) => <li key={i}>{point}</li>)}</ul>}
    </section>
  )
}
