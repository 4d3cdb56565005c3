import { useLingui } from '@lingui/react'

import { useLocalePath } from '~/i18n/locale-path'
import { CountryTag } from '~/ui/country-tag'
import { Icon } from '~/ui/icon'
import { Tag } from '~/ui/tag'

/** A heat map ready to print: names and numbers already in the reader's language. `level` 0…5 is the colour, by share of the fullest cell. */
export type HeatView = {
  rows: Array<{ name: string; cells: Array<{ count: string; level: number; href: string }> }>
  columns: string[]
  /** The fullest cells, for a phone. */
  top: Array<{ row: string; column: string; count: string; share: number; href: string }>
  demo: boolean
}

/** What Pakistan brings beside who seeks it in Kazakhstan, as a real table whose cells lead to the sector; on a phone a ranked list. */
export function HeatTable({ heat }: { heat: HeatView }) {
  const { i18n } = useLingui()
  const path = useLocalePath()
  const caption = i18n._('Rows: brought from Pakistan. Columns: the Kazakh companies that seek it, by their sector.')
  return (
    <>
      <div className="heat-wrap" tabIndex={0} role="region" aria-label={i18n._('Where the two sides meet')}>
        <table className="heat">
          <caption className="sr-only">{caption}</caption>
          <thead>
            <tr>
              <td className="heat-corner">
                <CountryTag country="PK" /><Icon name="down" size={14} /> <CountryTag country="KZ" /><Icon name="arrow" size={14} />
              </td>
              {heat.columns.map(name => <th key={name} scope="col">{name}</th>)}
            </tr>
          </thead>
          <tbody>
            {heat.rows.map(row => (
              <tr key={row.name}>
                <th scope="row">{row.name}</th>
                {row.cells.map((cell, i) => (
                  <td key={heat.columns[i]} data-level={cell.level}>
                    {cell.level > 0 ? (
                      <a href={path(cell.href)} aria-label={`${row.name}, ${heat.columns[i]}: ${cell.count}`}>{cell.count}</a>
                    ) : (
                      <span><span aria-hidden="true">–</span><span className="sr-only">0</span></span>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="heat-legend">
        <span>{i18n._('Fewer')}</span>
        {[1, 2, 3, 4, 5].map(level => <i key={level} data-level={level} />)}
        <span>{i18n._('More')}</span>
        <span className="ms-auto flex items-center gap-2">{caption}{heat.demo && <Tag>{i18n._('Demo data')}</Tag>}</span>
      </div>
      <ol className="heat-top" aria-label={i18n._('The strongest meeting points')}>
        {heat.top.map(cell => (
          <li key={`${cell.row} ${cell.column}`}>
            <a href={path(cell.href)}>
              <span>{cell.row} <span className="inline-block align-[-.2em]"><Icon name="arrow" size={16} /></span> {cell.column}</span>
              <b className="num">{cell.count}</b>
              <span className="bar"><i style={{ inlineSize: `${cell.share}%` }} /></span>
            </a>
          </li>
        ))}
      </ol>
    </>
  )
}
