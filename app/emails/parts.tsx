import type { ReactNode } from 'react'

import type { Country } from '~/core/companies/country'
import type { Locale } from '~/core/locale'
import { Cell, colour, lineHeight, Table, useFrame } from './frame'

export function Title({ children }: { children: ReactNode }) {
  const { locale } = useFrame()
  return <h1 style={{ margin: '0 0 12px 0', fontSize: '23px', lineHeight: lineHeight(locale, 1.25), fontWeight: 650, color: colour.ink }}>{children}</h1>
}

export function Heading({ children }: { children: ReactNode }) {
  return <h2 style={{ margin: '24px 0 6px 0', fontSize: '15px', fontWeight: 650, color: colour.ink }}>{children}</h2>
}

export function Para({ children, quiet }: { children: ReactNode; quiet?: boolean }) {
  return <p style={{ margin: '0 0 12px 0', ...(quiet ? { color: colour.ink2, fontSize: '14px' } : {}) }}>{children}</p>
}

/** Letters on their colour: never colour alone. */
export function CountryLetters({ country }: { country: Country }) {
  const pk = country === 'PK'
  return (
    <span style={{ display: 'inline-block', padding: '1px 6px', borderRadius: '4px', fontSize: '11px', fontWeight: 700, lineHeight: '16px', letterSpacing: '0.04em', color: pk ? colour.pkInk : colour.kzInk, backgroundColor: pk ? colour.pk50 : colour.kz50 }}>
      {country}
    </span>
  )
}

/** Words in another language than the mail's: marked, and set in their own direction. */
export function Foreign({ locale, children }: { locale: Locale | null; children: ReactNode }) {
  return <span lang={locale ?? undefined} dir={locale === 'ur' ? 'rtl' : locale ? 'ltr' : 'auto'} style={{ unicodeBidi: 'isolate' }}>{children}</span>
}

const looks = {
  primary: { backgroundColor: colour.pk, color: colour.white, border: `1px solid ${colour.pk}` },
  secondary: { backgroundColor: colour.surface, color: colour.ink, border: `1px solid ${colour.strong}` },
} as const

/** A link as wide as the column: a thumb finds it. */
export function Action({ href, tone = 'primary', children }: { href: string; tone?: keyof typeof looks; children: ReactNode }) {
  return (
    <Table style={{ margin: '0 0 8px 0' }}>
      <tr>
        <Cell style={{ ...looks[tone], borderRadius: '6px', textAlign: 'center' }}>
          <a href={href} style={{ display: 'block', padding: tone === 'primary' ? '14px 12px' : '11px 8px', color: looks[tone].color, fontWeight: 600, textDecoration: 'none' }}>{children}</a>
        </Cell>
      </tr>
    </Table>
  )
}

/** Reasons, steps: one line each, a diamond of the seam before it. */
export function Lines({ items, ordered }: { items: readonly ReactNode[]; ordered?: boolean }) {
  const { start } = useFrame()
  return (
    <Table style={{ margin: '0 0 12px 0' }}>
      {items.map((item, i) => (
        <tr key={i}>
          <Cell width="24" style={{ padding: '4px 0', color: colour.pk, fontSize: ordered ? '16px' : '12px', fontWeight: 700, lineHeight: ordered ? undefined : '24px' }}>
            <span data-skip-in-text="true">{ordered ? `${i + 1}.` : '◆'}</span>
          </Cell>
          <Cell style={{ padding: '4px 0', textAlign: start }}>{item}</Cell>
        </tr>
      ))}
    </Table>
  )
}

/** Label and value, one under the other; `beside`: side by side, where both are short. Nothing where there are no rows. */
export function Facts({ rows, beside }: { rows: readonly (readonly [label: string, value: ReactNode])[]; beside?: boolean }) {
  const edge = { borderTop: `1px solid ${colour.line}` }
  const quiet = { color: colour.ink3, fontSize: '13px' }
  if (rows.length === 0) return null
  return (
    <Table style={{ margin: '0 0 12px 0' }}>
      {rows.map(([label, value]) =>
        beside ? (
          <tr key={label}>
            <Cell width="34%" style={{ ...quiet, ...edge, padding: '6px 0' }}>{label}</Cell>
            <Cell style={{ ...edge, padding: '6px 0', fontSize: '15px' }}>{value}</Cell>
          </tr>
        ) : (
          <tr key={label}>
            <Cell style={{ ...edge, padding: '8px 0' }}>
              <div style={quiet}>{label}</div>
              <div>{value}</div>
            </Cell>
          </tr>
        ),
      )}
    </Table>
  )
}

/** Something set apart: an organizer's word, the first step. */
export function Panel({ tone = 'plain', title, children }: { tone?: 'plain' | 'good' | 'warn'; title?: ReactNode; children: ReactNode }) {
  const { start } = useFrame()
  const edge = { plain: colour.strong, good: colour.pk, warn: colour.sunInk }[tone]
  const ground = { plain: colour.sunken, good: colour.pk50, warn: colour.sun50 }[tone]
  return (
    <Table style={{ margin: '16px 0' }}>
      <tr>
        <Cell style={{ padding: '12px 14px', backgroundColor: ground, [start === 'left' ? 'borderLeft' : 'borderRight']: `4px solid ${edge}` }}>
          {title && <div style={{ fontWeight: 650, marginBottom: '4px' }}>{title}</div>}
          {children}
        </Cell>
      </tr>
    </Table>
  )
}
